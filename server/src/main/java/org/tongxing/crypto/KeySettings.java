package org.tongxing.crypto;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys come from.
 *
 * @param sealing key of SM4, 32 hexadecimal digits
 * @param digesting key of HMAC-SM3, 64 hexadecimal digits
 * @param directory in the sandbox: a folder in which both are generated on first start
 */
@ConfigurationProperties("tongxing.keys")
record KeySettings(
        @Nullable String sealing,
        @Nullable String digesting,
        @Nullable Path directory) {}
