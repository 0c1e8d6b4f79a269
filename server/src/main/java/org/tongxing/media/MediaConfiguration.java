package org.tongxing.media;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MediaConfiguration {

    @Bean
    FileStore fileStore(MediaSettings settings) {
        if (settings.oss() != null) {
            return new OssFileStore(settings.oss());
        }
        if (settings.directory() != null) {
            return new LocalFileStore(settings.directory());
        }
        throw new IllegalStateException("Set tongxing.media.oss or tongxing.media.directory");
    }
}
