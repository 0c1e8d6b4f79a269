package org.tongxing.media;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.SignVersion;
import com.aliyun.oss.model.ObjectMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Keeps files in a private bucket of Aliyun OSS, signed with version 4. */
class OssFileStore implements FileStore {

    private final OSS oss;
    private final String bucket;

    OssFileStore(MediaSettings.Oss settings) {
        ClientBuilderConfiguration configuration = new ClientBuilderConfiguration();
        configuration.setSignatureVersion(SignVersion.V4);
        this.oss = OSSClientBuilder.create()
                .endpoint(settings.endpoint())
                .region(settings.region())
                .credentialsProvider(new DefaultCredentialProvider(settings.accessKeyId(), settings.accessKeySecret()))
                .clientConfiguration(configuration)
                .build();
        this.bucket = settings.bucket();
    }

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        ObjectMetadata metadata = new ObjectMetadata();
        metadata.setContentLength(bytes.length);
        metadata.setContentType(mediaType);
        this.oss.putObject(this.bucket, key, new ByteArrayInputStream(bytes), metadata);
    }

    @Override
    public byte[] get(String key) {
        try (var object = this.oss.getObject(this.bucket, key)) {
            return object.getObjectContent().readAllBytes();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
