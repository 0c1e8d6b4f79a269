package org.tongxing.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where photos and files are kept.
 *
 * @param directory a local folder; absent when OSS is configured
 * @param oss the private bucket, in production
 */
@ConfigurationProperties("tongxing.media")
record MediaSettings(@Nullable Path directory, @Nullable Oss oss) {

    /** A private bucket of Aliyun OSS. */
    record Oss(String endpoint, String region, String bucket, String accessKeyId, String accessKeySecret) {}
}
