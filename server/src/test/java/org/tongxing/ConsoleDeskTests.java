package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.ConsoleClient.Answer;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** What the screens of the console lean on: figures that equal the rows behind them, places, units, successions, readers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-desk-${random.uuid}")
class ConsoleDeskTests {

    private static final String CHILDREN = "/api/admin/children?division=";
    private static final String COUNTY = "511304";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
    }

    @Test
    @Clause("JB-04")
    void hasAsManyRowsBehindEveryFigureAsTheFigureSaysAtEveryLevel() throws Exception {
        this.town.pair(this.town.match("suitable", candidate -> true));
        for (String place : List.of("51", "5113", COUNTY, Town.CODE, Town.CODE + "205")) {
            ConsoleClient reader =
                    place.length() < 9 ? ConsoleClient.signedIn(this.port, "ln.sichuan") : this.town.clerk;
            JsonNode figures =
                    reader.get("/api/admin/coverage?division=" + place).json();
            Map<String, Integer> expected = new HashMap<>();
            expected.put("&which=ELIGIBLE", figures.path("eligible").asInt());
            expected.put("&which=COVERED", figures.path("covered").asInt());
            expected.put("&which=NOBODY", figures.path("uncovered").asInt());
            expected.put("&which=FAMILY", figures.path("byFamily").asInt());
            expected.put("&which=AREA_DUTY", figures.path("byAreaDuty").asInt());
            expected.put("&which=OTHERS", figures.path("others").asInt());
            expected.put("&girls=ALL", figures.at("/girls/eligible").asInt());
            expected.put(
                    "&girls=WITH_FEMALE_CADRE",
                    figures.at("/girls/withFemaleCadre").asInt());
            expected.put(
                    "&girls=WITHOUT_FEMALE_CADRE", figures.at("/girls/without").asInt());
            expected.put(
                    "&girls=TURNING_EIGHT", figures.at("/girls/turningEight").asInt());
            expected.put(
                    "",
                    figures.path("eligible").asInt() + figures.path("others").asInt());
            figures.path("categories")
                    .forEach(one -> expected.put(
                            "&which=ELIGIBLE&category=" + one.path("code").asString(),
                            one.path("eligible").asInt()));
            figures.path("reasons")
                    .forEach(one -> expected.put(
                            "&which=NOBODY&reason=" + one.path("reason").asString(),
                            one.path("count").asInt()));
            expected.forEach((filter, figure) -> assertThat(total(reader, CHILDREN + place + "&size=1" + filter))
                    .as(place + filter)
                    .isEqualTo(figure));
            int parts = 0;
            for (JsonNode part : figures.path("parts")) {
                parts += part.path("eligible").asInt();
            }
            assertThat(parts)
                    .as("the parts of " + place)
                    .isEqualTo(figures.path("eligible").asInt());
        }
    }

    @Test
    void showsEveryChildOfAVillageAsADotOnTheVillagesOwnPage() throws Exception {
        JsonNode village = this.town
                .clerk
                .get("/api/admin/coverage?division=" + Town.CODE + "205")
                .json();
        assertThat(village.path("parts")).hasSize(1);
        assertThat(village.at("/parts/0/children"))
                .hasSize(village.path("eligible").asInt());
    }

    @Test
    void searchesNamesAndNumbersWithoutPuttingThemIntoAnAddress() throws Exception {
        JsonNode byInitial = search("m");
        assertThat(byInitial.path("total").asInt()).isPositive();
        assertThat(byInitial.at("/rows/0/name").asString()).endsWith("○○");
        assertThat(search("绝无此名").path("total").asInt()).isZero();
        JsonNode refused = this.town
                .clerk
                .post("/api/admin/children/search", Map.of("division", COUNTY, "q", "m"))
                .json();
        assertThat(refused.path("code").asString()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"买买提艾力", "买提艾力", "提艾力", "艾力", "maimaitiaili", "maimaiti", "mmt", "MMTAL"})
    void findsAChildByAnyPartOfItsName(String typed) throws Exception {
        long child = this.jdbc.queryForObject(
                "SELECT MIN(id) FROM child WHERE village_code LIKE CONCAT(?, '%')", Long.class, Town.CODE);
        Map<String, Object> before =
                this.jdbc.queryForMap("SELECT name, pinyin, initials FROM child WHERE id = ?", child);
        this.jdbc.update(
                "UPDATE child SET name = '买买提艾力', pinyin = 'maimaitiaili', initials = 'mmtal' WHERE id = ?", child);
        try {
            assertThat(search(typed).at("/rows").findValues("id"))
                    .extracting(JsonNode::asLong)
                    .containsExactly(child);
            assertThat(search("%" + typed).path("total").asInt()).isZero();
        } finally {
            this.jdbc.update(
                    "UPDATE child SET name = ?, pinyin = ?, initials = ? WHERE id = ?",
                    before.get("name"),
                    before.get("pinyin"),
                    before.get("initials"),
                    child);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shimaya, 511304114, 石马垭村, 四川省/南充市/嘉陵区/金宝镇",
        "smy, 511304114, 石马垭村, 四川省/南充市/嘉陵区/金宝镇",
        "石马, 511304114, 石马垭村, 四川省/南充市/嘉陵区/金宝镇",
        "511304114205, 511304114, 石马垭村, 四川省/南充市/嘉陵区/金宝镇",
        "jialing, '', 嘉陵区, 四川省/南充市",
    })
    void findsAPlaceByNameSoundOrCode(String typed, String within, String name, String path) throws Exception {
        JsonNode found = this.town
                .clerk
                .get("/api/admin/divisions?q="
                        + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)
                        + (within.isEmpty() ? "" : "&within=" + within))
                .json();
        assertThat(found.findValuesAsString("name")).contains(name);
        for (JsonNode one : found) {
            if (one.path("name").asString().equals(name)) {
                assertThat(String.join("/", strings(one.path("path")))).isEqualTo(path);
            }
        }
    }

    @Test
    void showsNobodyTheVillagesOfOtherPlaces() throws Exception {
        JsonNode elsewhere = this.town
                .clerk
                .get("/api/admin/divisions?q=sanhui&within=511304")
                .json();
        assertThat(elsewhere).isEmpty();
        assertThat(this.town.clerk.get("/api/admin/divisions?q=shimaya").json()).isEmpty();
    }

    @Test
    void answersInItsOneFormWhateverFormWasAskedForSoThatNoDeedIsDeniedAfterwards() throws Exception {
        Map<String, String> unit = Map.of("division", Town.CODE, "name", "区图片局");
        Answer entered = this.town.clerk.post("/api/admin/units", unit, "Accept", "image/png");
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.json().path("name").asString()).isEqualTo("区图片局");
        assertThat(this.town
                        .clerk
                        .post("/api/admin/units", unit, "Accept", "no/such;q=x")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ALREADY_THERE");
    }

    @Test
    @Clause("JB-25")
    @Clause("JB-26")
    void entersRenamesLinksAndEndsAUnitAndKeepsItsLinksWithTheirDays() throws Exception {
        ConsoleClient clerk = this.town.clerk;
        String units = "/api/admin/units";
        JsonNode unit =
                clerk.post(units, Map.of("division", Town.CODE, "name", "区样例局")).json();
        String path = units + "/" + unit.path("id").asLong();
        assertThat(unit.path("divisionName").asString()).isEqualTo("金宝镇");
        assertThat(clerk.post(units, Map.of("division", Town.CODE, "name", "区样例局"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ALREADY_THERE");
        assertThat(clerk.post(units, Map.of("division", COUNTY, "name", "别处的局")).status())
                .isEqualTo(404);
        assertThat(this.town
                        .supervisor
                        .post(units, Map.of("division", Town.CODE, "name", "督导员的局"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ROLE_MAY_NOT");
        assertThat(clerk.send("PUT", path + "/name", Map.of("name", "区统计样例局"))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("区统计样例局");
        link(path, Town.day(-20), Map.of("code", Town.CODE + "205", "supported", true));
        link(path, Town.day(-5), Map.of("code", Town.CODE + "203"));
        JsonNode file = clerk.get(path).json();
        assertThat(file.at("/unit/villages")).hasSize(1);
        assertThat(file.at("/links/1/name").asString()).isEqualTo("石马垭村");
        assertThat(file.at("/links/1/supported").asBoolean()).isTrue();
        assertThat(file.at("/links/1/endsOn").asString()).isEqualTo(Town.day(-5));

        long duty = duty(unit.path("id").asLong());
        JsonNode busy = clerk.post(path + "/ending", Map.of("on", Town.today())).json();
        assertThat(busy.path("code").asString()).isEqualTo("UNIT_IN_USE");
        assertThat(busy.path("title").asString()).contains("还包着 1 个村");
        clerk.post("/api/admin/area-duties/" + duty + "/ending", Map.of("endsOn", Town.today()));
        assertThat(clerk.post(path + "/ending", Map.of("on", Town.today())).status())
                .isEqualTo(204);
        assertThat(clerk.get(path).json().at("/unit/endsOn").asString()).isEqualTo(Town.today());
        assertThat(clerk.post(
                                "/api/admin/families",
                                Map.of("unitId", unit.path("id").asLong(), "cadreName", "无处去", "cadreSex", "MALE"))
                        .status())
                .as("nobody applies to a unit that is no more")
                .isEqualTo(404);
    }

    @Test
    @Clause("JB-31")
    void handsAChildFromOneFamilyToTheNextInOneStepAndTakesBothStepsBackTogether() throws Exception {
        Town.Match first = this.town.match("suitable", candidate -> true);
        long pairing = this.town.pair(first).json().path("id").asLong();
        int covered = this.town.covered();
        long next =
                this.town.candidates(first.child()).at("/suitable/0/familyId").asLong();
        Map<String, Object> request = new HashMap<>(
                Map.of("familyId", next, "on", Town.today(), "reason", "BETTER_MATCH", "handOver", "孩子怕狗，先在院外喊一声"));
        JsonNode second = this.town
                .clerk
                .post("/api/admin/pairings/" + pairing + "/succession", request)
                .json();
        assertThat(second.path("familyId").asLong()).isEqualTo(next);
        assertThat(this.town.covered()).as("never without").isEqualTo(covered);
        JsonNode steps = this.town
                .clerk
                .get("/api/admin/children/" + first.child())
                .json()
                .path("pairings");
        assertThat(steps.findValuesAsString("status")).containsExactly("ACTIVE", "ENDED");
        assertThat(steps.at("/1/handOver").asString()).contains("怕狗");
        assertThat(steps.at("/1/endReason").asString()).isEqualTo("BETTER_MATCH");
        assertThat(steps.at("/0/pairedBy").asString()).isEqualTo("何明");
        assertThat(steps.at("/0/undoUntil").isMissingNode()).isFalse();

        assertThat(this.town
                        .clerk
                        .delete("/api/admin/pairings/" + second.path("id").asLong())
                        .status())
                .isEqualTo(204);
        JsonNode back = this.town
                .clerk
                .get("/api/admin/children/" + first.child())
                .json()
                .path("pairings");
        assertThat(back.findValuesAsString("status")).containsExactlyInAnyOrder("UNDONE", "ACTIVE");
        assertThat(this.town.covered()).isEqualTo(covered);
    }

    @Test
    @Clause("JB-31")
    void pairsTheSameFamilyAgainAfterItEnded() throws Exception {
        Town.Match match = this.town.match("suitable", candidate -> true);
        long pairing = this.town.pair(match).json().path("id").asLong();
        this.town.clerk.post(
                "/api/admin/pairings/" + pairing + "/ending",
                Map.of("endsOn", Town.today(), "reason", "FAMILY_ASKED", "handOver", "下学期再来"));
        JsonNode row = this.town
                .clerk
                .get(CHILDREN + Town.CODE + "&family=" + match.family() + "&which=NOBODY")
                .json()
                .at("/rows/0");
        assertThat(row.path("id").asLong()).isEqualTo(match.child());
        assertThat(row.path("formerCadreName").asString())
                .isEqualTo(match.candidate().path("cadreName").asString());
        assertThat(this.town.pair(match).json().path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void tellsTheGuardianWhoOpenedTheFileButNotToWhomItIsNotKept() throws Exception {
        long child = this.town.uncovered().get(0).path("id").asLong();
        this.town.supervisor.post("/api/admin/children/" + child + "/unmasking", Map.of("purpose", "VISIT"));
        JsonNode readers =
                this.town.clerk.get("/api/admin/children/" + child + "/readers").json();
        assertThat(readers.at("/rows/0/deed").asString()).isEqualTo("UNMASKED");
        assertThat(readers.at("/rows/0/name").asString()).isEqualTo("李萍");
        assertThat(readers.at("/rows/0/purpose").asString()).isEqualTo("VISIT");
        assertThat(readers.path("lists").asInt()).isPositive();
        assertThat(readers.path("rows").findValuesAsString("deed")).doesNotContain("LISTED");

        ConsoleClient auditor = ConsoleClient.signedIn(this.port, "sj.jialing");
        JsonNode same =
                auditor.post("/api/admin/audit/readers", Map.of("child", child)).json();
        assertThat(same.at("/rows/0/name").asString()).isEqualTo("李萍");
        assertThat(auditor.post("/api/admin/audit/readers", Map.of("idNumber", "511304201001010000"))
                        .status())
                .isEqualTo(404);
        assertThat(this.town
                        .clerk
                        .post("/api/admin/audit/readers", Map.of("child", child))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ROLE_MAY_NOT");
    }

    @Test
    void checksAgainByItselfAfterARosterHasBeenTakenOver() {
        await().until(() -> this.town
                        .clerk
                        .get("/api/admin/work-items?division=" + Town.CODE)
                        .json()
                        .path("total")
                        .asInt()
                > 100);
    }

    @Test
    void showsTheDocumentAVerdictComesFrom() throws Exception {
        JsonNode document =
                this.town.clerk.get("/api/admin/rulebooks/JB/document").json();
        assertThat(document.path("paragraphs").toString()).contains("8周岁以上的女童原则安排女性干部职工及其家庭结对");
        assertThat(this.town.clerk.get("/api/admin/rulebooks/XX/document").status())
                .isEqualTo(404);
    }

    private void link(String path, String from, Map<String, Object> village) throws Exception {
        assertThat(this.town
                        .clerk
                        .send("PUT", path + "/liaison-area", Map.of("villages", List.of(village), "from", from))
                        .status())
                .isEqualTo(200);
    }

    private long duty(long unit) throws Exception {
        this.town.clerk.post(
                "/api/admin/area-duties",
                Map.of(
                        "unitId",
                        unit,
                        "villageCode",
                        Town.CODE + "203",
                        "cadreName",
                        "郁清和",
                        "cadreSex",
                        "FEMALE",
                        "startsOn",
                        Town.today()));
        for (JsonNode duty : this.town
                .clerk
                .get("/api/admin/area-duties?division=" + Town.CODE)
                .json()) {
            if (duty.path("unitId").asLong() == unit) {
                return duty.path("id").asLong();
            }
        }
        throw new AssertionError("No duty of unit " + unit);
    }

    private JsonNode search(String typed) throws Exception {
        return this.town
                .clerk
                .post("/api/admin/children/search", Map.of("division", Town.CODE, "q", typed))
                .json();
    }

    private static int total(ConsoleClient client, String path) {
        try {
            return client.get(path).json().path("total").asInt();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new java.util.LinkedHashSet<>();
        list.forEach(one -> strings.add(one.asString()));
        return new HashSet<>(strings).size() == strings.size() ? strings : Set.of();
    }
}
