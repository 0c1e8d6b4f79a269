package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Person;
import tools.jackson.databind.JsonNode;

/** One thread through everything: roster, pairing, visit with a photo, call, wish, and the coverage after each. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-thread-${random.uuid}")
class ThreadJourneyTests {

    private static final String TOWN = "511304114";

    @LocalServerPort
    private int port;

    @Value("${tongxing.media.directory}")
    private java.nio.file.Path media;

    @Test
    @Clause("JB-33")
    @Clause("JB-58")
    void leadsFromTheRosterToACoveredChildWhoIsVisitedCalledAndHeard() throws Exception {
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, "hm.jinbao");
        importTheRoster(clerk);
        JsonNode before = coverage(clerk);
        assertThat(before.path("eligible").asInt()).isPositive();
        assertThat(before.path("covered").asInt()).isZero();
        assertThat(before.path("unaccepted").asInt()).isPositive();
        assertThat(sum(before.path("reasons")))
                .isEqualTo(before.path("uncovered").asInt());

        Paired paired = pairAChild(clerk);
        assertThat(coverage(clerk).path("covered").asInt()).isEqualTo(1);
        assertThat(clerk.post("/api/admin/pairings", paired.request())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CHILD_ALREADY_PAIRED");

        recordAVisit(clerk, paired);
        recordACall(clerk);
        claimAWish(clerk, paired.childId());
    }

    private void importTheRoster(ConsoleClient clerk) throws Exception {
        ImportDesk desk = new ImportDesk(clerk);
        JsonNode preview = desk.read(TOWN, ImportDesk.sample());
        assertThat(preview.path("state").asString()).isEqualTo("PREVIEW");
        assertThat(preview.path("readRows").asInt()).isEqualTo(314 + 85);
        assertThat(coverage(clerk).path("eligible").asInt())
                .as("nothing is written yet")
                .isZero();
        long id = preview.path("id").asLong();
        assertThat(desk.accept(id).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(clerk.post(ImportDesk.path(id) + "/acceptance", Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("IMPORT_NOT_READY");
    }

    private Paired pairAChild(ConsoleClient clerk) throws Exception {
        JsonNode children = clerk.get("/api/admin/children?division=" + TOWN + "&which=NOBODY")
                .json();
        for (JsonNode child : children.path("rows")) {
            long id = child.path("id").asLong();
            JsonNode suitable = clerk.get("/api/admin/children/" + id + "/candidates")
                    .json()
                    .path("suitable");
            if (!suitable.isEmpty()) {
                JsonNode best = suitable.get(0);
                Map<String, Object> request = Map.of(
                        "childId",
                        id,
                        "familyId",
                        best.path("familyId").asLong(),
                        "startsOn",
                        LocalDate.now(TongxingApplication.ZONE).toString());
                assertThat(clerk.post("/api/admin/pairings", request).status()).isEqualTo(201);
                return new Paired(id, request, best.path("cadreName").asString());
            }
        }
        throw new AssertionError("No child of the first page has a suitable family");
    }

    private void recordAVisit(ConsoleClient clerk, Paired paired) throws Exception {
        ConsoleClient phone = phone("结对干部", Roster.phoneOfCadre(paired.cadreName()), clerk);
        JsonNode home = phone.get("/api/phone/home").json();
        assertThat(home.path("children").size()).isEqualTo(1);
        var photo = phone.upload("/api/phone/photos", "yard.png", picture(), Map.of());
        assertThat(photo.status()).isEqualTo(201);
        Map<String, Object> visit = Map.of(
                "childIds", List.of(paired.childId()),
                "visitedOn", LocalDate.now(TongxingApplication.ZONE).toString(),
                "met", List.of("CHILD", "GRANDPARENT"),
                "topics", List.of("DROWNING"),
                "condition", "WELL",
                "photoIds", List.of(photo.json().path("id").asLong()));
        String key = UUID.randomUUID().toString();
        var recorded = phone.post("/api/phone/visits", visit, "Idempotency-Key", key);
        assertThat(recorded.status()).isEqualTo(201);
        assertThat(phone.post("/api/phone/visits", visit, "Idempotency-Key", key)
                        .json())
                .as("sent twice is recorded once")
                .isEqualTo(recorded.json());
        assertThat(phone.get("/api/phone/home")
                        .json()
                        .at("/children/0/visitsThisYear")
                        .asInt())
                .isEqualTo(1);
        JsonNode file = clerk.get("/api/admin/children/" + paired.childId()).json();
        assertThat(file.at("/visits/0/photos").asInt()).isEqualTo(1);
        try (var files = java.nio.file.Files.walk(this.media)) {
            assertThat(files.filter(name -> name.toString().endsWith(".jpg")))
                    .as("picture and thumbnail")
                    .hasSize(2);
        }
    }

    private void recordACall(ConsoleClient clerk) throws Exception {
        ConsoleClient phone = phone("外出的家长", Roster.PHONE_OF_A_FATHER, clerk);
        JsonNode child = phone.get("/api/phone/home").json().at("/children/0");
        Map<String, Object> contact = Map.of(
                "childId",
                child.path("id").asLong(),
                "kind",
                "VIDEO",
                "length",
                "MEDIUM",
                "contactedAt",
                Instant.now().toString());
        assertThat(phone.post(
                                "/api/phone/contacts",
                                contact,
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(201);
        JsonNode file =
                clerk.get("/api/admin/children/" + child.path("id").asLong()).json();
        assertThat(file.at("/contactRhythm/weeks/7").asInt()).isEqualTo(1);
        assertThat(file.toString())
                .as("rhythm, never what a single call was")
                .doesNotContain("VIDEO")
                .doesNotContain("MEDIUM");
    }

    private void claimAWish(ConsoleClient clerk, long childId) throws Exception {
        // This town does not want its paired families to have wishes first.
        clerk.send("PUT", "/api/admin/local-settings/WISH_FAMILY_HOURS", Map.of("division", TOWN, "value", 0));
        JsonNode labelled = clerk.post(
                        "/api/admin/wishes",
                        Map.of("childId", childId, "kind", "THING", "what", "一双棉雨鞋", "why", "他是留 守 儿童"))
                .json();
        assertThat(labelled.path("code").asString()).isEqualTo("WORDING_TELLS_TOO_MUCH");
        assertThat(labelled.path("label").asString()).isEqualTo("留守");
        var proposed = clerk.post(
                "/api/admin/wishes",
                Map.of("childId", childId, "kind", "THING", "what", "一双 36 码的棉雨鞋", "why", "下雨天上学路上鞋会湿"));
        assertThat(proposed.status()).isEqualTo(201);
        String publication = "/api/admin/wishes/" + proposed.json().path("id").asLong() + "/publication";
        assertThat(clerk.post(publication, Map.of()).json().path("code").asString())
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        ConsoleClient supervisor = ConsoleClient.signedIn(this.port, "lp.jinbao");
        assertThat(supervisor.post(publication, Map.of()).status()).isEqualTo(204);

        Phone stranger = Phone.of(this.port, this.media, "路人", "14000000001");
        assertThat(stranger.get("/api/phone/wishes").json()).isEmpty();
        Volunteering.register(stranger, 1);
        assertThat(stranger.get("/api/phone/wishes").json()).isEmpty();
        Volunteering.prepare(clerk, LocalDate.now(TongxingApplication.ZONE));
        confirmAll(clerk);
        JsonNode wish = stranger.get("/api/phone/wishes").json().get(0);
        assertThat(wish.path("state").asString()).isEqualTo("OPEN");
        String claim = "/api/phone/wishes/" + wish.path("id").asLong() + "/claim";
        assertThat(stranger.post(claim, Map.of()).json().path("mine").asBoolean())
                .isTrue();
        assertThat(stranger.post(claim, Map.of()).json().path("mine").asBoolean())
                .as("an answer that got lost may be asked for again")
                .isTrue();
    }

    private ConsoleClient phone(String nickname, String number, ConsoleClient clerk) throws Exception {
        Person person = person(nickname, number);
        ConsoleClient phone = signIn(person);
        assertThat(phone.get("/api/phone/home").json().path("children")).isEmpty();
        phone.post(
                "/api/phone/session/phone-number",
                Map.of("code", sandbox().people().phoneCode(person.openid())));
        assertThat(phone.get("/api/phone/home").json().path("children"))
                .as("a request shows nothing before somebody confirms it")
                .isEmpty();
        confirmAll(clerk);
        return phone;
    }

    private void confirmAll(ConsoleClient clerk) throws Exception {
        for (JsonNode request :
                clerk.get("/api/admin/memberships?state=REQUESTED").json().path("rows")) {
            clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
        }
    }

    private ConsoleClient signIn(Person person) throws Exception {
        String code = sandbox().people().loginCode(person.openid());
        var session = new ConsoleClient(this.port).post("/api/phone/session", Map.of("code", code));
        assertThat(session.status()).isEqualTo(200);
        assertThat(new ConsoleClient(this.port)
                        .post("/api/phone/session", Map.of("code", code))
                        .json()
                        .path("code")
                        .asString())
                .as("a code serves once")
                .isEqualTo("WECHAT_CODE_INVALID");
        return new ConsoleClient(this.port, session.json().path("token").asString());
    }

    private Person person(String nickname, String number) {
        return sandbox().people().add(nickname, number);
    }

    private Sandbox sandbox() {
        return Sandbox.on(this.media.getParent().toString());
    }

    private static JsonNode coverage(ConsoleClient clerk) throws Exception {
        return clerk.get("/api/admin/coverage?division=" + TOWN).json();
    }

    private static int sum(JsonNode reasons) {
        int sum = 0;
        for (JsonNode reason : reasons) {
            sum += reason.path("count").asInt();
        }
        return sum;
    }

    private static byte[] picture() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }

    /** A pairing as it was asked for. */
    private record Paired(long childId, Map<String, Object> request, String cadreName) {}
}
