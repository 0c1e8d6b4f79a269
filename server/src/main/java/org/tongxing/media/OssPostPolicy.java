package org.tongxing.media;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The form fields by which OSS lets a browser send one file, signed with version 4; the SDK knows version 1 only. */
final class OssPostPolicy {

    private static final String ALGORITHM = "HmacSHA256";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private OssPostPolicy() {}

    static Map<String, String> fields(MediaSettings.Oss oss, String key, long most, Instant now, Instant until) {
        String credential = oss.accessKeyId() + "/" + DAY.format(now) + "/" + oss.region() + "/oss/aliyun_v4_request";
        String policy =
                """
                {"expiration":"%s","conditions":[{"bucket":"%s"},["eq","$key","%s"],["content-length-range",1,%d],\
                {"x-oss-signature-version":"OSS4-HMAC-SHA256"},{"x-oss-credential":"%s"},{"x-oss-date":"%s"}]}""".formatted(MILLISECOND.format(until), oss.bucket(), key, most, credential, SECOND.format(now));
        String encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("policy", encoded);
        fields.put("x-oss-signature-version", "OSS4-HMAC-SHA256");
        fields.put("x-oss-credential", credential);
        fields.put("x-oss-date", SECOND.format(now));
        fields.put("x-oss-signature", HexFormat.of().formatHex(hmac(key(oss, now), encoded)));
        return fields;
    }

    private static byte[] key(MediaSettings.Oss oss, Instant now) {
        byte[] key = ("aliyun_v4" + oss.accessKeySecret()).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {DAY.format(now), oss.region(), "oss", "aliyun_v4_request"}) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }
}
