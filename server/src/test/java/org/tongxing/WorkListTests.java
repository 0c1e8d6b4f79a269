package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
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
        JsonNode counts = list("").path("counts");
        assertThat(counts.path("UNCOVERED").asInt() + counts.path("HELPER_LEFT").asInt())
                .isEqualTo(coverage.path("uncovered").asInt());
        Town.Match match = this.town.match("suitable", candidate -> true);
        JsonNode item = about("UNCOVERED", "childId", match.child());
        assertThat(item.path("clause").asString()).isEqualTo("JB-33");
        assertThat(item.at("/action/code").asString()).isEqualTo("PAIR");
        this.town.pair(match);
        assertThat(about("UNCOVERED", "childId", match.child())).isNull();
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
        assertThat(about("GIRL_WITHOUT_FEMALE_CADRE", "childId", match.child())).isNull();
        this.jdbc.update("UPDATE pairing_waiver SET expires_on = ? WHERE pairing_id = ?", Town.today(), pairing);
        recheck();
        JsonNode item = about("WAIVER_EXPIRED", "childId", match.child());
        assertThat(item.path("clause").asString()).isEqualTo("JB-24");
        assertThat(item.path("pairingId").asLong()).isEqualTo(pairing);
        this.jdbc.update("DELETE FROM pairing_waiver WHERE pairing_id = ?", pairing);
        recheck();
        assertThat(about("WAIVER_EXPIRED", "childId", match.child())).isNull();
        assertThat(about("GIRL_WITHOUT_FEMALE_CADRE", "childId", match.child())
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
        JsonNode item = about("CAPACITY_PASSED", "familyId", match.family());
        assertThat(item.path("clause").asString()).isEqualTo("容量");
        this.town.clerk.send("PUT", capacity, Map.of("capacity", 3));
        assertThat(about("CAPACITY_PASSED", "familyId", match.family())).isNull();
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
        long child = item.path("childId").asLong();
        assertThat(about("UNCOVERED", "childId", child)).isNull();
        assertThat(list("&postponed=true").path("rows").toString()).contains("孩子在外婆家");
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

    private JsonNode about(String kind, String field, long id) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            list("&size=100&kind=" + kind + "&page=" + page).path("rows").forEach(all::add);
        }
        return all.stream()
                .filter(item -> item.path(field).asLong() == id)
                .findFirst()
                .orElse(null);
    }
}
