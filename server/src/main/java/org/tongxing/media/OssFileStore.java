package org.tongxing.media;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.ClientException;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/** Keeps files in a private bucket of Aliyun OSS, signed with version 4. */
class OssFileStore implements FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(OssFileStore.class);
    private static final String NOTHING_THERE = "NoSuchKey";
    private static final int CONNECT_MILLIS = 5_000;

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
        int millis = Math.toIntExact(settings.answer().toMillis());
        // One try: whoever sends a photo sends it again, and a dead store must not keep our threads for four times as
        // long.
        configuration.setMaxErrorRetry(0);
        configuration.setConnectionTimeout(Math.min(millis, CONNECT_MILLIS));
        configuration.setConnectionRequestTimeout(millis);
        configuration.setSocketTimeout(millis);
        configuration.setRequestTimeoutEnabled(true);
        configuration.setRequestTimeout(millis);
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
        reached(() -> this.oss.putObject(this.settings.bucket(), key, new ByteArrayInputStream(bytes), metadata));
    }

    @Override
    public byte[] get(String key, long most) throws Missing, TooLarge {
        try (OSSObject object = reached(() -> this.oss.getObject(this.settings.bucket(), key))) {
            byte[] bytes = object.getObjectMetadata().getContentLength() > most
                    ? new byte[0]
                    : object.getObjectContent().readNBytes(Math.toIntExact(most + 1));
            if (bytes.length > most || object.getObjectMetadata().getContentLength() > most) {
                object.forcedClose();
                throw new TooLarge();
            }
            return bytes;
        } catch (OSSException refused) {
            if (NOTHING_THERE.equals(refused.getErrorCode())) {
                throw new Missing();
            }
            throw refused;
        } catch (IOException broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public void delete(String key) {
        reached(() -> this.oss.deleteObject(this.settings.bucket(), key));
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
        String url = this.settings.origin() + (this.settings.pathStyle() ? "/" + this.settings.bucket() : "");
        return new UploadForm(url, OssPostPolicy.fields(this.settings, key, most, now, until), until);
    }

    /** What OSS itself refuses stays what it is: a fault of ours. That it cannot be reached is told to whoever waits. */
    private static <T> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (ClientException silent) {
            throw unreachable(silent);
        }
    }

    private static Refusal unreachable(Exception why) {
        LOG.warn("OSS did not answer: {}", why.getMessage());
        return new Refusal(ProblemCode.FILES_UNREACHABLE);
    }
}
