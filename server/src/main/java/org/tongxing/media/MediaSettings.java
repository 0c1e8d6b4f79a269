package org.tongxing.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where photos and files are kept.
 *
 * @param directory a local folder; absent when OSS is configured
 * @param origin how WeChat reaches the local folder, {@code https://…}; absent: strangers see no pictures
 * @param oss the private bucket, in production
 * @param font a TrueType font with Chinese characters, for captions; absent: the one built in
 */
@ConfigurationProperties("tongxing.media")
record MediaSettings(
        @Nullable Path directory,
        @Nullable String origin,
        @Nullable Oss oss,
        @Nullable Path font) {

    /**
     * A private bucket of Aliyun OSS.
     *
     * @param endpoint as the server reaches it, with its scheme
     * @param publicEndpoint as phones and browsers reach it; absent: the same
     * @param pathStyle whether the bucket stands in the path, as simulators want it
     * @param answer how long to wait for an answer, all tries together
     */
    record Oss(
            String endpoint,
            @Nullable String publicEndpoint,
            String region,
            String bucket,
            String accessKeyId,
            String accessKeySecret,
            @DefaultValue("false") boolean pathStyle,
            @DefaultValue("20s") Duration answer) {

        /** Where phones and browsers send files to and read them from. */
        String origin() {
            URI reached = URI.create(this.publicEndpoint == null ? this.endpoint : this.publicEndpoint);
            return reached.getScheme() + "://" + (this.pathStyle ? "" : this.bucket + ".") + reached.getAuthority();
        }
    }
}
