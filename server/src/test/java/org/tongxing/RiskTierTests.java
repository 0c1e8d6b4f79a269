package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.ConsoleClient.Answer;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** Who may put a child into a risk tier, who may lower it, and who may know. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-risk-${random.uuid}")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RiskTierTests {

    private static final String VILLAGE = "511304114001";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Town town;
    private ConsoleClient director;

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
        this.director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
    }

    @Test
    @Order(1)
    @Clause("GD-24")
    void takesATierByHandWhereNoBookSortsByRisk() throws Exception {
        long child = children(this.director, VILLAGE).get(0);
        assertThat(risk(child).path("now").isMissingNode()).isTrue();
        JsonNode raised =
                decide(this.director, child, "MEDIUM_HIGH", "最近常常一个人在家", false).json();
        assertThat(raised.at("/now/tier").asString()).isEqualTo("MEDIUM_HIGH");
        assertThat(raised.at("/now/basis").asString()).isEqualTo("人工");
        assertThat(raised.at("/decisions/0/by").asString()).isNotBlank();
        assertThat(raised.path("mayLower").asBoolean()).isFalse();
    }

    @Test
    @Order(2)
    @Clause("GD-24")
    @Clause("GD-26")
    void lowersOnlyWithAReasonAndByThoseWhoArrange() throws Exception {
        long child = children(this.director, VILLAGE).get(1);
        decide(this.director, child, "HIGH", null, false);
        assertThat(code(decide(this.director, child, "LOW", "没事了", false))).isEqualTo("ROLE_MAY_NOT");
        assertThat(code(decide(this.town.clerk, child, "LOW", null, false))).isEqualTo("REASON_NEEDED");
        assertThat(code(decide(this.town.clerk, child, "LOW", "  ", true))).isEqualTo("REASON_NEEDED");
        assertThat(risk(child).at("/now/tier").asString())
                .as("nothing is half done")
                .isEqualTo("HIGH");
        JsonNode lowered = decide(this.town.supervisor, child, "MEDIUM_LOW", "镇里评估过，奶奶搬来同住", true)
                .json();
        assertThat(lowered.at("/now/tier").asString()).isEqualTo("MEDIUM_LOW");
        assertThat(lowered.at("/decisions/0/previous").asString()).isEqualTo("HIGH");
        assertThat(lowered.at("/decisions/0/byTeam").asBoolean()).isTrue();
        assertThat(lowered.at("/decisions/0/reason").asString()).contains("评估");
        assertThat(lowered.path("decisions")).hasSize(2);
        assertThat(this.jdbc.queryForList(
                        "SELECT reason_sealed FROM risk_decision WHERE child_id = ?", String.class, child))
                .noneMatch(reason -> reason != null && reason.contains("奶奶"));
    }

    @Test
    @Order(3)
    void isNothingForAUnit() throws Exception {
        ConsoleClient liaison = ConsoleClient.signedIn(this.port, "ld.jinbao");
        long child = children(this.director, VILLAGE).get(0);
        assertThat(code(liaison.get("/api/admin/risk-tiers?division=" + Town.CODE)))
                .isEqualTo("ROLE_MAY_NOT");
        assertThat(code(liaison.get("/api/admin/children/" + child + "/risk"))).isEqualTo("ROLE_MAY_NOT");
        assertThat(code(decide(liaison, child, "HIGH", null, false))).isEqualTo("ROLE_MAY_NOT");
    }

    @Test
    @Order(3)
    void isHiddenFromTheDirectorOfAnotherVillageAndThatIsWrittenDown() throws Exception {
        long elsewhere = this.jdbc.queryForObject(
                "SELECT MIN(id) FROM child WHERE village_code NOT LIKE '511304114001%'", Long.class);
        int before = outOfScope(elsewhere);
        assertThat(this.director
                        .get("/api/admin/children/" + elsewhere + "/risk")
                        .status())
                .isEqualTo(404);
        assertThat(decide(this.director, elsewhere, "HIGH", null, false).status())
                .isEqualTo(404);
        assertThat(this.director
                        .get("/api/admin/risk-tiers?division=" + Town.CODE)
                        .status())
                .isEqualTo(404);
        assertThat(outOfScope(elsewhere)).isEqualTo(before + 2);
    }

    @Test
    @Order(4)
    @Clause("GD-18")
    @Clause("GD-25")
    void risesWithAFactWhereABookSortsByRisk() throws Exception {
        ConsoleClient county = ConsoleClient.signedIn(this.port, "zy.jialing");
        assertThat(county.post(
                                "/api/admin/adoptions",
                                Map.of("book", "GD", "division", Town.CODE, "from", Town.today()))
                        .status())
                .isEqualTo(201);
        await().untilAsserted(() -> assertThat(counts().get("LOW")).isGreaterThan(100));
        assertThat(counts().get("MEDIUM_LOW"))
                .as("orphans and children nobody can raise")
                .isPositive();
        long child = graded("&tier=LOW").at("/rows/0/id").asLong();
        this.director = this.town.clerk;
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/children/" + child + "/facts",
                                Map.of("kind", "RISK", "content", "LIVES_ALONE", "since", Town.today()))
                        .status())
                .isEqualTo(201);
        JsonNode risk = risk(child);
        assertThat(risk.at("/now/tier").asString()).isEqualTo("HIGH");
        assertThat(risk.at("/now/basis").asString()).isEqualTo("GD-18");
        assertThat(risk.at("/proposals/0/why").asString()).isEqualTo("单独居住、流浪或失踪");
        assertThat(graded("&tier=HIGH").at("/rows/0/name").asString()).endsWith("○○");
        assertThat(this.town
                        .clerk
                        .post("/api/admin/children/" + child + "/risk/entry", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(risk(child).at("/entry/tier").asString()).isEqualTo("HIGH");
        JsonNode lowered =
                decide(this.town.clerk, child, "LOW", "外婆接去住了", false).json();
        assertThat(lowered.at("/now/tier").asString()).isEqualTo("LOW");
        assertThat(lowered.at("/proposals/0/tier").asString())
                .as("the situation still stands and is shown")
                .isEqualTo("HIGH");
    }

    @Test
    @Order(5)
    void recordsAFactAlthoughAPassOverTheVillageStandsInItsWay() throws Exception {
        long child = graded("&tier=LOW").at("/rows/1/id").asLong();
        Map<String, Object> fact = Map.of("kind", "RISK", "content", "LIVES_ALONE", "since", Town.today());
        ExecutorService desk = Executors.newSingleThreadExecutor();
        Future<Answer> recorded = this.transactions.execute(pass -> {
            // Of two that wait for one another, the database undoes the one that has written less.
            this.jdbc.update("UPDATE child_category SET ends_on = DATE_ADD(ends_on, INTERVAL 1 DAY)");
            Future<Answer> waiting =
                    desk.submit(() -> this.town.clerk.post("/api/admin/children/" + child + "/facts", fact));
            await().until(() -> waitingForALock() > 0);
            this.jdbc.queryForObject("SELECT id FROM child WHERE id = ? FOR UPDATE", Long.class, child);
            pass.setRollbackOnly();
            return waiting;
        });
        desk.shutdown();
        assertThat(recorded.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(risk(child).at("/now/tier").asString()).isEqualTo("HIGH");
    }

    private int waitingForALock() {
        return this.jdbc.queryForObject(
                "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'", (row, number) -> row.getInt(2));
    }

    private int outOfScope(long child) {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'OUT_OF_SCOPE' AND subject = ?",
                Integer.class,
                "child:" + child);
    }

    private Map<String, Integer> counts() throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        graded("")
                .path("counts")
                .forEach(one -> counts.put(
                        one.path("tier").asString(), one.path("children").asInt()));
        return counts;
    }

    private JsonNode graded(String query) throws Exception {
        return this.town
                .clerk
                .get("/api/admin/risk-tiers?division=" + Town.CODE + query)
                .json();
    }

    private JsonNode risk(long child) throws Exception {
        return this.town.clerk.get("/api/admin/children/" + child + "/risk").json();
    }

    private static List<Long> children(ConsoleClient client, String division) throws Exception {
        List<Long> ids = new ArrayList<>();
        client.get("/api/admin/children?division=" + division)
                .json()
                .path("rows")
                .forEach(row -> ids.add(row.path("id").asLong()));
        return ids;
    }

    private static Answer decide(ConsoleClient client, long child, String tier, @Nullable String reason, boolean byTeam)
            throws Exception {
        Map<String, Object> request = new HashMap<>();
        request.put("tier", tier);
        request.put("reason", reason);
        request.put("byTeam", byTeam);
        return client.post("/api/admin/children/" + child + "/risk/decisions", request);
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString();
    }
}
