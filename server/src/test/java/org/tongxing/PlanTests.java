package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** A plan from the question to its publication, also through a server that is killed on the way. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-plan-${random.uuid}")
class PlanTests {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext beans;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
    }

    @Test
    @Clause("JB-34")
    @Clause("JB-27")
    @Clause("JB-22")
    @Clause("JB-24")
    void isComputedEditedAllowedAndPublishedThroughAKilledServer() throws Exception {
        JsonNode plan = draft();
        long id = plan.path("id").asLong();
        String path = "/api/admin/plans/" + id;
        assertThat(plan.path("gap").asDouble()).isBetween(0.0, 0.02);
        assertThat(plan.path("placed").asInt()).isPositive();
        List<JsonNode> rows = rows(id);
        assertThat(rows).hasSize(plan.path("children").asInt());
        holdsEveryHardConstraint(rows);
        rows.stream()
                .filter(row -> !row.has("familyId"))
                .forEach(row -> assertThat(row.at("/left/clause").asString()).isNotBlank());

        breaksNoRuleByHand(path, rows);
        assertThat(post(this.town.supervisor, path + "/publication")
                        .path("code")
                        .asString())
                .isEqualTo("PLAN_NOT_READY");
        assertThat(post(this.town.clerk, path + "/submission").path("state").asString())
                .isEqualTo("SUBMITTED");
        assertThat(post(this.town.clerk, path + "/approval").path("code").asString())
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(post(this.town.supervisor, path + "/approval").path("state").asString())
                .isEqualTo("APPROVED");

        long pairedMeanwhile = pairOneByHand(rows(id));
        publishThroughAKilledServer(id);
        JsonNode published = await(id, "PUBLISHED");
        assertThat(published.path("made").asInt()
                        + published.path("notPossible").asInt())
                .isEqualTo(published.path("placed").asInt());
        assertThat(this.town.covered()).isEqualTo(published.path("made").asInt() + 1);
        JsonNode late = rows(id).stream()
                .filter(row -> row.path("childId").asLong() == pairedMeanwhile)
                .findFirst()
                .orElseThrow();
        assertThat(late.path("outcome").asString()).isEqualTo("NOT_POSSIBLE");
        assertThat(late.at("/outcomeReason/clause").asString()).isEqualTo("JB-58");
        assertThat(post(this.town.clerk, path + "/publication").path("made").asInt())
                .isEqualTo(published.path("made").asInt());
    }

    @Test
    void staysCancelled() throws Exception {
        JsonNode asked = this.town
                .clerk
                .post("/api/admin/plans", Map.of("division", Town.CODE))
                .json();
        String path = "/api/admin/plans/" + asked.path("id").asLong();
        assertThat(this.town.clerk.send("DELETE", path, Map.of()).status()).isEqualTo(204);
        draft();
        assertThat(this.town.clerk.get(path).json().path("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void failsInPlainWordsWhenTheServerThatComputedItIsGone() throws Exception {
        this.jdbc.update("""
                INSERT INTO plan (division_code, state, phase, heartbeat_at, runner, asked_by, asked_by_name, asked_at)
                VALUES (?, 'RUNNING', 'BOUND', NOW(3) - INTERVAL 2 DAY, 'gone', 1, '何明', NOW(3))
                """, Town.CODE);
        long id = this.jdbc.queryForObject("SELECT MAX(id) FROM plan WHERE runner = 'gone'", Long.class);
        sweep();
        JsonNode failed = this.town.clerk.get("/api/admin/plans/" + id).json();
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("reason").asString()).isEqualTo("算到一半服务停过，重新算一次");
    }

    @Test
    void doesNotExistForOtherPlaces() throws Exception {
        assertThat(this.town
                        .clerk
                        .post("/api/admin/plans", Map.of("division", "440205"))
                        .status())
                .isEqualTo(404);
        assertThat(this.town.clerk.get("/api/admin/plans/999999").status()).isEqualTo(404);
    }

    private JsonNode draft() throws Exception {
        ConsoleClient.Answer asked = this.town.clerk.post("/api/admin/plans", Map.of("division", Town.CODE));
        assertThat(asked.status()).isEqualTo(202);
        return await(asked.json().path("id").asLong(), "DRAFT");
    }

    private JsonNode await(long id, String state) throws Exception {
        long until = System.nanoTime() + PATIENCE_NANOS;
        JsonNode plan = this.town.clerk.get("/api/admin/plans/" + id).json();
        while (!plan.path("state").asString().equals(state) && System.nanoTime() < until) {
            plan = this.town.clerk.get("/api/admin/plans/" + id).json();
        }
        assertThat(plan.path("state").asString()).as(plan.toString()).isEqualTo(state);
        return plan;
    }

    private List<JsonNode> rows(long id) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode answer = this.town
                    .clerk
                    .get("/api/admin/plans/" + id + "/rows?size=100&page=" + page)
                    .json();
            answer.path("rows").forEach(rows::add);
            if (answer.path("rows").isEmpty()) {
                return rows;
            }
        }
    }

    private void holdsEveryHardConstraint(List<JsonNode> rows) {
        Map<Long, Integer> given = new HashMap<>();
        Map<Long, Set<Long>> households = new HashMap<>();
        for (JsonNode row : rows) {
            long household = this.jdbc.queryForObject(
                    "SELECT household_id FROM child WHERE id = ?",
                    Long.class,
                    row.path("childId").asLong());
            households
                    .computeIfAbsent(household, absent -> new HashSet<>())
                    .add(row.path("familyId").asLong());
            if (row.has("familyId")) {
                given.merge(row.path("familyId").asLong(), 1, Integer::sum);
                if (girl(row)) {
                    assertThat(row.path("cadreSex").asString()).isEqualTo("FEMALE");
                }
            }
        }
        assertThat(households.values()).allMatch(where -> where.size() == 1);
        given.forEach((family, children) -> assertThat(children)
                .isLessThanOrEqualTo(this.jdbc.queryForObject(
                        "SELECT capacity FROM cadre_family WHERE id = ?", Integer.class, family)));
    }

    private void breaksNoRuleByHand(String path, List<JsonNode> rows) throws Exception {
        JsonNode girl = rows.stream()
                .filter(row -> row.has("familyId") && girl(row))
                .findFirst()
                .orElseThrow();
        long man = rows.stream()
                .filter(row -> row.path("cadreSex").asString().equals("MALE"))
                .findFirst()
                .orElseThrow()
                .path("familyId")
                .asLong();
        String row = path + "/rows/" + girl.path("childId").asLong();
        JsonNode refused =
                this.town.clerk.send("PUT", row, Map.of("familyId", man)).json();
        assertThat(refused.path("code").asString()).isEqualTo("PAIRING_BREAKS_A_RULE");
        assertThat(refused.path("clauses").toString()).contains("JB-24");
        int placed = this.town.clerk.get(path).json().path("placed").asInt();
        JsonNode without = this.town.clerk.send("PUT", row, Map.of()).json();
        assertThat(without.path("placed").asInt()).isLessThan(placed);
        JsonNode back = this.town
                .clerk
                .send("PUT", row, Map.of("familyId", girl.path("familyId").asLong()))
                .json();
        assertThat(back.path("placed").asInt()).isEqualTo(placed);
        assertThat(back.path("cost").asLong())
                .isGreaterThanOrEqualTo(back.path("lowerBound").asLong());
    }

    /** A family that the plan uses less than it could, or the planned one itself: the child is taken in either case. */
    private long pairOneByHand(List<JsonNode> rows) throws Exception {
        for (JsonNode row : rows) {
            if (row.has("familyId")) {
                Town.Match match = new Town.Match(
                        row.path("childId").asLong(), row.path("familyId").asLong(), row);
                assertThat(this.town.pair(match).status()).isEqualTo(201);
                return match.child();
            }
        }
        throw new AssertionError("The plan places nobody");
    }

    /** The first village is published, then the server dies; another one finds the plan silent and goes on. */
    private void publishThroughAKilledServer(long id) {
        this.jdbc.update("""
                UPDATE plan SET state = 'PUBLISHING', runner = 'gone', heartbeat_at = NOW(3) + INTERVAL 1 DAY,
                                published_by = 1, published_by_name = '何明'
                WHERE id = ?
                """, id);
        ReflectionTestUtils.invokeMethod(this.beans.getBean("planStore"), "publishNext", id);
        Integer made = this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM plan_row r JOIN pairing p ON p.id = r.pairing_id AND p.child_id = r.child_id"
                        + " WHERE r.plan_id = ? AND r.outcome = 'MADE' AND p.status = 'ACTIVE'",
                Integer.class,
                id);
        assertThat(made).as("one village is done").isPositive();
        sweep();
        assertThat(this.jdbc.queryForObject("SELECT runner FROM plan WHERE id = ?", String.class, id))
                .as("a server that still answers keeps its plan")
                .isEqualTo("gone");
        this.jdbc.update("UPDATE plan SET heartbeat_at = NOW(3) - INTERVAL 2 DAY WHERE id = ?", id);
        sweep();
    }

    private void sweep() {
        ReflectionTestUtils.invokeMethod(this.beans.getBean("planRunner"), "sweep");
    }

    private static boolean girl(JsonNode row) {
        return row.path("sex").asString().equals("FEMALE") && row.path("age").asInt() >= 8;
    }

    private static JsonNode post(ConsoleClient who, String path) throws Exception {
        return who.post(path, Map.of()).json();
    }
}
