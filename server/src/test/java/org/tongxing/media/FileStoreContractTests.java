package org.tongxing.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.StoppedClock;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;
import org.tongxing.sandbox.oss.OssDouble;

/** What every place for files has to do, asked of both: the local folder, and Aliyun's SDK talking to the double of OSS. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-files-${random.uuid}")
@Import(FileStoreContractTests.Now.class)
class FileStoreContractTests {

    private static final int MOST = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();

    /** Where files are. */
    enum Place {
        FOLDER,
        OSS
    }

    @LocalServerPort
    private int port;

    @Autowired
    private FileStore folder;

    @Autowired
    private StoppedClock clock;

    private OssDouble oss;
    private OssFileStore bucket;

    @BeforeEach
    void openTheBucket() {
        Now.set(this.clock);
        this.oss = OssDouble.start(this.clock);
        this.bucket = new OssFileStore(settings(OssDouble.SECRET), this.clock);
    }

    @AfterEach
    void closeTheBucket() {
        this.oss.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItWasGiven(Place place) throws Exception {
        byte[] photo = bytes(5_000);
        String key = key();
        at(place).put(key, photo, "image/jpeg");
        assertThat(at(place).get(key, MOST)).isEqualTo(photo);
        assertThat(at(place).get(key, photo.length)).isEqualTo(photo);
        assertThatThrownBy(() -> at(place).get(key, photo.length - 1)).isInstanceOf(FileStore.TooLarge.class);
        assertThatThrownBy(() -> at(place).get(key(), MOST)).isInstanceOf(FileStore.Missing.class);
    }

    @ParameterizedTest
    @EnumSource
    void lendsALinkForAMinuteAndForThisFileAlone(Place place) throws Exception {
        byte[] photo = bytes(900);
        String key = key();
        String other = key();
        at(place).put(key, photo, "image/jpeg");
        at(place).put(other, bytes(900), "image/jpeg");
        String link = at(place).link(key, MINUTE);
        HttpResponse<byte[]> read = read(link);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(photo);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(read(link.replace(key, other)).statusCode())
                .as("another file")
                .isEqualTo(403);
        assertThat(read(link.substring(0, link.indexOf('?'))).statusCode())
                .as("no signature")
                .isIn(400, 403);
        assertThat(read(forged(link)).statusCode()).as("another signature").isEqualTo(403);
        this.clock.pass(MINUTE.plusSeconds(2));
        assertThat(read(link).statusCode()).as("a minute later").isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void deletesForGood(Place place) throws Exception {
        String key = key();
        at(place).put(key, bytes(300), "image/jpeg");
        String link = at(place).link(key, MINUTE);
        at(place).delete(key);
        assertThatThrownBy(() -> at(place).get(key, MOST)).isInstanceOf(FileStore.Missing.class);
        assertThat(read(link).statusCode()).isIn(403, 404);
        at(place).delete(key);
    }

    @ParameterizedTest
    @EnumSource
    void takesOneFileFromABrowserWithTheFormItGave(Place place) throws Exception {
        byte[] photo = bytes(4_000);
        String key = key();
        FileStore.UploadForm form = at(place).form(key, MOST, MINUTE);
        assertThat(form.until()).isAfter(Instant.now().plusSeconds(30));
        assertThat(send(form, form.fields(), photo)).isEqualTo(204);
        assertThat(at(place).get(key, MOST)).isEqualTo(photo);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatTheFormDoesNotAllow(Place place) throws Exception {
        String key = key();
        FileStore.UploadForm form = at(place).form(key, MOST, MINUTE);
        assertThat(send(form, form.fields(), bytes(MOST + 1))).as("too large").isIn(400, 403);
        String elsewhere = key();
        assertThat(send(form, with(form, "key", elsewhere), bytes(10)))
                .as("to another key")
                .isEqualTo(403);
        for (String field : form.fields().keySet()) {
            if (!field.equals("key")) {
                Map<String, String> without = new LinkedHashMap<>(form.fields());
                without.remove(field);
                assertThat(send(form, without, bytes(10)))
                        .as("without " + field)
                        .isIn(400, 403);
            }
        }
        String signature = form.fields().containsKey("sign") ? "sign" : "x-oss-signature";
        assertThat(send(form, with(form, signature, "0".repeat(64)), bytes(10)))
                .as("another signature")
                .isEqualTo(403);
        String limit = form.fields().containsKey("most") ? "most" : "policy";
        assertThat(send(form, with(form, limit, limit.equals("most") ? "99999999" : "e30="), bytes(10)))
                .as("another limit")
                .isEqualTo(403);
        this.clock.pass(MINUTE.plusSeconds(2));
        assertThat(send(form, form.fields(), bytes(10))).as("a minute later").isEqualTo(403);
        for (String nothing : new String[] {key, elsewhere}) {
            assertThatThrownBy(() -> at(place).get(nothing, MOST)).isInstanceOf(FileStore.Missing.class);
        }
    }

    @Test
    void readsAndWritesNothingWithoutTheBucketsKey() throws Exception {
        String key = key();
        this.bucket.put(key, bytes(10), "image/jpeg");
        OssFileStore thief = new OssFileStore(settings("another-secret"), this.clock);
        assertThatThrownBy(() -> thief.get(key, MOST)).hasMessageContaining("SignatureDoesNotMatch");
        assertThatThrownBy(() -> thief.put(key(), bytes(10), "image/jpeg"))
                .hasMessageContaining("SignatureDoesNotMatch");
        assertThatThrownBy(() -> thief.delete(key)).hasMessageContaining("SignatureDoesNotMatch");
        FileStore.UploadForm form = thief.form(key(), MOST, MINUTE);
        assertThat(send(form, form.fields(), bytes(10))).isEqualTo(403);
        assertThat(read(this.oss.endpoint() + "/" + OssDouble.BUCKET + "/" + key)
                        .statusCode())
                .isEqualTo(403);
        assertThat(this.oss.keys()).containsExactly(key);
    }

    @Test
    void waitsForAHungStoreNoLongerThanWasSet() {
        this.oss.hang(true);
        for (Runnable deed : new Runnable[] {
            () -> this.bucket.put(key(), bytes(10), "image/jpeg"), () -> this.bucket.delete(key()), () -> got(key())
        }) {
            long begun = System.nanoTime();
            assertThatThrownBy(deed::run)
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.getCode()).isEqualTo(ProblemCode.FILES_UNREACHABLE));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
        this.oss.hang(false);
        this.bucket.put(key(), bytes(10), "image/jpeg");
    }

    @Test
    void saysThatTheStoreIsGone() {
        this.oss.close();
        assertThatThrownBy(() -> got(key()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.getCode()).isEqualTo(ProblemCode.FILES_UNREACHABLE));
    }

    @Test
    void neverLeavesTheFolder() {
        assertThatThrownBy(() -> this.folder.put("../outside", bytes(1), "image/jpeg"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> this.folder.delete("a/../../outside")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheOriginPagesMayReadFrom() {
        assertThat(settings("x").origin()).isEqualTo(this.oss.endpoint());
        assertThat(new MediaSettings.Oss(
                                "https://oss-cn-chengdu-internal.aliyuncs.com",
                                "https://oss-cn-chengdu.aliyuncs.com",
                                "cn-chengdu",
                                "tx",
                                "k",
                                "s",
                                false,
                                MINUTE)
                        .origin())
                .isEqualTo("https://tx.oss-cn-chengdu.aliyuncs.com");
    }

    private byte[] got(String key) {
        try {
            return this.bucket.get(key, MOST);
        } catch (FileStore.Missing | FileStore.TooLarge no) {
            throw new AssertionError(no);
        }
    }

    private FileStore at(Place place) {
        return place == Place.FOLDER ? this.folder : this.bucket;
    }

    private MediaSettings.Oss settings(String secret) {
        return new MediaSettings.Oss(
                this.oss.endpoint(),
                null,
                OssDouble.REGION,
                OssDouble.BUCKET,
                OssDouble.KEY_ID,
                secret,
                true,
                Duration.ofSeconds(1));
    }

    private HttpResponse<byte[]> read(String link) throws Exception {
        return this.http.send(
                HttpRequest.newBuilder(URI.create(here(link))).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private int send(FileStore.UploadForm form, Map<String, String> fields, byte[] file) throws Exception {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return this.http
                .send(
                        HttpRequest.newBuilder(URI.create(here(form.url())))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private String here(String link) {
        return link.startsWith("/") ? "http://127.0.0.1:" + this.port + link : link;
    }

    private static Map<String, String> with(FileStore.UploadForm form, String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.put(field, value);
        return fields;
    }

    /** The last digit of the signature is another one. */
    private static String forged(String link) {
        int at = link.indexOf(link.contains("x-oss-signature=") ? "x-oss-signature=" : "sign=") + 20;
        char other = link.charAt(at) == '0' ? '1' : '0';
        return link.substring(0, at) + other + link.substring(at + 1);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private static String key() {
        return "photos/2026-06-15/" + UUID.randomUUID() + ".jpg";
    }

    /** The hour of the machine, because Aliyun's SDK asks no other clock; moved on by a test. */
    @TestConfiguration
    static class Now {

        @Bean
        @Primary
        StoppedClock stoppedNow() {
            StoppedClock clock = new StoppedClock("2026-01-01T00:00:00");
            set(clock);
            return clock;
        }

        static void set(StoppedClock clock) {
            clock.set(Instant.now()
                    .atZone(org.tongxing.TongxingApplication.ZONE)
                    .toLocalDateTime()
                    .toString());
        }
    }
}
