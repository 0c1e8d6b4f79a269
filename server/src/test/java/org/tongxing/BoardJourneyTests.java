package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.board.BoardClock;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** From what a child needs, and what somebody offers, to what has come of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {"tongxing.sandbox.directory=target/sandbox-wish-${random.uuid}", "tongxing.wish.every=12h"})
@Import(StoppedClock.OnMonday.class)
class BoardJourneyTests {

    private static final String NEEDS = "/api/admin/needs";
    private static final String OFFERS = "/api/admin/offers";
    private static final String DOCKINGS = "/api/admin/dockings";

    @LocalServerPort
    private int port;

    @Autowired
    private StoppedClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private BoardClock boardClock;

    @Value("${tongxing.media.directory}")
    private Path media;

    private Town town;

    @BeforeEach
    void openTheTown() throws Exception {
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        this.town = Town.at(this.port);
        for (String table : List.of(
                "board_docking", "board_offer", "board_need", "volunteer_complaint", "volunteer", "membership")) {
            this.jdbc.update("DELETE FROM " + table);
        }
    }

    @Test
    @Clause("JB-54")
    @Clause("GD-70")
    void followsAnOfferFromAPhoneToANeedAndItsOutcome() throws Exception {
        long child = child();
        Phone volunteer = helping();
        long need = need(child, "GOODS", "两床厚棉被", 2);
        assertThat(code(this.town.clerk.post(NEEDS + "/" + need + "/publication", Map.of())))
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(volunteer.get("/api/phone/needs").json())
                .as("nobody else has read it")
                .isEmpty();
        publish(need);
        JsonNode read = volunteer.get("/api/phone/needs").json().get(0);
        assertThat(read.path("left").asInt()).isEqualTo(2);
        assertThat(read.toString()).doesNotContain(name(child)).doesNotContain("childId");

        assertThat(code(offer(volunteer, "防赌博的课", 2, null)))
                .as("WeChat calls it risky")
                .isEqualTo("WORDING_TELLS_TOO_MUCH");
        JsonNode offered = offer(volunteer, "两床新棉被", 2, need).json();
        assertThat(offer(volunteer, "两床新棉被", 2, need).json().path("id").asLong())
                .as("sent twice because an answer was lost")
                .isEqualTo(offered.path("id").asLong());
        JsonNode match = this.town.clerk.get(NEEDS + "/" + need).json().at("/offers/0");
        assertThat(match.path("reasons"))
                .extracting(JsonNode::asString)
                .contains("ASKED_FOR_THIS", "WORDS_ALIKE", "SAME_TOWNSHIP", "ENOUGH");
        assertThat(match.at("/offer/who").asString()).isEqualTo("文○○");
        assertThat(this.town
                        .clerk
                        .get(OFFERS + "/" + offered.path("id").asLong())
                        .json()
                        .at("/needs/0/id")
                        .asLong())
                .as("searched the other way")
                .isEqualTo(need);

        long docking =
                dock(need, offered.path("id").asLong(), 2).json().path("id").asLong();
        assertThat(volunteer
                        .get("/api/phone/offers")
                        .json()
                        .at("/0/dockings/0/state")
                        .asString())
                .isEqualTo("DOCKED");
        assertThat(volunteer.get("/api/phone/needs").json())
                .as("all of it is promised")
                .isEmpty();
        assertThat(this.town
                        .clerk
                        .post(DOCKINGS + "/" + docking + "/completion", Map.of("on", today(), "words", "送到家，都合用"))
                        .status())
                .isEqualTo(204);
        assertThat(code(this.town.clerk.post(DOCKINGS + "/" + docking + "/failure", Map.of("reason", "没来"))))
                .isEqualTo("ALREADY_DECIDED");
        assertThat(state(need)).isEqualTo("MET");
    }

    @Test
    @Clause("JB-54")
    void putsANeedBackOnTheBoardWhenAnOfferFallsThrough() throws Exception {
        long need = publish(need(child(), "GOODS", "一张书桌", 1));
        long offer = enter(Map.of("kind", "DONATED", "what", "一张书桌", "provider", "金宝家具店"));
        long docking = dock(need, offer, 1).json().path("id").asLong();
        assertThat(state(need)).isEqualTo("DOCKED");
        assertThat(code(this.town.clerk.post(NEEDS + "/" + need + "/cancellation", Map.of("reason", "不要了"))))
                .as("somebody is about to bring it")
                .isEqualTo("BOARD_MOVED_ON");
        this.town.clerk.post(DOCKINGS + "/" + docking + "/failure", Map.of("reason", "店里盘点，送不了"));
        assertThat(state(need)).isEqualTo("OPEN");
        assertThat(dock(need, offer, 1).status()).as("it may be tried again").isEqualTo(201);
    }

    @Test
    @Clause("JB-54")
    void givesNothingAwayTwiceHoweverManySupervisorsPressAtOnce() throws Exception {
        long offer = enter(Map.of("kind", "DONATED", "what", "棉鞋", "provider", "鞋厂", "quantity", 5));
        List<Long> needs = new ArrayList<>();
        for (long child : this.jdbc.queryForList(
                "SELECT id FROM child WHERE village_code LIKE '511304114%' ORDER BY id LIMIT 12", Long.class)) {
            needs.add(publish(need(child, "GOODS", "一双棉鞋", 1)));
        }
        List<Callable<Integer>> presses = new ArrayList<>();
        for (long need : needs) {
            presses.add(() -> dock(need, offer, 1).status());
            presses.add(() -> this.town
                    .supervisor
                    .post(NEEDS + "/" + need + "/dockings", Map.of("offerId", offer, "quantity", 1))
                    .status());
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        Map<Integer, Integer> answers = new TreeMap<>();
        for (Future<Integer> one : pool.invokeAll(presses)) {
            answers.merge(one.get(), 1, Integer::sum);
        }
        pool.shutdown();
        assertThat(answers).isEqualTo(Map.of(201, 5, 409, 19));
        assertThat(this.jdbc.queryForObject("SELECT SUM(docked) FROM board_need", Integer.class))
                .isEqualTo(5);
        assertThat(this.jdbc.queryForObject("SELECT docked FROM board_offer", Integer.class))
                .isEqualTo(5);
    }

    @Test
    @Clause("JB-56")
    @Clause("GD-58")
    void keepsToTheDaysAndTheBudgetOfAContract() throws Exception {
        Map<String, Object> bought =
                Map.of("kind", "PURCHASED", "category", "SERVICE", "what", "心理疏导", "provider", "阳光社工站", "quantity", 40);
        assertThat(code(this.town.clerk.post(OFFERS, entry(bought)))).isEqualTo("INVALID_REQUEST");
        Map<String, Object> contract = new java.util.HashMap<>(bought);
        contract.putAll(Map.of("contract", "JB-2026-07", "budgetYuan", 1000));
        long offer = enter(contract);
        long need = publish(need(child(), "SERVICE", "每周一次心理疏导", 10));
        assertThat(code(this.town.clerk.post(
                        NEEDS + "/" + need + "/dockings", Map.of("offerId", offer, "quantity", 5, "costYuan", 1001))))
                .isEqualTo("BOARD_MOVED_ON");
        assertThat(this.town
                        .clerk
                        .post(
                                NEEDS + "/" + need + "/dockings",
                                Map.of("offerId", offer, "quantity", 5, "costYuan", 800))
                        .status())
                .isEqualTo(201);
        assertThat(this.town
                        .clerk
                        .get(OFFERS + "/" + offer)
                        .json()
                        .at("/offer/committedYuan")
                        .asInt())
                .isEqualTo(800);
        this.clock.pass(Duration.ofDays(60));
        assertThat(this.town
                        .clerk
                        .get(OFFERS + "/" + offer)
                        .json()
                        .at("/offer/state")
                        .asString())
                .as("the contract has ended")
                .isEqualTo("OVER");
    }

    @Test
    @Clause("GD-76")
    void refusesWordsThatTellWhoNeedsIt() throws Exception {
        long child = child();
        for (String what : List.of("留 守儿童书包", "给" + name(child) + "的书包", "kunjing家庭的棉被")) {
            assertThat(code(this.town.clerk.post(NEEDS, entryOf(child, "GOODS", what, 1))))
                    .as(what)
                    .isEqualTo("WORDING_TELLS_TOO_MUCH");
        }
        Map<String, Object> money = new java.util.HashMap<>(entryOf(child, "MONEY", "一笔钱", 500));
        assertThat(code(this.town.clerk.post(NEEDS, money)))
                .as("money has a purpose")
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    @Clause("JB-54")
    void takesAPromiseBackFromWhoeverMayNotHelpAnyMore() throws Exception {
        Phone volunteer = helping();
        long need = publish(need(child(), "SKILL", "辅导数学", 8));
        long offer = offer(volunteer, "辅导小学数学", 8, null).json().path("id").asLong();
        dock(need, offer, 8);
        this.boardClock.tick();
        assertThat(state(need)).as("she may still help").isEqualTo("DOCKED");
        long id = this.town
                .clerk
                .get("/api/admin/volunteers")
                .json()
                .at("/rows/0/id")
                .asLong();
        this.town.clerk.post("/api/admin/volunteers/" + id + "/complaints", Map.of("about", "私下加孩子微信"));
        await().atMost(Duration.ofSeconds(10)).until(() -> state(need).equals("OPEN"));
        assertThat(this.town.clerk.get(NEEDS + "/" + need).json().path("offers"))
                .isEmpty();
    }

    @Test
    @Clause("JS-21")
    void putsEveryOfferBackOnTheDayTheCheckRunsOut() throws Exception {
        Phone volunteer = helping();
        long docked = publish(need(child(), "SKILL", "辅导数学", 8));
        dock(docked, offer(volunteer, "辅导小学数学", 8, null).json().path("id").asLong(), 8);
        long open = offer(volunteer, "教画画", 8, null).json().path("id").asLong();
        long id = this.jdbc.queryForObject("SELECT id FROM volunteer", Long.class);
        Volunteering.lastDay(this.town.clerk, id, this.clock.today());
        this.boardClock.tick();
        assertThat(state(docked)).as("it holds today").isEqualTo("DOCKED");
        assertThat(offerState(open)).isEqualTo("OPEN");

        this.clock.pass(Duration.ofDays(1));
        assertThat(offer(volunteer, "教书法", 1, null).status()).as("nothing new").isEqualTo(404);
        assertThat(offerState(open)).as("at once, before any clock").isEqualTo("OVER");
        assertThat(code(dock(publish(need(secondChild(), "SKILL", "学画画", 1)), open, 1)))
                .isEqualTo("BOARD_MOVED_ON");
        this.boardClock.tick();
        assertThat(state(docked)).isEqualTo("OPEN");
        Volunteering.screen(this.town.clerk, id, this.clock.today(), "CLEAR");
        assertThat(offerState(open)).as("checked again").isEqualTo("OPEN");
    }

    private String offerState(long offer) throws Exception {
        return this.town
                .clerk
                .get(OFFERS + "/" + offer)
                .json()
                .at("/offer/state")
                .asString();
    }

    private long secondChild() {
        return this.jdbc.queryForObject(
                "SELECT MAX(id) FROM child WHERE CHAR_LENGTH(name) = 3 AND village_code LIKE '511304114%'", Long.class);
    }

    @Test
    void showsNeitherNeedNorOfferOfAnotherPlace() throws Exception {
        long need = publish(need(child(), "GOODS", "一张书桌", 1));
        long offer = enter(Map.of("kind", "DONATED", "what", "一张书桌", "provider", "金宝家具店"));
        this.jdbc.update("UPDATE board_offer SET division_code = '511304115'");
        assertThat(this.town.clerk.get(OFFERS + "/" + offer).status()).isEqualTo(404);
        assertThat(dock(need, offer, 1).status()).isEqualTo(404);
        this.jdbc.update("UPDATE board_offer SET division_code = '511304'");
        assertThat(this.town
                        .clerk
                        .get(NEEDS + "/" + need)
                        .json()
                        .at("/offers/0/reasons")
                        .toString())
                .as("the whole county is reached")
                .contains("REACHES_HERE");
    }

    private Phone helping() throws Exception {
        Phone phone = Phone.of(this.port, this.media, "文秀", "14000000001");
        Volunteering.register(phone, 1);
        Volunteering.prepare(this.town.clerk, this.clock.today());
        for (JsonNode request : this.town
                .clerk
                .get("/api/admin/memberships?state=REQUESTED&kind=VOLUNTEER")
                .json()
                .path("rows")) {
            this.town.clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
        }
        return phone;
    }

    private ConsoleClient.Answer offer(Phone phone, String what, int quantity, Long need) throws Exception {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("divisionCode", Town.CODE, "category", need == null ? "SKILL" : "GOODS", "what", what));
        body.putAll(Map.of("quantity", quantity, "measure", "份", "fromOn", today(), "untilOn", inDays(30)));
        if (need != null) {
            body.put("needId", need);
        }
        return phone.post("/api/phone/offers", body);
    }

    private long enter(Map<String, Object> words) throws Exception {
        ConsoleClient.Answer answer = this.town.clerk.post(OFFERS, entry(words));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Map<String, Object> entry(Map<String, Object> words) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("category", "GOODS", "quantity", 1, "measure", "件"));
        body.putAll(Map.of("divisionCode", Town.CODE, "fromOn", today(), "untilOn", inDays(30)));
        body.putAll(words);
        return body;
    }

    private long need(long child, String category, String what, int quantity) throws Exception {
        ConsoleClient.Answer answer = this.town.clerk.post(NEEDS, entryOf(child, category, what, quantity));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Map<String, Object> entryOf(long child, String category, String what, int quantity) {
        return Map.of(
                "childId",
                child,
                "words",
                Map.of(
                        "category",
                        category,
                        "what",
                        what,
                        "quantity",
                        quantity,
                        "measure",
                        "份",
                        "fromOn",
                        today(),
                        "untilOn",
                        inDays(45)));
    }

    private long publish(long need) throws Exception {
        assertThat(this.town
                        .supervisor
                        .post(NEEDS + "/" + need + "/publication", Map.of())
                        .status())
                .isEqualTo(204);
        return need;
    }

    private ConsoleClient.Answer dock(long need, long offer, int quantity) throws Exception {
        return this.town.clerk.post(NEEDS + "/" + need + "/dockings", Map.of("offerId", offer, "quantity", quantity));
    }

    private String state(long need) throws Exception {
        return this.town.clerk.get(NEEDS + "/" + need).json().at("/need/state").asString();
    }

    private long child() {
        return this.jdbc.queryForObject(
                "SELECT MIN(id) FROM child WHERE CHAR_LENGTH(name) = 3 AND village_code LIKE '511304114%'", Long.class);
    }

    private String name(long child) {
        return this.jdbc.queryForObject("SELECT name FROM child WHERE id = ?", String.class, child);
    }

    private String today() {
        return this.clock.today().toString();
    }

    private String inDays(int days) {
        return this.clock.today().plusDays(days).toString();
    }

    private static String code(ConsoleClient.Answer answer) {
        return answer.json().path("code").asString();
    }
}
