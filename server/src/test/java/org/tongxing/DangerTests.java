package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.tongxing.DangerCast.Holder;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerRequest;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.contract.DangerEndpoint.DangerView;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** A child is in danger: somebody says so, once and for sure; those on duty see it until one of them takes it up. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-danger-${random.uuid}",
            "tongxing.danger.look-every=100ms",
            "tongxing.notification.every=1h"
        })
@Import(DangerTests.MovableNow.class)
class DangerTests {

    private static final String DESK = "/api/admin/dangers";
    private static final String WORDS = "院里有人打孩子，喊救命";

    private static DangerCast cast;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MovableClock clock;

    @Value("${tongxing.media.directory}")
    private Path media;

    private ConsoleClient township;
    private ConsoleClient county;
    private ConsoleClient city;

    @BeforeEach
    void openTheTown() throws Exception {
        if (cast == null) {
            cast = new DangerCast(this.port, this.media, this.jdbc, this.clock);
            // Their codes go by the clock of the machine, so they sign in before it is moved.
            for (String username : List.of("zy.jialing", "wr.nanchong", "ln.sichuan", "aq.jialing", "sj.jialing")) {
                ConsoleClient.signedIn(this.port, username);
            }
        }
        this.township = cast.town.clerk;
        this.county = ConsoleClient.signedIn(this.port, "zy.jialing");
        this.city = ConsoleClient.signedIn(this.port, "wr.nanchong");
        for (String table : List.of(
                "danger_note",
                "danger_addition",
                "danger_receipt",
                "danger_report",
                "notification",
                "risk_decision",
                "child_tier")) {
            this.jdbc.update("DELETE FROM " + table);
        }
    }

    @Test
    @Clause("JB-48")
    void takesAReportAtOnceFromEverybodyWhoIsNearTheChild() {
        for (Holder near : cast.everybodyNear()) {
            DangerView taken = near.dangers().report(key(), about(cast.child));
            assertThat(taken.state()).isEqualTo(DangerState.WAITING);
            assertThat(near.dangers().mine()).containsExactly(taken);
        }
        assertThat(this.jdbc.queryForList("SELECT child_id FROM danger_report", Long.class))
                .hasSize(cast.everybodyNear().size())
                .containsOnly(cast.child);
    }

    @Test
    void knowsEveryKindOfTheDocument() {
        for (DangerKind kind : DangerKind.values()) {
            assertThat(cast.family
                            .dangers()
                            .report(key(), request(kind, null, cast.child, null))
                            .kind())
                    .isEqualTo(kind);
        }
    }

    @Test
    void takesAReportAboutAChildOutOfReachWithoutTellingWhoseItIs() throws Exception {
        DangerView taken = cast.volunteer.dangers().report(key(), about(cast.otherChild()));
        assertThat(this.jdbc.queryForObject("SELECT child_id FROM danger_report", Long.class))
                .isNull();
        assertThat(waiting(this.township)).hasSize(1);
        assertThat(waiting(this.township).get(0).path("id").asLong()).isEqualTo(taken.id());
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE subject LIKE ?",
                        Integer.class,
                        "phone:" + cast.volunteer.account() + "%"))
                .as("a row of the audit beside the report would tell who reported")
                .isZero();
    }

    @Test
    void namesTheChildForAFamilyWhosePairingEndedMeanwhile() {
        cast.endPairing();
        try {
            cast.family.dangers().report(key(), about(cast.child));
            assertThat(this.jdbc.queryForObject("SELECT child_id FROM danger_report", Long.class))
                    .isEqualTo(cast.child);
        } finally {
            cast.pairAgain();
        }
    }

    @Test
    void hearsNoStranger() {
        assertThatThrownBy(() -> cast.stranger.dangers().report(key(), about(cast.child)))
                .isInstanceOfSatisfying(
                        HttpClientErrorException.class,
                        no -> assertThat(no.getStatusCode().value()).isEqualTo(403));
        assertThat(reports()).isZero();
    }

    @Test
    void makesOneReportOfADraftSentManyTimesAtOnce() throws Exception {
        String key = key();
        DangerRequest draft = about(cast.child);
        List<Callable<DangerView>> deliveries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            deliveries.add(() -> cast.family.dangers().report(key, draft));
        }
        List<Long> ids = new ArrayList<>();
        for (DangerView answer : atOnce(deliveries)) {
            ids.add(answer.id());
        }
        assertThat(ids).hasSize(24);
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(reports()).isEqualTo(1);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM danger_addition", Integer.class))
                .isZero();
        cast.father.dangers().report(key, draft);
        assertThat(reports()).as("a key belongs to whoever gave it").isEqualTo(2);
    }

    @Test
    void addsWhatIsSaidLaterUnderTheSameKey() throws Exception {
        String key = key();
        long id = cast.family
                .dangers()
                .report(key, request(DangerKind.OTHER, null, null, null))
                .id();
        cast.family.dangers().report(key, request(DangerKind.MISSING, null, cast.child, true));
        cast.family.dangers().report(key, request(DangerKind.MISSING, WORDS, cast.child, true));
        cast.family.dangers().report(key, request(DangerKind.MISSING, WORDS, cast.child, true));
        cast.family.dangers().report(key, request(DangerKind.OTHER, null, null, null));
        assertThat(reports()).isEqualTo(1);
        JsonNode sheet = this.township.get(DESK + "/" + id).json();
        assertThat(sheet.path("kind").asString()).isEqualTo("MISSING");
        assertThat(sheet.path("calledPolice").asBoolean()).isTrue();
        assertThat(sheet.path("childId").asLong()).isEqualTo(cast.child);
        assertThat(sheet.path("additions")).hasSize(1);
        assertThat(sheet.at("/additions/0/words").asString()).isEqualTo(WORDS);
        assertThat(red(this.township)).containsExactly(cast.child);
    }

    @Test
    @Clause("GD-17")
    void stampsDiscoveryReportAndReceipt() {
        Instant noticed = now().minusSeconds(7200);
        Instant pressed = now().minusSeconds(3600);
        DangerView taken = cast.family
                .dangers()
                .report(
                        key(),
                        new DangerRequest(DangerKind.ACCIDENT, null, cast.child, null, null, noticed, pressed, false));
        assertThat(taken.discoveredAt()).isEqualTo(noticed);
        assertThat(taken.reportedAt()).isEqualTo(pressed);
        assertThat(taken.receivedAt()).isAfter(pressed).isBeforeOrEqualTo(now().plusSeconds(1));
    }

    @Test
    void takesAReportFromAPhoneWhoseClockIsWrong() {
        Instant ahead = now().plus(3, ChronoUnit.DAYS);
        DangerView taken = cast.family
                .dangers()
                .report(
                        key(),
                        new DangerRequest(DangerKind.ACCIDENT, null, cast.child, null, null, ahead, ahead, null));
        assertThat(taken.reportedAt()).isEqualTo(taken.receivedAt());
        assertThat(taken.discoveredAt()).isEqualTo(taken.receivedAt());
    }

    @Test
    @Clause("JB-49")
    void isShownToEverybodyOnDutyInTownshipAndCountyUntilSomebodyTakesItUp() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        ConsoleClient supervisor = cast.town.supervisor;
        assertThat(waiting(this.township)).hasSize(1);
        assertThat(waiting(supervisor)).hasSize(1);
        assertThat(waiting(this.county)).hasSize(1);
        assertThat(waiting(this.city)).as("not before it went up").isEmpty();
        assertThat(cast.family.dangers().get(id).shownTo())
                .as("asking is not seeing")
                .isEmpty();

        assertThat(received(this.township, id)).isEqualTo(204);
        received(this.township, id);
        assertThat(received(this.city, id)).isEqualTo(204);
        assertThat(cast.family.dangers().get(id).shownTo())
                .as("only on whose screen it has been, and once")
                .extracting(one -> one.name())
                .containsExactly("何明");

        assertThat(accept(supervisor, id).status()).isEqualTo(200);
        assertThat(accept(supervisor, id).status()).as("a second tap").isEqualTo(200);
        assertThat(accept(this.township, id).json().path("code").asString()).isEqualTo("ALREADY_DECIDED");
        assertThat(waiting(this.township)).isEmpty();
        assertThat(waiting(this.county)).isEmpty();
        DangerView seen = cast.family.dangers().get(id);
        assertThat(seen.state()).isEqualTo(DangerState.ACCEPTED);
        assertThat(seen.acceptedBy())
                .isEqualTo(supervisor
                        .get("/api/admin/session")
                        .json()
                        .path("displayName")
                        .asString());
        assertThat(seen.shownTo()).hasSize(2);
    }

    @Test
    void isAcceptedByOneOfSeveralWhoTryAtOnce() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        List<Callable<Integer>> tries = List.of(
                () -> accept(this.township, id).status(),
                () -> accept(cast.town.supervisor, id).status(),
                () -> accept(this.county, id).status());
        assertThat(atOnce(tries)).containsExactlyInAnyOrder(200, 409, 409);
    }

    @Test
    void goesUpWhenNobodyTakesItUpWithinTheMinutesOfTheSetting() throws Exception {
        assertThat(this.township
                        .send(
                                "PUT",
                                "/api/admin/local-settings/DANGER_ACCEPT_MINUTES",
                                Map.of("division", Town.CODE, "value", 5))
                        .status())
                .isEqualTo(200);
        ConsoleClient province = ConsoleClient.signedIn(this.port, "ln.sichuan");
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        this.clock.forward(Duration.ofMinutes(4));
        assertThat(waiting(this.city)).isEmpty();
        this.clock.forward(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(waiting(this.city)).hasSize(1));
        assertThat(waiting(province)).isEmpty();
        assertThat(waiting(this.township)).as("it stays where it was").hasSize(1);
        this.clock.forward(Duration.ofMinutes(6));
        await().untilAsserted(() -> assertThat(waiting(province)).hasSize(1));
        assertThat(accept(province, id).status()).isEqualTo(200);
        assertThat(waiting(this.township)).isEmpty();
        this.clock.forward(Duration.ofMinutes(60));
        assertThat(level(id)).isEqualTo("PROVINCE");
    }

    @Test
    void doesNotGoUpOnceSomebodyHasIt() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        accept(this.township, id);
        long other = cast.father.dangers().report(key(), about(cast.child)).id();
        this.clock.forward(Duration.ofMinutes(121));
        await().untilAsserted(() -> assertThat(level(other)).isNotEqualTo("COUNTY"));
        assertThat(level(id)).isEqualTo("COUNTY");
    }

    @Test
    @Clause("GD-17")
    @Clause("GD-18")
    void turnsTheChildRedInListsInTheFileAndOnThePhonesOfThoseWhoVisit() throws Exception {
        long id = cast.director.dangers().report(key(), about(cast.child)).id();
        assertThat(red(this.township)).containsExactly(cast.child);
        assertThat(red(this.county)).containsExactly(cast.child);
        await().untilAsserted(() -> assertThat(this.township
                        .get("/api/admin/children/" + cast.child + "/risk")
                        .json()
                        .at("/now/tier")
                        .asString())
                .isEqualTo("HIGH"));
        assertThat(cast.family.dangers().children()).containsExactly(cast.child);
        assertThat(cast.director.dangers().children()).containsExactly(cast.child);
        assertThat(cast.father.dangers().children())
                .as("the danger may be at home")
                .isEmpty();
        assertThat(cast.grandmother.dangers().children()).isEmpty();
        assertThat(cast.volunteer.dangers().children()).isEmpty();

        accept(this.township, id);
        assertThat(red(this.township)).as("until it is over").containsExactly(cast.child);
        close(this.township, id, "派出所和村里都到了，孩子在奶奶家");
        assertThat(red(this.township)).isEmpty();
        assertThat(cast.family.dangers().children()).isEmpty();
        assertThat(cast.director.dangers().get(id).closedAt()).isNotNull();
    }

    @Test
    void keepsWhatWasDoneAndHowItEnded() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        assertThat(close(this.township, id, "没事").json().path("code").asString())
                .as("nobody has taken it up")
                .isEqualTo("STALE");
        accept(this.township, id);
        assertThat(note(this.township, id, " ").status()).isEqualTo(400);
        assertThat(note(this.township, id, "给派出所打了电话，王警官去").status()).isEqualTo(200);
        assertThat(note(this.county, id, "县妇联也去人").status()).isEqualTo(200);
        JsonNode closed = close(this.township, id, "孩子送到了姑姑家").json();
        assertThat(closed.path("notes")).hasSize(2);
        assertThat(closed.at("/notes/1/words").asString()).isEqualTo("县妇联也去人");
        assertThat(closed.at("/closing/outcome").asString()).isEqualTo("孩子送到了姑姑家");
        assertThat(closed.at("/closing/by").asString()).isEqualTo("何明");
        assertThat(note(this.township, id, "再补一句").json().path("code").asString())
                .isEqualTo("STALE");
        assertThat(close(this.county, id, "再办一次").json().path("code").asString())
                .isEqualTo("STALE");
        JsonNode counts =
                this.township.get(DESK + "?division=" + Town.CODE).json().path("counts");
        assertThat(counts.path("CLOSED").asInt()).isEqualTo(1);
        assertThat(counts.path("WAITING").asInt()).isZero();
        assertThat(this.jdbc.queryForList("SELECT words_sealed FROM danger_note", String.class))
                .noneMatch(kept -> kept.contains("派出所"));
    }

    @Test
    void sealsWhoReportedAndOpensItToTheSecurityAdministratorAloneForAPurpose() throws Exception {
        long id = cast.family
                .dangers()
                .report(key(), request(DangerKind.DOMESTIC_VIOLENCE, WORDS, cast.child, null))
                .id();
        Map<String, Object> row = this.jdbc.queryForMap("SELECT * FROM danger_report WHERE id = ?", id);
        assertThat(row.values().toString())
                .doesNotContain(DangerCast.nameOf(cast.family))
                .doesNotContain("phone:")
                .doesNotContain(WORDS);
        String told = this.township.get(DESK + "/" + id).json().toString()
                + this.township.get(DESK + "?division=" + Town.CODE).json()
                + this.township.get(DESK + "/waiting").json();
        assertThat(told).contains(WORDS).doesNotContain(DangerCast.nameOf(cast.family));

        String opening = "/api/admin/danger-reporters/" + id + "/opening";
        for (ConsoleClient other : List.of(this.township, this.county, this.city)) {
            assertThat(other.post(opening, Map.of("purpose", "想知道")).status()).isEqualTo(403);
        }
        ConsoleClient security = ConsoleClient.signedIn(this.port, "aq.jialing");
        assertThat(security.get(DESK + "/" + id).status())
                .as("and not what was reported")
                .isEqualTo(403);
        assertThat(security.post(opening, Map.of("purpose", " ")).status()).isEqualTo(400);
        JsonNode opened = security.post(opening, Map.of("purpose", "派出所来函核实")).json();
        assertThat(opened.path("names").get(0).asString()).isEqualTo(DangerCast.nameOf(cast.family));
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'UNMASKED' AND subject = ? AND purpose = ?",
                        Integer.class,
                        "danger-reporter:" + id,
                        "派出所来函核实"))
                .isEqualTo(1);
        assertThat(security.post("/api/admin/danger-reporters/987654321/opening", Map.of("purpose", "核实"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsAReportToNobodyElse() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        assertThat(cast.father.raw().get("/api/phone/dangers/" + id).status()).isEqualTo(404);
        assertThat(cast.father.dangers().mine()).isEmpty();
        for (String username : List.of("aq.jialing", "sj.jialing", "ld.jinbao")) {
            ConsoleClient other = ConsoleClient.signedIn(this.port, username);
            assertThat(other.get(DESK + "/waiting").status()).as(username).isEqualTo(403);
            assertThat(other.get(DESK + "/" + id).status()).as(username).isEqualTo(403);
            assertThat(accept(other, id).status()).as(username).isEqualTo(403);
        }
        assertThat(this.city.get(DESK + "/" + id).status())
                .as("not at this level yet")
                .isEqualTo(404);
        this.jdbc.update("UPDATE danger_report SET division_code = '440203001001' WHERE id = ?", id);
        assertThat(this.township.get(DESK + "/" + id).status()).isEqualTo(404);
        assertThat(accept(this.township, id).status()).isEqualTo(404);
        assertThat(note(this.county, id, "看看").status()).isEqualTo(404);
        assertThat(received(this.township, id)).isEqualTo(204);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM danger_receipt", Integer.class))
                .isZero();
    }

    @Test
    @Clause("JB-49")
    void tellsThoseOnDutyAtOnceWithoutAName() throws Exception {
        cast.family.dangers().report(key(), request(DangerKind.MISSING, WORDS, cast.child, null));
        await().untilAsserted(() -> assertThat(this.jdbc.queryForList(
                        "SELECT phone_account_id FROM notification WHERE occasion = 'DANGER'", Long.class))
                .containsExactly(cast.director.account()));
        Map<String, Object> message = this.jdbc.queryForMap("SELECT * FROM notification WHERE occasion = 'DANGER'");
        assertThat(message.get("due_at")).as("at any hour").isEqualTo(message.get("created_at"));
        assertThat(message.values().toString()).doesNotContain(WORDS);
    }

    @Test
    void answersNonsenseWithAClearNo() throws Exception {
        for (Map<String, Object> nonsense : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("kind", "MISSING"),
                Map.of("kind", "FIRE", "discoveredAt", now().toString(), "reportedAt", now().toString()),
                Map.of(
                        "kind",
                        "MISSING",
                        "discoveredAt",
                        now().toString(),
                        "reportedAt",
                        now().toString(),
                        "words",
                        "字".repeat(501)))) {
            assertThat(cast.family
                            .raw()
                            .post("/api/phone/dangers", nonsense, "Idempotency-Key", key())
                            .status())
                    .isEqualTo(400);
        }
        assertThat(cast.family
                        .raw()
                        .post("/api/phone/dangers", Map.of(), "Idempotency-Key", "1")
                        .status())
                .isEqualTo(400);
        DangerView far = cast.family
                .dangers()
                .report(
                        key(),
                        new DangerRequest(DangerKind.MISSING, null, null, "桥头那户", "51x", Instant.EPOCH, now(), null));
        assertThat(far.reportedAt()).isNotNull();
        assertThat(this.township
                        .post(DESK + "/receipts", Map.of("ids", List.of()))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode waiting(ConsoleClient who) throws Exception {
        return who.get(DESK + "/waiting").json().path("waiting");
    }

    private List<Long> red(ConsoleClient who) throws Exception {
        return who.get(DESK + "/waiting")
                .json()
                .path("red")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static int received(ConsoleClient who, long id) throws Exception {
        return who.post(DESK + "/receipts", Map.of("ids", List.of(id))).status();
    }

    private static ConsoleClient.Answer accept(ConsoleClient who, long id) throws Exception {
        return who.post(DESK + "/" + id + "/acceptance", Map.of());
    }

    private static ConsoleClient.Answer note(ConsoleClient who, long id, String words) throws Exception {
        return who.post(DESK + "/" + id + "/notes", Map.of("words", words));
    }

    private static ConsoleClient.Answer close(ConsoleClient who, long id, String outcome) throws Exception {
        return who.post(DESK + "/" + id + "/closing", Map.of("words", outcome));
    }

    private static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : hands.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hands.shutdownNow();
        }
    }

    private int reports() {
        return this.jdbc.queryForObject("SELECT COUNT(*) FROM danger_report", Integer.class);
    }

    private String level(long id) {
        return this.jdbc.queryForObject("SELECT level FROM danger_report WHERE id = ?", String.class, id);
    }

    private DangerRequest about(long child) {
        return request(DangerKind.DOMESTIC_VIOLENCE, null, child, null);
    }

    private DangerRequest request(
            DangerKind kind, @Nullable String words, @Nullable Long child, @Nullable Boolean called) {
        return new DangerRequest(kind, words, child, null, null, now(), now(), called);
    }

    private Instant now() {
        return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** The hour of the machine, until a test moves it on. */
    @TestConfiguration(proxyBeanMethods = false)
    static class MovableNow {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
