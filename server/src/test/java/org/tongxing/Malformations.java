package org.tongxing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a request in one place at random, the same way each time for the same seed. */
final class Malformations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LONG = "长".repeat(70_000);

    /** JSON values that fit hardly any property. */
    private static final List<String> VALUES = List.of(
            "null",
            "\"\"",
            "\"   \"",
            "-1",
            "0",
            "1.5",
            "1e308",
            "9223372036854775807",
            "99999999999999999999999",
            "true",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"id\":{}}",
            "\"abc\"",
            "\"2026-02-30\"",
            "\"0000-00-00\"",
            "\"9999-12-31\"",
            "\"+999999999-12-31\"",
            "\"-0001-01-01\"",
            "\"2026-01-01T25:61:00Z\"",
            "\"1970-01-01T00:00:00Z\"",
            "\"\\u0000\\u0001\"",
            "\"\\ud800\"",
            "\"👨‍👩‍👧‍👦𠮷\\u202e\\u200b\"",
            "\"'; DROP TABLE child; -- \"",
            "\"%' OR 1=1 #\"",
            "\"${jndi:ldap://x}#{1}\"",
            "\"<script>alert(1)</script>\"",
            "\"../../../etc/passwd\"",
            "\"１２３４\"",
            "\"NaN\"",
            "NaN",
            "\"" + LONG + "\"",
            "[" + "1,".repeat(5_000) + "1]");

    /** What may stand in an address. */
    private static final List<String> WORDS = List.of(
            "",
            "-1",
            "0",
            "abc",
            "99999999999999999999",
            "9223372036854775807",
            "1.5",
            "null",
            "%00",
            "%FF%FE",
            "%E4%B8",
            "%zz",
            "%",
            "..%2F..%2Fetc",
            "%F0%9F%91%A8",
            "１２",
            "2026-02-30",
            "%2B999999999-12-31",
            "a".repeat(3_000),
            "%27%20OR%201%3D1",
            "511304114;x=1",
            "[1]",
            "{1}",
            "\\",
            "51%25",
            "%E7%AB%A5",
            "true",
            "-9223372036854775809",
            "1000000000");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "///",
            "*/*");

    private final Endpoint endpoint;
    private final Endpoint.Asked sound;
    private final Random random;

    Malformations(Endpoint endpoint, Endpoint.Asked sound) {
        this.endpoint = endpoint;
        this.sound = sound;
        this.random = new Random(endpoint.toString().hashCode());
    }

    /** Whether anything in the request can be broken without making it another sound one. */
    boolean possible() {
        return this.endpoint.path().contains("{")
                || this.endpoint.hasBody()
                || this.endpoint.takesAFile()
                || this.endpoint.method().equals("GET");
    }

    Broken next() {
        String target = this.sound.url();
        byte[] body = this.sound.body() == null
                ? new byte[0]
                : bytes(this.sound.body().toString());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (this.sound.key() != null) {
            headers.put("Idempotency-Key", this.sound.key());
        }
        List<Runnable> ways = new ArrayList<>();
        String[] holder = {target};
        byte[][] content = {body};
        if (this.endpoint.path().contains("{")) {
            ways.add(() -> holder[0] = brokenPath());
        }
        if (this.endpoint.method().equals("GET")) {
            ways.add(() -> holder[0] = brokenQuery(target));
        }
        if (this.endpoint.hasBody()) {
            ways.add(() -> content[0] = brokenProperty());
            ways.add(() -> content[0] = brokenProperty());
            ways.add(() -> content[0] = brokenBody(bytes(this.sound.body().toString())));
            ways.add(() -> headers.put("Content-Type", any(TYPES)));
        }
        if (this.endpoint.takesAFile()) {
            ways.add(() -> headers.put("Content-Type", any(TYPES)));
            ways.add(() -> {
                headers.put("Content-Type", "multipart/form-data; boundary=x");
                content[0] = bytes("--x\r\nContent-Disposition: form-data; name=\"" + any(WORDS)
                        + "\"; filename=\"a\"\r\n\r\n" + any(VALUES) + "\r\n--x--\r\n");
            });
        }
        if (this.sound.key() != null) {
            ways.add(() -> headers.put("Idempotency-Key", any(WORDS)));
        }
        any(ways).run();
        return new Broken(holder[0], headers, content[0]);
    }

    private String brokenPath() {
        List<String> names = new ArrayList<>();
        java.util.regex.Pattern.compile("\\{([a-zA-Z]+)}")
                .matcher(this.endpoint.path())
                .results()
                .forEach(match -> names.add(match.group()));
        String[] template = this.endpoint.path().split("/");
        String[] filled = this.sound.url().split("\\?")[0].split("/");
        String broken = any(names);
        for (int i = 0; i < template.length; i++) {
            if (template[i].equals(broken)) {
                filled[i] = any(WORDS);
            }
        }
        String query = this.sound.url().contains("?")
                ? this.sound.url().substring(this.sound.url().indexOf('?'))
                : "";
        return String.join("/", filled) + query;
    }

    private String brokenQuery(String target) {
        List<String> names = new ArrayList<>(this.endpoint.queryNames());
        names.add("unknown");
        String more = any(names) + "=" + any(WORDS);
        if (this.random.nextBoolean() && target.contains("?")) {
            return target.substring(0, target.indexOf('?')) + "?" + more;
        }
        return target + (target.contains("?") ? "&" : "?") + more;
    }

    private byte[] brokenProperty() {
        ObjectNode copy = (ObjectNode) this.sound.body().deepCopy();
        List<String> names = this.endpoint.properties();
        if (names.isEmpty() || this.random.nextInt(6) == 0) {
            copy.set("unknown", copy.deepCopy());
            return bytes(copy.toString());
        }
        String name = any(names);
        JsonNode whole = copy.remove(name);
        String value = any(VALUES);
        if (this.random.nextInt(8) == 0 || whole == null && this.random.nextBoolean()) {
            return bytes(copy.toString());
        }
        String rest = copy.toString();
        return bytes("{\"" + name + "\":" + value + (rest.equals("{}") ? "}" : "," + rest.substring(1)));
    }

    private byte[] brokenBody(byte[] sound) {
        return switch (this.random.nextInt(10)) {
            case 0 -> new byte[0];
            case 1 -> bytes("null");
            case 2 -> bytes("[]");
            case 3 -> bytes("{");
            case 4 -> bytes("\"text\"");
            case 5 -> bytes("[".repeat(20_000));
            case 6 -> bytes("{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000));
            case 7 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
            case 8 -> sound.length == 0 ? bytes("x") : java.util.Arrays.copyOf(sound, sound.length / 2);
            default -> new byte[2_000_000];
        };
    }

    private <T> T any(List<T> all) {
        return all.get(this.random.nextInt(all.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A request nobody should send. */
    record Broken(String target, Map<String, String> headers, byte[] body) {

        @Override
        public String toString() {
            String text = new String(this.body, StandardCharsets.UTF_8);
            return short_(this.target) + " " + this.headers.get("Content-Type") + " " + short_(text);
        }

        private static String short_(String text) {
            return text.length() > 300 ? text.substring(0, 300) + "…" : text;
        }
    }
}
