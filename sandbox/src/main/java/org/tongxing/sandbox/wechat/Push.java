package org.tongxing.sandbox.wechat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** 消息推送 in the safe mode with JSON: signed, encrypted, and sent three times if nobody says {@code success}. */
public final class Push {

    /** What the operator enters on WeChat's page; of the sandbox only. */
    public static final String TOKEN = "sandboxpushtoken";

    /** The EncodingAESKey, 43 characters; of the sandbox only. */
    public static final String AES_KEY = "sandboxsandboxsandboxsandboxsandboxsandbox1";

    static final String APP_ID = "wx0000000000sandbox";
    private static final int BLOCK = 32;
    private static final int ATTEMPTS = 3;

    private final SecureRandom random = new SecureRandom();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "wechat-push");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable String target;

    /** Where the server takes pushes. */
    void to(String url) {
        this.target = url;
    }

    void later(Map<String, Object> event) {
        this.later.schedule(() -> deliver(event), 50, TimeUnit.MILLISECONDS);
    }

    /** Delivers as WeChat does; the status of the last attempt, or 0 without a target. */
    int deliver(Map<String, Object> event) {
        String url = this.target;
        int status = 0;
        for (int i = 0; url != null && i < ATTEMPTS && status != 200; i++) {
            status = post(url, event);
        }
        return status;
    }

    private int post(String url, Map<String, Object> event) {
        try {
            String encrypted = encrypt(Answer.JSON.writeValueAsString(event));
            String timestamp = Long.toString(System.currentTimeMillis() / 1000);
            String nonce = Integer.toUnsignedString(this.random.nextInt());
            String address = url + "?timestamp=" + timestamp + "&nonce=" + nonce + "&encrypt_type=aes&signature="
                    + sign(TOKEN, timestamp, nonce) + "&msg_signature=" + sign(TOKEN, timestamp, nonce, encrypted);
            String body = Answer.JSON.writeValueAsString(Map.of("ToUserName", "gh_sandbox", "Encrypt", encrypted));
            HttpResponse<String> answer = this.http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(5))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return -1;
        } catch (Exception unreachable) {
            return -1;
        }
    }

    private String encrypt(String text) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(AES_KEY + "=");
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] appId = APP_ID.getBytes(StandardCharsets.UTF_8);
        byte[] salt = new byte[16];
        this.random.nextBytes(salt);
        int length = salt.length + Integer.BYTES + content.length + appId.length;
        int pad = BLOCK - length % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(length + pad)
                .put(salt)
                .putInt(content.length)
                .put(content)
                .put(appId);
        Arrays.fill(plain.array(), length, length + pad, (byte) pad);
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new IvParameterSpec(Arrays.copyOf(key, cipher.getBlockSize())));
        return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
    }

    private static String sign(String... parts) throws GeneralSecurityException {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        byte[] digest = MessageDigest.getInstance("SHA-1")
                .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
