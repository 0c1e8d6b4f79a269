package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.tongxing.contract.PhotoEndpoint.PhotoLinkView;
import org.tongxing.contract.PhotoEndpoint.PhotoTicketView;
import org.tongxing.sandbox.oss.OssDouble;

/** The server with its photos in OSS: phones send them there and read them there, and a store that hangs is said so. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-oss-${random.uuid}")
class PhotosOnOssTests {

    private static final OssDouble OSS = OssDouble.start(Clock.systemUTC());

    private static AroundAChild cast;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Value("${tongxing.media.directory}")
    private Path media;

    @DynamicPropertySource
    static void bucket(DynamicPropertyRegistry settings) {
        settings.add("tongxing.media.oss.endpoint", OSS::endpoint);
        settings.add("tongxing.media.oss.region", () -> OssDouble.REGION);
        settings.add("tongxing.media.oss.bucket", () -> OssDouble.BUCKET);
        settings.add("tongxing.media.oss.access-key-id", () -> OssDouble.KEY_ID);
        settings.add("tongxing.media.oss.access-key-secret", () -> OssDouble.SECRET);
        settings.add("tongxing.media.oss.path-style", () -> true);
        settings.add("tongxing.media.oss.answer", () -> "1s");
    }

    @BeforeEach
    void openTheTown() throws Exception {
        if (cast == null) {
            cast = new AroundAChild(this.port, this.media, this.jdbc, this.clock);
        }
        OSS.hang(false);
    }

    @AfterAll
    static void close() {
        OSS.close();
    }

    @Test
    void travelsFromThePhoneToTheBucketAndBackWithoutPassingTheServer() throws Exception {
        PhotoTicketView ticket = cast.family.photos().ticket();
        assertThat(ticket.url()).startsWith(OSS.endpoint());
        assertThat(new ConsoleClient(this.port)
                        .at(URI.create(ticket.url()).getPort())
                        .upload("/" + OssDouble.BUCKET, "a.jpg", picture(), ticket.fields())
                        .status())
                .isEqualTo(204);
        long photo = cast.family.photos().complete(ticket.ticket()).id();
        assertThat(OSS.keys())
                .as("picture and thumbnail, and not what came")
                .hasSize(2)
                .noneMatch(key -> key.startsWith("incoming"));
        PhotoLinkView link = cast.family.photos().link(photo);
        assertThat(link.url()).startsWith(OSS.endpoint()).contains("x-oss-expires");
        HttpResponse<byte[]> read = get(link.url());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(get(link.url().substring(0, link.url().indexOf('?'))).statusCode())
                .as("the bucket is private")
                .isEqualTo(403);
        cast.family.photos().discard(photo);
        assertThat(OSS.keys()).isEmpty();
        assertThat(get(link.url()).statusCode()).isEqualTo(404);
    }

    @Test
    void throwsAwayWhatNeverPassedTheServerAndIsNoPicture() throws Exception {
        List<String> before = List.copyOf(OSS.keys());
        for (Map.Entry<String, byte[]> file : HostileFiles.pictures().entrySet()) {
            if (file.getValue().length == 0) {
                // The form does not allow it, so OSS never keeps it.
                continue;
            }
            PhotoTicketView ticket = cast.family.photos().ticket();
            new ConsoleClient(this.port)
                    .at(URI.create(ticket.url()).getPort())
                    .upload("/" + OssDouble.BUCKET, "a.jpg", file.getValue(), ticket.fields());
            assertThatThrownBy(() -> cast.family.photos().complete(ticket.ticket()))
                    .as(file.getKey())
                    .isInstanceOf(HttpClientErrorException.class);
            this.jdbc.update("DELETE FROM photo_ticket WHERE id = ?", ticket.ticket());
        }
        assertThat(OSS.keys()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void saysWithinSecondsThatAHungStoreDoesNotAnswerAndLosesNothing() throws Exception {
        OSS.hang(true);
        long begun = System.nanoTime();
        ConsoleClient.Answer no = cast.family.raw().upload("/api/phone/photos", "a.png", picture(), Map.of());
        assertThat(no.status()).isEqualTo(503);
        assertThat(no.json().path("code").asString()).isEqualTo("FILES_UNREACHABLE");
        assertThat(no.json().path("title").asString()).isEqualTo("存照片的地方没回应，等会儿再试");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        OSS.hang(false);
        assertThat(cast.family
                        .raw()
                        .upload("/api/phone/photos", "a.png", picture(), Map.of())
                        .status())
                .as("sent again")
                .isEqualTo(201);
    }

    @Test
    void letsThePagesReadFromTheBucketAndFromNowhereElse() throws Exception {
        String policy = get("http://127.0.0.1:" + this.port + "/admin/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy)
                .contains("img-src 'self' data: blob: " + OSS.endpoint() + ";")
                .contains("connect-src 'self' blob: " + OSS.endpoint() + ";")
                .doesNotContain("*");
    }

    private HttpResponse<byte[]> get(String url) throws Exception {
        return this.http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] picture() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
