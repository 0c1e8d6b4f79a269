package org.tongxing.sandbox.oss;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a form against the policy it carries: signed, not over, and every condition met. */
final class PostPolicy {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ASKED =
            Set.of("bucket", "x-oss-signature-version", "x-oss-credential", "x-oss-date");

    private final SignatureV4 signatures;
    private final String bucket;
    private final Clock clock;

    PostPolicy(SignatureV4 signatures, String bucket, Clock clock) {
        this.signatures = signatures;
        this.bucket = bucket;
        this.clock = clock;
    }

    void check(PostForm form) throws Refused {
        Map<String, String> fields = form.fields();
        String encoded = fields.getOrDefault("policy", "");
        if (encoded.isEmpty() || !SignatureV4.VERSION.equals(fields.get("x-oss-signature-version"))) {
            throw Refused.denied("Anonymous access is forbidden for this operation.");
        }
        String date = fields.getOrDefault("x-oss-date", "");
        this.signatures.checkCredential(fields.get("x-oss-credential"), date);
        if (!SignatureV4.same(fields.get("x-oss-signature"), this.signatures.sign(date, encoded))) {
            throw Refused.signature();
        }
        JsonNode policy = parse(encoded);
        if (this.clock.instant().isAfter(expiration(policy))) {
            throw Refused.denied("Invalid according to Policy: Policy expired.");
        }
        Set<String> met = new HashSet<>();
        for (JsonNode condition : policy.path("conditions")) {
            if (condition.isArray()) {
                compare(condition, form);
            } else {
                for (Map.Entry<String, JsonNode> exact : condition.properties()) {
                    equal(exact.getKey(), exact.getValue().asString(), form);
                    met.add(exact.getKey());
                }
            }
        }
        if (!met.containsAll(ASKED)) {
            throw Refused.denied("Invalid according to Policy: a condition of version 4 is missing.");
        }
    }

    private void compare(JsonNode condition, PostForm form) throws Refused {
        String how = condition.path(0).asString();
        String field = condition.path(1).asString("").replaceFirst("^\\$", "");
        switch (how) {
            case "eq" -> equal(field, condition.path(2).asString(), form);
            case "starts-with" -> {
                if (!value(field, form).startsWith(condition.path(2).asString())) {
                    throw failed(field);
                }
            }
            case "content-length-range" -> {
                if (form.file().length > condition.path(2).asLong()) {
                    throw new Refused(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.");
                }
                if (form.file().length < condition.path(1).asLong()) {
                    throw new Refused(
                            400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size.");
                }
            }
            default -> throw new Refused(400, "InvalidPolicyDocument", "Unknown condition.");
        }
    }

    private void equal(String field, String expected, PostForm form) throws Refused {
        if (!value(field, form).equals(expected)) {
            throw failed(field);
        }
    }

    private String value(String field, PostForm form) {
        return field.equals("bucket") ? this.bucket : form.fields().getOrDefault(field, "");
    }

    private static Refused failed(String field) {
        return Refused.denied("Invalid according to Policy: Policy Condition failed: " + field);
    }

    private static JsonNode parse(String encoded) throws Refused {
        try {
            return JSON.readTree(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new Refused(400, "InvalidPolicyDocument", "The policy is no JSON.");
        }
    }

    private static Instant expiration(JsonNode policy) throws Refused {
        try {
            return Instant.parse(policy.path("expiration").asString(""));
        } catch (DateTimeParseException broken) {
            throw new Refused(400, "InvalidPolicyDocument", "The policy has no end.");
        }
    }
}
