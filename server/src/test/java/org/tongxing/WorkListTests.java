package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import org.tongxing.recheck.Kind;
import tools.jackson.databind.JsonNode;

/** The standing re-check: what appears on the list, and what makes it go. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-town-${random.uuid}")
class WorkListTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
        assertThat(recheck().path("state").asString()).isEqualTo("DONE");
    }

    @Test
    @Clause("JB-33")
    void forgetsAnUncoveredChildAsSoonAsItIsPaired() throws Exception {
        JsonNode coverage =
                this.town.clerk.get("/api/admin/coverage?division=" + Town.CODE).json();
        assertThat(items("UNCOVERED") + items("HELPER_LEFT"))
                .isEqualTo(coverage.path("uncovered").asInt());
        Town.Match match = this.town.match("suitable", candidate -> true);
        JsonNode item = about("UNCOVERED", match.child());
        assertThat(item.path("clause").asString()).isEqualTo("JB-33");
        assertThat(item.at("/action/code").asString()).isEqualTo("PAIR");
        this.town.pair(match);
        assertThat(about("UNCOVERED", match.child())).isNull();
    }

    @Test
    @Clause("JB-24")
    void bringsAGirlBackWhenHerWaiverExpires() throws Exception {
        Town.Match match = this.town.match(
                "withReason", candidate -> Town.broken(candidate, "JB-24") && !Town.broken(candidate, "JB-22"));
        long pairing = this.town
                .pair(match, PairingRequestTests.waiver("JB-24"))
                .json()
                .path("id")
                .asLong();
        this.town.supervisor.post("/api/admin/pairings/" + pairing + "/approval", Map.of());
        assertThat(about("GIRL_WITHOUT_FEMALE_CADRE", match.child())).isNull();
        this.jdbc.update("UPDATE pairing_waiver SET expires_on = ? WHERE pairing_id = ?", Town.today(), pairing);
        recheck();
        JsonNode item = about("WAIVER_EXPIRED", match.child());
        assertThat(item.path("clause").asString()).isEqualTo("JB-24");
        assertThat(item.path("pairingId").asLong()).isEqualTo(pairing);
        this.jdbc.update("DELETE FROM pairing_waiver WHERE pairing_id = ?", pairing);
        recheck();
        assertThat(about("WAIVER_EXPIRED", match.child())).isNull();
        assertThat(about("GIRL_WITHOUT_FEMALE_CADRE", match.child())
                        .at("/action/code")
                        .asString())
                .isEqualTo("REPLACE");
    }

    @Test
    void seesAFamilyWithTooManyUntilThereIsRoomAgain() throws Exception {
        Town.Match match = this.town.match("suitable", candidate -> true);
        this.town.pair(match);
        String capacity = "/api/admin/families/" + match.family() + "/capacity";
        this.town.clerk.send("PUT", capacity, Map.of("capacity", 0));
        JsonNode item = about("CAPACITY_PASSED", "/familyId", match.family());
        assertThat(item.path("clause").asString()).isEqualTo("容量");
        this.town.clerk.send("PUT", capacity, Map.of("capacity", 3));
        assertThat(about("CAPACITY_PASSED", "/familyId", match.family())).isNull();
    }

    @Test
    void remindsOfChecksThatARosterCannotKnow() throws Exception {
        JsonNode sheet = list("&kind=SCREENING_DUE");
        assertThat(sheet.path("total").asInt()).isGreaterThan(70);
        assertThat(sheet.at("/rows/0/action/code").asString()).isEqualTo("SCREEN");
        assertThat(sheet.at("/rows/0/text").asString()).contains("补上上门的人的查询");
    }

    @Test
    void putsAnItemOffWithAReasonAndNotForEver() throws Exception {
        JsonNode item = list("&kind=UNCOVERED").path("rows").get(0);
        String path = "/api/admin/work-items/" + item.path("id").asLong() + "/postponement";
        assertThat(this.town
                        .clerk
                        .post(path, Map.of("until", Town.day(400), "reason", "等下学期"))
                        .status())
                .isEqualTo(400);
        assertThat(this.town
                        .clerk
                        .post(path, Map.of("until", Town.day(20), "reason", "孩子在外婆家"))
                        .status())
                .isEqualTo(204);
        recheck();
        long child = item.at("/child/id").asLong();
        assertThat(about("UNCOVERED", child)).isNull();
        assertThat(list("&postponed=true").path("rows").toString()).contains("孩子在外婆家");
    }

    @Test
    @Clause("JB-33")
    void showsTheOldestFewOfEveryKindMaskedWithWhatHarmsMostFirst() throws Exception {
        JsonNode sheet = list("&fewOfEach=2");
        List<String> kinds = sheet.path("kinds").findValuesAsString("kind");
        assertThat(kinds)
                .contains("UNCOVERED", "SCREENING_DUE")
                .isSortedAccordingTo(Comparator.comparing(Kind::valueOf));
        Map<String, Integer> shown = new HashMap<>();
        sheet.path("rows").forEach(row -> shown.merge(row.path("kind").asString(), 1, Integer::sum));
        sheet.path("kinds")
                .forEach(one -> assertThat(shown.get(one.path("kind").asString()))
                        .isEqualTo(Math.min(2, one.path("items").asInt())));
        assertThat(sheet.path("total").asInt())
                .isEqualTo(StreamSupport.stream(sheet.path("kinds").spliterator(), false)
                        .mapToInt(one -> one.path("items").asInt())
                        .sum());
        for (JsonNode row : sheet.path("rows")) {
            if (row.path("kind").asString().equals("UNCOVERED")) {
                assertThat(row.at("/child/name").asString()).endsWith("○○");
                assertThat(row.at("/child/age").asInt()).isBetween(0, 17);
                assertThat(row.at("/child/sex").asString()).isIn("MALE", "FEMALE");
            }
        }
    }

    @Test
    @Clause("JB-31")
    void noticesAtOnceThatAFactTookACategoryAway() throws Exception {
        JsonNode child = this.town
                .clerk
                .get("/api/admin/children?division=" + Town.CODE + "&category=6&which=NOBODY&size=1")
                .json()
                .at("/rows/0");
        long id = child.path("id").asLong();
        JsonNode record =
                this.town.clerk.get("/api/admin/children/" + id + "/record").json();
        assertThat(about("UNCOVERED", id)).isNotNull();
        for (JsonNode fact : record.path("facts")) {
            if (fact.path("content").asString().equals("WORKING_AWAY")) {
                this.town.clerk.post(
                        "/api/admin/children/" + id + "/facts/"
                                + fact.path("id").asLong() + "/correction",
                        Map.of());
            }
        }
        JsonNode standing = this.town.clerk.get("/api/admin/children/" + id).json();
        assertThat(about("UNCOVERED", id) == null)
                .isEqualTo(standing.at("/child/categories").isEmpty());
    }

    private JsonNode recheck() throws Exception {
        return this.town
                .clerk
                .post("/api/admin/rechecks", Map.of("division", Town.CODE))
                .json();
    }

    private JsonNode list(String query) throws Exception {
        return this.town
                .clerk
                .get("/api/admin/work-items?division=" + Town.CODE + query)
                .json();
    }

    private int items(String kind) throws Exception {
        for (JsonNode one : list("").path("kinds")) {
            if (one.path("kind").asString().equals(kind)) {
                return one.path("items").asInt();
            }
        }
        return 0;
    }

    private JsonNode about(String kind, long child) throws Exception {
        return about(kind, "/child/id", child);
    }

    private JsonNode about(String kind, String field, long id) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            list("&size=100&kind=" + kind + "&page=" + page).path("rows").forEach(all::add);
        }
        return all.stream()
                .filter(item -> item.at(field).asLong() == id)
                .findFirst()
                .orElse(null);
    }
}
