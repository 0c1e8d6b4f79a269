package org.tongxing.media;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.HttpMethod;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.Protocol;
import com.aliyun.oss.common.comm.SignVersion;
import com.aliyun.oss.model.GeneratePresignedUrlRequest;
import com.aliyun.oss.model.OSSObject;
import com.aliyun.oss.model.ObjectMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Keeps files in a private bucket of Aliyun OSS, signed with version 4. */
class OssFileStore implements FileStore {

    private static final String NOTHING_THERE = "NoSuchKey";

    private final OSS oss;
    private final OSS outside;
    private final MediaSettings.Oss settings;
    private final Clock clock;

    OssFileStore(MediaSettings.Oss settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.oss = client(settings, settings.endpoint());
        this.outside = settings.publicEndpoint() == null ? this.oss : client(settings, settings.publicEndpoint());
    }

    private static OSS client(MediaSettings.Oss settings, String endpoint) {
        ClientBuilderConfiguration configuration = new ClientBuilderConfiguration();
        configuration.setSignatureVersion(SignVersion.V4);
        configuration.setSLDEnabled(settings.pathStyle());
        configuration.setProtocol(endpoint.startsWith("http:") ? Protocol.HTTP : Protocol.HTTPS);
        configuration.setConnectionTimeout(5_000);
        configuration.setSocketTimeout(20_000);
        return OSSClientBuilder.create()
                .endpoint(endpoint)
                .region(settings.region())
                .credentialsProvider(new DefaultCredentialProvider(settings.accessKeyId(), settings.accessKeySecret()))
                .clientConfiguration(configuration)
                .build();
    }

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        ObjectMetadata metadata = new ObjectMetadata();
        metadata.setContentLength(bytes.length);
        metadata.setContentType(mediaType);
        this.oss.putObject(this.settings.bucket(), key, new ByteArrayInputStream(bytes), metadata);
    }

    @Override
    public byte[] get(String key, long most) throws Missing, TooLarge {
        try (OSSObject object = this.oss.getObject(this.settings.bucket(), key)) {
            if (object.getObjectMetadata().getContentLength() > most) {
                object.forcedClose();
                throw new TooLarge();
            }
            return object.getObjectContent().readAllBytes();
        } catch (OSSException refused) {
            if (NOTHING_THERE.equals(refused.getErrorCode())) {
                throw new Missing();
            }
            throw refused;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void delete(String key) {
        this.oss.deleteObject(this.settings.bucket(), key);
    }

    @Override
    public String link(String key, Duration life) {
        GeneratePresignedUrlRequest request =
                new GeneratePresignedUrlRequest(this.settings.bucket(), key, HttpMethod.GET);
        request.setExpiration(Date.from(this.clock.instant().plus(life)));
        return this.outside.generatePresignedUrl(request).toString();
    }

    @Override
    public UploadForm form(String key, long most, Duration life) {
        Instant now = this.clock.instant();
        Instant until = now.plus(life);
        return new UploadForm(address(), OssPostPolicy.fields(this.settings, key, most, now, until), until);
    }

    private String address() {
        String endpoint =
                this.settings.publicEndpoint() == null ? this.settings.endpoint() : this.settings.publicEndpoint();
        URI uri = URI.create(endpoint);
        return this.settings.pathStyle()
                ? endpoint + "/" + this.settings.bucket()
                : uri.getScheme() + "://" + this.settings.bucket() + "." + uri.getAuthority();
    }
}
