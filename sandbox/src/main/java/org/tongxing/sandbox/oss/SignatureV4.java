package org.tongxing.sandbox.oss;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signatures of OSS version 4, reckoned anew from what came; written from Aliyun's description, apart from any SDK. */
final class SignatureV4 {

    static final String VERSION = "OSS4-HMAC-SHA256";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final String keyId;
    private final String secret;
    private final String region;
    private final Clock clock;

    SignatureV4(String keyId, String secret, String region, Clock clock) {
        this.keyId = keyId;
        this.secret = secret;
        this.region = region;
        this.clock = clock;
    }

    /** Checks a request by its header, or by its query where it has none. */
    void check(Signed request) throws Refused {
        String authorization = request.headers().get("authorization");
        if (authorization != null) {
            byHeader(request, authorization);
        } else if (request.query().containsKey("x-oss-signature")) {
            byQuery(request);
        } else {
            throw Refused.denied("You have no right to access this object because of bucket acl.");
        }
    }

    private void byHeader(Signed request, String authorization) throws Refused {
        if (!authorization.startsWith(VERSION + " ")) {
            throw Refused.denied("Only signatures of version 4 are taken here.");
        }
        Map<String, String> parts = new TreeMap<>();
        for (String part : authorization.substring(VERSION.length() + 1).split(",")) {
            String[] pair = part.strip().split("=", 2);
            parts.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        String date = request.headers().getOrDefault("x-oss-date", "");
        if (Duration.between(instant(date), this.clock.instant()).abs().compareTo(SKEW) > 0) {
            throw new Refused(
                    403,
                    "RequestTimeTooSkewed",
                    "The difference between the request time and the server is too large.");
        }
        compare(
                request,
                date,
                parts.get("Credential"),
                parts.getOrDefault("AdditionalHeaders", ""),
                parts.get("Signature"));
    }

    private void byQuery(Signed request) throws Refused {
        Map<String, String> query = request.query();
        if (!VERSION.equals(query.get("x-oss-signature-version"))) {
            throw Refused.denied("Only signatures of version 4 are taken here.");
        }
        String date = query.getOrDefault("x-oss-date", "");
        long seconds = Long.parseLong(query.getOrDefault("x-oss-expires", "0"));
        if (seconds < 1
                || seconds > LONGEST.toSeconds()
                || this.clock.instant().isAfter(instant(date).plusSeconds(seconds))) {
            throw Refused.denied("Request has expired.");
        }
        compare(
                request,
                date,
                query.get("x-oss-credential"),
                query.getOrDefault("x-oss-additional-headers", ""),
                query.get("x-oss-signature"));
    }

    private void compare(
            Signed request, String date, @Nullable String credential, String additional, @Nullable String signature)
            throws Refused {
        checkCredential(credential, date);
        String canonical = String.join(
                "\n",
                request.method(),
                encode(request.resource(), true),
                canonicalQuery(request.query()),
                canonicalHeaders(request.headers(), additional),
                additional,
                request.headers().getOrDefault("x-oss-content-sha256", "UNSIGNED-PAYLOAD"));
        String scope = date.substring(0, 8) + "/" + this.region + "/oss/aliyun_v4_request";
        String toSign = String.join("\n", VERSION, date, scope, sha256(canonical));
        if (!same(signature, sign(date, toSign))) {
            throw Refused.signature();
        }
    }

    /** Whether the credential is ours, of this day, region and product. */
    void checkCredential(@Nullable String credential, String date) throws Refused {
        if (date.length() != 16) {
            throw Refused.denied("The date is missing.");
        }
        String expected = this.keyId + "/" + date.substring(0, 8) + "/" + this.region + "/oss/aliyun_v4_request";
        if (!expected.equals(credential)) {
            throw new Refused(403, "InvalidAccessKeyId", "The credential is not valid here.");
        }
    }

    /** The signature of a text with the key derived for the day of this date. */
    String sign(String date, String text) {
        byte[] key = ("aliyun_v4" + this.secret).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {date.substring(0, 8), this.region, "oss", "aliyun_v4_request"}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    static boolean same(@Nullable String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    static Instant instant(String date) throws Refused {
        try {
            return LocalDateTime.parse(date, SECOND).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException broken) {
            throw Refused.denied("The date is no date.");
        }
    }

    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text, boolean path) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        return path ? encoded.replace("%2F", "/") : encoded;
    }

    private static String canonicalQuery(Map<String, String> query) {
        StringBuilder canonical = new StringBuilder();
        new TreeMap<>(query).forEach((name, value) -> {
            if (!name.equals("x-oss-signature")) {
                canonical.append(canonical.isEmpty() ? "" : "&").append(encode(name, false));
                canonical.append(value.isEmpty() ? "" : "=" + encode(value, false));
            }
        });
        return canonical.toString();
    }

    private static String canonicalHeaders(Map<String, String> headers, String additional) {
        StringBuilder canonical = new StringBuilder();
        List<String> more = List.of(additional.split(";"));
        new TreeMap<>(headers).forEach((name, value) -> {
            if (name.equals("content-type")
                    || name.equals("content-md5")
                    || name.startsWith("x-oss-")
                    || more.contains(name)) {
                canonical.append(name).append(':').append(value.strip()).append('\n');
            }
        });
        return canonical.toString();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /**
     * What of a request is signed.
     *
     * @param resource bucket and key, decoded, whichever way the bucket was addressed
     * @param query decoded
     * @param headers by lower-case name
     */
    record Signed(String method, String resource, Map<String, String> query, Map<String, String> headers) {}
}
