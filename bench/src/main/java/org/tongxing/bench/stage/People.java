package org.tongxing.bench.stage;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Who signs in on a stage: the sample administrators on the console, and whoever has a phone account. */
public final class People {

    private static final String INITIAL = "Tongxing-2026";
    private static final String PASSWORD = "Zhong-Xin-2026";

    private final Stage stage;

    public People(Stage stage) {
        this.stage = stage;
    }

    /** The console of a sample administrator, whose second factor is set up on the first visit. */
    public Http console(int port, String username) throws IOException {
        Http http = new Http(port);
        http.get("/api/admin/session");
        Http.Answer answer = http.post("/api/admin/session", Map.of("username", username, "password", PASSWORD));
        if (answer.status() != 200) {
            answer = http.post("/api/admin/session", Map.of("username", username, "password", INITIAL))
                    .ok();
        }
        JsonNode session = answer.json();
        if (session.path("mustChangePassword").asBoolean()) {
            http.put("/api/admin/session/password", Map.of("current", INITIAL, "replacement", PASSWORD))
                    .ok();
        }
        if (!session.path("secondFactor").asString("NONE").equals("NONE")) {
            secondFactor(http, username, session.path("secondFactor").asString());
        }
        return http;
    }

    /** The phone of an account that WeChat knows by this openid. */
    public Http phone(int port, String openid) throws IOException {
        this.stage.sandbox().people().add(openid, openid, "140");
        Http http = new Http(port);
        String code = this.stage.sandbox().people().loginCode(openid);
        String token = http.post("/api/phone/session", Map.of("code", code))
                .ok()
                .json()
                .path("token")
                .asString();
        return http.header("Authorization", "Bearer " + token);
    }

    private void secondFactor(Http http, String username, String owed) throws IOException {
        Path kept = this.stage.directory().resolve("totp-" + username);
        if (owed.equals("ENROL")) {
            Files.writeString(
                    kept,
                    http.post("/api/admin/session/second-factor/enrolment", Map.of())
                            .ok()
                            .json()
                            .path("secret")
                            .asString());
        }
        byte[] secret = base32(Files.readString(kept));
        Http.Answer answer = http.post("/api/admin/session/second-factor", Map.of("code", code(secret)));
        while (answer.status() >= 400) {
            // A code serves once; the next comes within half a minute.
            pause();
            answer = http.post("/api/admin/session/second-factor", Map.of("code", code(secret)));
        }
    }

    /** A time-based one-time password [RFC 6238]. */
    private static String code(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(System.currentTimeMillis() / 30_000)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static byte[] base32(String text) {
        BigInteger bits = BigInteger.ONE;
        for (char letter : text.strip().toCharArray()) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] all = bits.toByteArray();
        return Arrays.copyOfRange(all, 1, all.length);
    }

    private static void pause() {
        try {
            Thread.sleep(10_000);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }
}
