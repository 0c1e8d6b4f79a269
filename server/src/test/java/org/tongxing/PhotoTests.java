package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.tongxing.AroundAChild.Holder;
import org.tongxing.contract.PhotoConsentEndpoint.ConsentDecision;
import org.tongxing.contract.PhotoConsentEndpoint.PhotoConsentRequest;
import org.tongxing.contract.PhotoEndpoint.PhotoLinkView;
import org.tongxing.contract.PhotoEndpoint.PhotoTicketView;
import org.tongxing.kernel.Clause;
import org.tongxing.media.NightlySweep;
import tools.jackson.databind.json.JsonMapper;

/** A photo from the phone that took it to whoever may look, and to its end; nobody sees it without a guardian's yes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-photos-${random.uuid}")
@Import(MovableClock.FromNow.class)
class PhotoTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static AroundAChild cast;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationContext server;

    @Value("${tongxing.media.directory}")
    private Path media;

    @BeforeEach
    void openTheTown() throws Exception {
        if (cast == null) {
            // What is written on a day is checked against the machine's own day as well, so all of this lies behind it.
            this.clock.goTo(LocalDate.now(TongxingApplication.ZONE).minusDays(120));
            cast = new AroundAChild(this.port, this.media, this.jdbc, this.clock);
        }
        this.jdbc.update("DELETE FROM photo_consent");
    }

    @Test
    void sendsAPhotoOnceHoweverOftenItIsSent() throws Exception {
        byte[] yard = scene(3);
        long first = upload(cast.family, yard);
        assertThat(upload(cast.family, yard)).isEqualTo(first);
        assertThat(upload(cast.director, yard))
                .as("another person's is another")
                .isNotEqualTo(first);
    }

    @Test
    void answersWhatIsNoPhotoWithAClearNo() throws Exception {
        for (byte[] no : new byte[][] {
            "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1}, {}
        }) {
            var answer = cast.family.raw().upload("/api/phone/photos", "a.jpg", no, Map.of());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("code").asString()).isEqualTo("FILE_UNREADABLE");
            assertThat(answer.json().path("title").asString()).isEqualTo("读不了这个文件，换一个试试");
        }
        assertThat(cast.family
                        .raw()
                        .upload("/api/phone/photos", "a.jpg", new byte[11 << 20], Map.of())
                        .status())
                .isEqualTo(413);
        assertThat(cast.family
                        .raw()
                        .post("/api/phone/photos", Map.of("file", "x"))
                        .status())
                .isIn(400, 415);
        assertThat(cast.stranger
                        .raw()
                        .upload("/api/phone/photos", "a.jpg", scene(1), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void answersEveryHostileFileWithAClearNoHoweverItComes() throws Exception {
        int photos = this.jdbc.queryForObject("SELECT COUNT(*) FROM photo", Integer.class);
        long kept = files("");
        for (Map.Entry<String, byte[]> file : HostileFiles.pictures().entrySet()) {
            var straight = cast.family.raw().upload("/api/phone/photos", "a.jpg", file.getValue(), Map.of());
            assertThat(straight.status()).as(file.getKey()).isIn(400, 413);
            assertThat(straight.json().path("code").asString())
                    .as(file.getKey())
                    .isIn("FILE_UNREADABLE", "FILE_TOO_LARGE");
            PhotoTicketView ticket = cast.family.photos().ticket();
            send(ticket, file.getValue());
            assertThat(refusal(() -> cast.family.photos().complete(ticket.ticket())))
                    .as(file.getKey())
                    .isIn("FILE_UNREADABLE", "FILE_TOO_LARGE", "FILE_NOT_THERE");
            this.jdbc.update("DELETE FROM photo_ticket WHERE id = ?", ticket.ticket());
        }
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM photo", Integer.class))
                .isEqualTo(photos);
        assertThat(files("")).isEqualTo(kept);
    }

    @Test
    void takesAPhotoStraightFromThePhoneToWhereFilesAreKept() throws Exception {
        PhotoTicketView ticket = cast.family.photos().ticket();
        assertThat(refusal(() -> cast.family.photos().complete(ticket.ticket())))
                .isEqualTo("FILE_NOT_THERE");
        assertThat(send(ticket, scene(11))).isEqualTo(204);
        assertThat(refusal(() -> cast.father.photos().complete(ticket.ticket())))
                .as("nobody else's")
                .isEqualTo("NOT_FOUND");
        long photo = cast.family.photos().complete(ticket.ticket()).id();
        assertThat(cast.family.photos().complete(ticket.ticket()).id()).isEqualTo(photo);
        assertThat(files("incoming")).isZero();
        assertThat(read(cast.family.photos().link(photo).url())).isEqualTo(200);
    }

    @Test
    void throwsAwayWhatATicketBroughtThatIsNoPicture() throws Exception {
        PhotoTicketView ticket = cast.family.photos().ticket();
        send(ticket, "MZ this is a program".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(() -> cast.family.photos().complete(ticket.ticket())))
                .isEqualTo("FILE_UNREADABLE");
        assertThat(files("incoming")).isZero();
    }

    @Test
    @Clause("SG-25")
    @Clause("JB-40")
    void isShownToNobodyBeforeAGuardianAgreesAndToNobodyAfterOneTakesItBack() throws Exception {
        long photo = visitedWith(scene(21));
        String desk = "/api/admin/photos/" + photo + "/link";
        assertThat(cast.town.clerk.get(desk).json().path("code").asString()).isEqualTo("PHOTO_HELD");
        assertThat(refusal(() -> cast.family.photos().link(photo))).isIn("NOT_FOUND", "PHOTO_HELD");

        decide(cast.father, ConsentDecision.GIVEN);
        String link = cast.town.clerk.get(desk).json().path("url").asString();
        assertThat(read(link)).isEqualTo(200);
        PhotoLinkView hers = cast.family.photos().link(photo);
        assertThat(read(hers.thumbnailUrl())).isEqualTo(200);
        assertThat(Duration.between(this.clock.instant(), hers.until())).isLessThanOrEqualTo(Duration.ofMinutes(1));
        this.clock.forward(Duration.ofSeconds(62));
        assertThat(read(link)).as("a minute later").isEqualTo(403);

        decide(cast.grandmother, ConsentDecision.REFUSED);
        assertThat(cast.town.clerk.get(desk).json().path("code").asString())
                .as("one no is enough")
                .isEqualTo("PHOTO_HELD");
        decide(cast.grandmother, ConsentDecision.GIVEN);
        assertThat(cast.town.clerk.get(desk).status()).isEqualTo(200);
        decide(cast.father, ConsentDecision.WITHDRAWN);
        assertThat(cast.town.clerk.get(desk).status()).isEqualTo(409);

        Path file = stored(photo);
        assertThat(file).exists();
        this.clock.forward(Duration.ofDays(29));
        NightlySweep.of(this.server);
        assertThat(file).exists();
        this.clock.forward(Duration.ofDays(3));
        NightlySweep.of(this.server);
        assertThat(file).as("a month without consent").doesNotExist();
        assertThat(cast.town.clerk.get(desk).status()).isEqualTo(404);
    }

    @Test
    void isDeletedForGood() throws Exception {
        long photo = visitedWith(scene(31));
        decide(cast.father, ConsentDecision.GIVEN);
        String link = cast.town
                .clerk
                .get("/api/admin/photos/" + photo + "/link")
                .json()
                .path("url")
                .asString();
        Path file = stored(photo);
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.delete("/api/admin/photos/" + photo).status()).isIn(403, 404);
        assertThat(file).exists();
        assertThat(cast.town.clerk.delete("/api/admin/photos/" + photo).status())
                .isEqualTo(204);
        assertThat(file).doesNotExist();
        assertThat(read(link)).isEqualTo(403);
        assertThat(cast.town.clerk.delete("/api/admin/photos/" + photo).status())
                .isEqualTo(404);
        Map<String, Object> left = this.jdbc.queryForMap("SELECT * FROM photo WHERE id = ?", photo);
        assertThat(left.get("look")).isNull();
        assertThat(left.get("place_sealed")).isNull();
        assertThat(left.get("taken_at")).isNull();
        assertThat(left.get("deleted_at")).isNotNull();
    }

    @Test
    void discardsAnUnusedPhotoAndNotAUsedOne() throws Exception {
        long photo = upload(cast.family, scene(41));
        Path file = stored(photo);
        assertThat(refusal(() -> cast.father.photos().discard(photo))).isEqualTo("NOT_FOUND");
        cast.family.photos().discard(photo);
        assertThat(file).doesNotExist();
        long used = visitedWith(scene(42));
        assertThat(refusal(() -> cast.family.photos().discard(used))).isEqualTo("NOT_FOUND");
    }

    @Test
    void throwsAwayWhatNoDeedHasUsedForAMonth() throws Exception {
        long photo = upload(cast.family, scene(51));
        Path file = stored(photo);
        this.clock.forward(Duration.ofDays(31));
        NightlySweep.of(this.server);
        assertThat(file).doesNotExist();
    }

    @Test
    void isSeenByNobodyWhoHasNothingToDoWithTheChild() throws Exception {
        long photo = visitedWith(scene(61));
        decide(cast.father, ConsentDecision.GIVEN);
        for (Holder other : List.of(cast.volunteer, cast.stranger)) {
            assertThat(refusal(() -> other.photos().link(photo))).isEqualTo("NOT_FOUND");
        }
        assertThat(refusal(() -> cast.volunteer.photos().link(987_654_321L))).isEqualTo("NOT_FOUND");
        ConsoleClient liaison = ConsoleClient.signedIn(this.port, "ld.jinbao");
        assertThat(liaison.get("/api/admin/photos/" + photo + "/link").status()).isEqualTo(404);
    }

    @Test
    @Clause("SG-26")
    void packsCopiesWithTheCaptionForAPurpose() throws Exception {
        long photo = visitedWith(scene(71));
        long visit =
                this.jdbc.queryForObject("SELECT SUBSTRING(attached_to, 7) FROM photo WHERE id = ?", Long.class, photo);
        String pack = "/api/admin/visits/" + visit + "/photo-pack";
        assertThat(cast.town
                        .clerk
                        .post(pack, Map.of("purpose", "季度报送"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("PHOTO_HELD");
        decide(cast.father, ConsentDecision.GIVEN);
        assertThat(cast.town.clerk.post(pack, Map.of("purpose", "")).status()).isEqualTo(400);
        assumeThat(getClass().getResource("/font/NotoSansSC_500Medium.ttf"))
                .as("the font comes with a build that has the front ends")
                .isNotNull();
        byte[] zip = cast.town.clerk.fetch(pack, Map.of("purpose", "季度报送"));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("1.jpg");
            byte[] copy = in.readAllBytes();
            BufferedImage captioned = ImageIO.read(new ByteArrayInputStream(copy));
            BufferedImage clean = ImageIO.read(stored(photo).toFile());
            assertThat(captioned.getHeight()).isGreaterThan(clean.getHeight());
            assertThat(in.getNextEntry().getName()).isEqualTo("说明.txt");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("照片：1 张");
            assertThat(in.getNextEntry()).isNull();
        }
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'EXPORTED' AND purpose = '季度报送'",
                        Integer.class))
                .isEqualTo(1);
    }

    private long visitedWith(byte[] picture) throws Exception {
        long photo = upload(cast.family, picture);
        var visit = cast.family
                .raw()
                .post(
                        "/api/phone/visits",
                        Map.of(
                                "childIds", List.of(cast.child),
                                "visitedOn", LocalDate.now(this.clock).toString(),
                                "met", List.of("CHILD"),
                                "topics", List.of("DROWNING"),
                                "condition", "WELL",
                                "photoIds", List.of(photo)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(visit.status()).as(visit.json().toString()).isEqualTo(201);
        return photo;
    }

    private static void decide(Holder guardian, ConsentDecision decision) {
        String version = guardian.consents().of(cast.child).version();
        guardian.consents().decide(new PhotoConsentRequest(cast.child, version, decision));
        assertThat(guardian.consents().of(cast.child).own()).isEqualTo(decision);
    }

    private static long upload(Holder holder, byte[] picture) throws Exception {
        var answer = holder.raw().upload("/api/phone/photos", "yard.png", picture, Map.of());
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private static String refusal(Runnable deed) {
        try {
            deed.run();
        } catch (HttpClientErrorException no) {
            return JSON.readTree(no.getResponseBodyAsByteArray()).path("code").asString();
        }
        throw new AssertionError("It was not refused");
    }

    private Path stored(long photo) {
        return this.media.resolve(
                this.jdbc.queryForObject("SELECT object_key FROM photo WHERE id = ?", String.class, photo));
    }

    private long files(String folder) throws Exception {
        Path place = this.media.resolve(folder);
        if (!Files.exists(place)) {
            return 0;
        }
        try (var found = Files.walk(place)) {
            return found.filter(Files::isRegularFile).count();
        }
    }

    private int read(String link) throws Exception {
        return this.http
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + link))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int send(PhotoTicketView ticket, byte[] file) throws Exception {
        return new ConsoleClient(this.port)
                .upload(ticket.url(), "a.jpg", file, ticket.fields())
                .status();
    }

    private static byte[] scene(int seed) throws Exception {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        java.util.Random dice = new java.util.Random(seed);
        for (int x = 0; x < 9; x++) {
            for (int y = 0; y < 8; y++) {
                graphics.setColor(new Color(dice.nextInt(1 << 24)));
                graphics.fillRect(x * 72, y * 60, 72, 60);
            }
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
