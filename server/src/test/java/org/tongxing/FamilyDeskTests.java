package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.account.Accounts;
import org.tongxing.account.NewRole;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import tools.jackson.databind.JsonNode;

/** A family's way in, on and out. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-town-${random.uuid}")
class FamilyDeskTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
    }

    @Test
    @Clause("JB-30")
    void helpsOnlyOnceConfirmedAndChecked() throws Exception {
        long family = apply("骆远舟", units().get(0).path("id").asLong());
        String path = "/api/admin/families/" + family;
        assertThat(get(family).at("/family/capacity").asInt()).isEqualTo(2);
        Town.Match match = this.town.match("suitable", candidate -> true);
        Town.Match wanted = new Town.Match(match.child(), family, match.candidate());
        assertThat(this.town.pair(wanted).json().path("clauses").toString()).contains("JB-31", "每年查询");
        assertThat(this.town
                        .clerk
                        .post(path + "/confirmation", Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(this.town.supervisor.post(path + "/confirmation", Map.of()).status())
                .isEqualTo(204);
        assertThat(this.town.pair(wanted).json().path("clauses").toString())
                .contains("每年查询")
                .doesNotContain("JB-31");

        for (JsonNode adult : get(family).path("adults")) {
            screen(family, adult, Town.day(-400), "CLEAR");
        }
        assertThat(get(family).at("/family/screening/state").asString()).isEqualTo("EXPIRED");
        for (JsonNode adult : get(family).path("adults")) {
            screen(family, adult, Town.day(-10), "CLEAR");
        }
        assertThat(get(family).at("/family/screening/state").asString()).isEqualTo("CLEAR");
        assertThat(this.town.pair(wanted).json().path("code").asString()).isNotEqualTo("PAIRING_BREAKS_A_RULE");

        screen(family, get(family).path("adults").get(1), Town.today(), "BARRED");
        assertThat(get(family).at("/family/screening/blocks").asBoolean()).isTrue();
        assertThat(get(family).path("history").toString()).contains("APPLIED", "CONFIRMED", "SCREENED");
    }

    @Test
    @Clause("JB-30")
    void leavesTheDecisionToTheLiaisonOfAUnitThatHasOne() throws Exception {
        JsonNode unit = units().get(1);
        String name = "lxr" + UUID.randomUUID().toString().substring(0, 6);
        this.accounts.open(
                new Accounts.NewAccount(
                        name,
                        "联络员",
                        "Tongxing-2026",
                        new NewRole(
                                Role.UNIT_LIAISON,
                                new DivisionCode(Town.CODE),
                                unit.path("id").asLong(),
                                LocalDate.parse(Town.today()),
                                null)),
                null);
        long family = apply("项书语", unit.path("id").asLong());
        long other = apply("屈望川", units().get(2).path("id").asLong());
        String confirmation = "/api/admin/families/" + family + "/confirmation";
        assertThat(this.town
                        .supervisor
                        .post(confirmation, Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ROLE_MAY_NOT");
        ConsoleClient liaison = ConsoleClient.signedIn(this.port, name);
        assertThat(liaison.post("/api/admin/families/" + other + "/confirmation", Map.of())
                        .status())
                .as("a family of another unit does not exist for a liaison")
                .isEqualTo(404);
        assertThat(liaison.post(confirmation, Map.of()).status()).isEqualTo(204);
        for (JsonNode row : liaison.get("/api/admin/families").json().path("rows")) {
            assertThat(row.at("/unit/id").asLong()).isEqualTo(unit.path("id").asLong());
        }
    }

    @Test
    @Clause("JB-31")
    void letsTheChildrenOfALeavingFamilyGo() throws Exception {
        Town.Match match = this.town.match("suitable", candidate -> true);
        this.town.pair(match);
        int covered = this.town.covered();
        int load = get(match.family()).at("/family/load").asInt();
        Map<String, Object> leaving = Map.of("on", Town.today(), "reason", "调到外地");
        assertThat(this.town
                        .clerk
                        .post("/api/admin/families/" + match.family() + "/leaving", leaving)
                        .status())
                .isEqualTo(204);
        assertThat(this.town.covered()).isEqualTo(covered - load);
        JsonNode child =
                this.town.clerk.get("/api/admin/children/" + match.child()).json();
        assertThat(child.toString()).contains("HELPER_LEFT");
        assertThat(get(match.family()).at("/children/0/endReason").asString()).isEqualTo("HELPER_LEFT");
        assertThat(this.town.pair(match).json().path("clauses").toString()).contains("JB-31");

        assertThat(this.town
                        .clerk
                        .post("/api/admin/families/" + match.family() + "/return", Map.of("on", Town.today()))
                        .status())
                .isEqualTo(204);
        assertThat(this.town.pair(match).status()).isEqualTo(201);
    }

    @Test
    @Clause("JB-23")
    void coversLowerCategoriesByAnAreaDuty() throws Exception {
        JsonNode before =
                this.town.clerk.get("/api/admin/coverage?division=" + Town.CODE).json();
        String village = before.at("/parts/3/division/code").asString();
        Map<String, Object> duty = Map.of(
                "unitId",
                units().get(0).path("id").asLong(),
                "villageCode",
                village,
                "cadreName",
                "甘棠",
                "cadreSex",
                "FEMALE",
                "startsOn",
                Town.today());
        assertThat(this.town.clerk.post("/api/admin/area-duties", duty).status())
                .isEqualTo(201);
        JsonNode after =
                this.town.clerk.get("/api/admin/coverage?division=" + Town.CODE).json();
        assertThat(after.path("byAreaDuty").asInt())
                .isGreaterThan(before.path("byAreaDuty").asInt());
        JsonNode listed = this.town
                .clerk
                .get("/api/admin/area-duties?division=" + village)
                .json()
                .get(0);
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/area-duties/" + listed.path("id").asLong() + "/ending",
                                Map.of("endsOn", Town.today()))
                        .status())
                .isEqualTo(204);
        assertThat(this.town
                        .clerk
                        .get("/api/admin/coverage?division=" + Town.CODE)
                        .json()
                        .path("byAreaDuty")
                        .asInt())
                .isEqualTo(before.path("byAreaDuty").asInt());
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/area-duties",
                                Map.of(
                                        "unitId", units().get(0).path("id").asLong(),
                                        "villageCode", "110101001001",
                                        "cadreName", "甘棠",
                                        "cadreSex", "FEMALE",
                                        "startsOn", Town.today()))
                        .status())
                .as("a village elsewhere")
                .isEqualTo(404);
    }

    @Test
    @Clause("JB-25")
    @Clause("JB-26")
    void linksAUnitToOtherVillages() throws Exception {
        JsonNode unit = units().get(3);
        JsonNode linked = this.town
                .clerk
                .send(
                        "PUT",
                        "/api/admin/units/" + unit.path("id").asLong() + "/liaison-area",
                        Map.of("villages", List.of(Map.of("code", "511304114005", "supported", true))))
                .json();
        assertThat(linked.path("villages").size()).isEqualTo(1);
        assertThat(linked.at("/villages/0/supported").asBoolean()).isTrue();
    }

    @Test
    void showsWhoDecidedALocalSetting() throws Exception {
        assertThat(this.town
                        .supervisor
                        .send(
                                "PUT",
                                "/api/admin/local-settings/FAMILY_CAPACITY",
                                Map.of("division", Town.CODE, "value", 3))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ROLE_MAY_NOT");
        JsonNode set = this.town
                .clerk
                .send("PUT", "/api/admin/local-settings/FAMILY_CAPACITY", Map.of("division", Town.CODE, "value", 3))
                .json();
        assertThat(set.path("setBy").asString()).isEqualTo("何明");
        this.town.clerk.send(
                "PUT", "/api/admin/local-settings/FAMILY_CAPACITY", Map.of("division", Town.CODE, "value", 2));
    }

    private long apply(String cadre, long unit) throws Exception {
        ConsoleClient.Answer applied = this.town.clerk.post(
                "/api/admin/families",
                Map.of(
                        "unitId",
                        unit,
                        "cadreName",
                        cadre,
                        "cadreSex",
                        "FEMALE",
                        "linkedVillage",
                        "511304114003",
                        "adults",
                        List.of(Map.of("name", "丁" + cadre, "relation", "配偶"))));
        assertThat(applied.status()).isEqualTo(201);
        return applied.json().path("id").asLong();
    }

    private void screen(long family, JsonNode adult, String on, String result) throws Exception {
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/families/" + family + "/adults/"
                                        + adult.path("id").asLong() + "/screening",
                                Map.of("on", on, "result", result))
                        .status())
                .isEqualTo(204);
    }

    private JsonNode get(long family) throws Exception {
        return this.town.clerk.get("/api/admin/families/" + family).json();
    }

    private JsonNode units() throws Exception {
        return this.town.clerk.get("/api/admin/units?division=" + Town.CODE).json();
    }
}
