package org.tongxing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Breaks a sound request in one place at random, and sometimes in two; the same way each time for the same seed. */
final class Malformations {

    private static final Pattern IN_PATH = Pattern.compile("\\{([a-zA-Z*]+)}");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X\u0001");
    private static final byte[] MEGABYTES = new byte[2_000_000];

    private final Endpoint endpoint;
    private final Random random;
    private final OddBodies bodies;

    Malformations(Endpoint endpoint, long seed) {
        this.endpoint = endpoint;
        this.random = new Random(endpoint.toString().hashCode() + 31 * seed);
        this.bodies = new OddBodies(endpoint, this.random);
    }

    /** Breaks what would be right. */
    Broken next(Endpoint.Asked sound) {
        Making request = new Making(sound);
        if (this.endpoint.takesAFile()) {
            request.headers.put("Content-Type", "multipart/form-data; boundary=x");
            request.body = part(OddValues.PARTS.get(0), bytes("x"));
        }
        any(ways(request)).run();
        if (this.random.nextInt(8) == 0) {
            any(ways(request)).run();
        }
        return new Broken(request.method, request.target, request.headers, request.body);
    }

    private List<Runnable> ways(Making request) {
        List<Runnable> ways = new ArrayList<>();
        if (this.endpoint.path().contains("{")) {
            ways.add(() -> request.target = brokenPath(request.target));
            ways.add(() -> request.target = brokenPath(request.target));
        }
        if (!this.endpoint.queryNames().isEmpty() || this.random.nextInt(10) == 0) {
            ways.add(() -> request.target = brokenQuery(request.target));
            ways.add(() -> request.target = brokenQuery(request.target));
        }
        if (this.endpoint.hasBody()) {
            for (int i = 0; i < 5; i++) {
                ways.add(() -> request.body = this.bodies.brokenPlace(request.sound.body()));
            }
            ways.add(() -> request.body = brokenBody(bytes(request.sound.body().toString())));
            ways.add(() -> request.headers.put("Content-Type", any(OddValues.TYPES)));
        }
        if (this.endpoint.takesAFile()) {
            ways.add(() -> request.headers.put("Content-Type", any(OddValues.TYPES)));
            for (int i = 0; i < 4; i++) {
                ways.add(() -> request.body = brokenParts());
            }
        }
        if (request.sound.key() != null) {
            ways.add(() -> request.headers.put("Idempotency-Key", any(OddValues.WORDS)));
            ways.add(() -> request.headers.remove("Idempotency-Key"));
        }
        if (ways.isEmpty() || this.random.nextInt(6) == 0) {
            ways.add(() -> {
                String[] header = any(OddValues.HEADERS);
                request.headers.put(header[0], header[1]);
            });
            ways.add(() -> request.method = any(METHODS));
        }
        return ways;
    }

    private String brokenPath(String target) {
        String query = target.contains("?") ? target.substring(target.indexOf('?')) : "";
        String[] template = this.endpoint.path().split("/");
        String[] filled = target.split("\\?")[0].split("/");
        if (template.length != filled.length || this.random.nextInt(12) == 0) {
            return any(List.of(target + "/", target + "/" + any(OddValues.WORDS), "/" + target, target + ";a=b", "*"));
        }
        List<String> names = IN_PATH.matcher(this.endpoint.path())
                .results()
                .map(MatchResult::group)
                .toList();
        String broken = any(names);
        for (int i = 0; i < template.length; i++) {
            if (template[i].equals(broken)) {
                filled[i] = this.random.nextInt(6) == 0
                        ? Integer.toString(this.random.nextInt(2_000))
                        : any(OddValues.WORDS);
            }
        }
        return String.join("/", filled) + query;
    }

    private String brokenQuery(String target) {
        List<String> names = new ArrayList<>(this.endpoint.queryNames());
        names.addAll(List.of("unknown", "%00", "a[b]", "page", "size", "sort"));
        String more = any(names) + (this.random.nextInt(20) == 0 ? "" : "=" + any(OddValues.WORDS));
        if (this.random.nextInt(6) == 0) {
            more = (more + "&").repeat(1 + this.random.nextInt(this.random.nextInt(10) == 0 ? 200 : 3));
            more = more.substring(0, Math.min(more.length(), 7_000));
        }
        int begin = target.indexOf('?');
        return switch (begin < 0 ? 0 : this.random.nextInt(3)) {
            case 1 -> target.substring(0, begin) + "?" + more;
            case 2 -> target.substring(0, begin) + "?" + more + "&" + target.substring(begin + 1);
            default -> target + (begin < 0 ? "?" : "&") + more;
        };
    }

    private byte[] brokenBody(byte[] sound) {
        String text = new String(sound, StandardCharsets.UTF_8);
        return switch (this.random.nextInt(19)) {
            case 0 -> new byte[0];
            case 1 -> bytes(any(OddValues.JSON));
            case 2 -> bytes("[" + text + "]");
            case 3 -> bytes("{");
            case 4 -> bytes("\"text\"");
            case 5 -> bytes("[".repeat(20_000));
            case 6 -> bytes("{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000));
            case 7 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
            case 8 -> sound.length == 0 ? bytes("x") : Arrays.copyOf(sound, this.random.nextInt(sound.length));
            case 9 -> bytes("\ufeff" + text);
            case 10 -> text.getBytes(StandardCharsets.UTF_16);
            case 11 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 12 -> text.getBytes(Charset.forName("UTF-32BE"));
            case 13 -> text.getBytes(Charset.forName("GB18030"));
            case 14 -> hurt(sound);
            case 15 -> bytes(text + text);
            case 16 -> bytes(text.replace("{", "{\"" + "k".repeat(60_000) + "\":1,"));
            case 17 -> bytes("{" + "\"a\":1,".repeat(20_000) + "\"a\":1}");
            default -> MEGABYTES;
        };
    }

    /** A few bytes are others: overlong, halves of surrogates, the end of a string. */
    private byte[] hurt(byte[] sound) {
        byte[][] odd = {
            {(byte) 0xC0, (byte) 0xAF},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xFF},
            {0},
            {'"'},
            {'\\'},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
        };
        byte[] hurt = sound.clone();
        byte[] bad = odd[this.random.nextInt(odd.length)];
        int at = sound.length <= bad.length ? 0 : this.random.nextInt(sound.length - bad.length);
        System.arraycopy(bad, 0, hurt, at, Math.min(bad.length, hurt.length - at));
        return hurt;
    }

    private byte[] brokenParts() {
        byte[] file = HostileFiles.any(this.random);
        byte[] part = part(any(OddValues.PARTS), file);
        return switch (this.random.nextInt(8)) {
            case 0 -> Arrays.copyOf(part, this.random.nextInt(part.length));
            case 1 -> bytes("--x--\r\n");
            case 2 -> bytes("--x\r\n\r\n".repeat(3_000) + "--x--\r\n");
            case 3 -> bytes("no boundary at all");
            case 4 -> part("form-data; name=\"" + any(OddValues.WORDS) + "\"; filename=\"a\"", file);
            default -> part;
        };
    }

    private static byte[] part(String disposition, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("--x\r\nContent-Disposition: " + disposition + "\r\n\r\n"));
        out.writeBytes(file);
        out.writeBytes(bytes("\r\n--x--\r\n"));
        return out.toByteArray();
    }

    private <T> T any(List<T> all) {
        return all.get(this.random.nextInt(all.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A request while it is broken. */
    private final class Making {

        private final Endpoint.Asked sound;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String method = Malformations.this.endpoint.method();
        private String target;
        private byte[] body;

        private Making(Endpoint.Asked sound) {
            this.sound = sound;
            this.target = sound.url();
            JsonNode content = sound.body();
            this.body = content == null ? new byte[0] : bytes(content.toString());
            if (content != null) {
                this.headers.put("Content-Type", "application/json");
            }
            if (sound.key() != null) {
                this.headers.put("Idempotency-Key", UUID.randomUUID().toString());
            }
        }
    }

    /** A request nobody should send. */
    record Broken(String method, String target, Map<String, String> headers, byte[] body) {

        @Override
        public String toString() {
            Map<String, String> odd = new LinkedHashMap<>(this.headers);
            odd.keySet().removeAll(List.of("Cookie", "Authorization", "X-XSRF-TOKEN", KeptRows.NUMBER));
            String text = new String(this.body, 0, Math.min(this.body.length, 400), StandardCharsets.UTF_8);
            return this.method + " " + start(this.target) + " " + start(odd.toString()) + " " + start(text);
        }

        private static String start(String text) {
            return text.length() > 300 ? text.substring(0, 300) + "…" : text;
        }
    }
}
