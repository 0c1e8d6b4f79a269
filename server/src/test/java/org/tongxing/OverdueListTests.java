package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import cn.idev.excel.FastExcel;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.ConsoleClient.Answer;
import org.tongxing.account.Accounts;
import org.tongxing.account.NewRole;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.DeedsChanged;
import org.tongxing.obligation.Nudged;
import org.tongxing.obligation.Nudges;
import org.tongxing.obligation.OverdueList;
import org.tongxing.obligation.OverdueQuestion;
import org.tongxing.obligation.OverdueTally;
import org.tongxing.policy.Actor;
import tools.jackson.databind.JsonNode;

/** What has not been done in a town: who sees it, how it is sorted, who is nudged, and what makes it go away. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-overdue-${random.uuid}")
class OverdueListTests {

    private static final String VILLAGE = "511304114001";
    private static final String BY_FAMILY = "&actor=CADRE_FAMILY&by=FAMILY&size=100";

    private static final long LONGEST_WAIT = 300;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OverdueList overdue;

    @Autowired
    private OverdueTally tally;

    @Autowired
    private Nudges nudges;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private Heard heard;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private Town town;

    @TestConfiguration
    static class Watching {

        @Bean
        StatementCounter statementCounter() {
            return new StatementCounter();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** Stands where the module that sends messages will stand. */
    static class Heard {

        private final List<Nudged> nudged = new ArrayList<>();

        @EventListener
        void on(Nudged event) {
            this.nudged.add(event);
        }
    }

    /** Every child of the town has been paired since January, three to a family, and nobody has visited. */
    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
        this.jdbc.update("DELETE FROM visit_child");
        this.jdbc.update("DELETE FROM visit");
        this.jdbc.update("DELETE FROM nudge");
        this.jdbc.update("DELETE FROM visit_waiver");
        this.jdbc.update("DELETE FROM pairing");
        this.jdbc.update("UPDATE child SET registered_on = '2025-01-01', left_on = NULL");
        List<Long> families =
                this.jdbc.queryForList("SELECT id FROM cadre_family WHERE state = 'CONFIRMED' ORDER BY id", Long.class);
        List<Long> children = this.jdbc.queryForList(
                "SELECT id FROM child WHERE village_code LIKE '511304114%' ORDER BY village_code, id", Long.class);
        for (int i = 0; i < children.size(); i++) {
            this.jdbc.update(
                    "INSERT INTO pairing (child_id, family_id, kind, status, starts_on, paired_at)"
                            + " VALUES (?, ?, 'FAMILY', 'ACTIVE', ?, NOW(3))",
                    children.get(i),
                    families.get(i / 4 % families.size()),
                    i % 4 == 0 ? "2026-01-05" : "2026-06-10");
        }
    }

    @Test
    @Clause("JB-41")
    void listsFamiliesThatHaveNeverBeenThereTheLongestFirst() throws Exception {
        JsonNode sheet = overdue(this.town.clerk, Town.CODE, BY_FAMILY);
        assertThat(sheet.path("children").asInt()).isGreaterThan(290);
        assertThat(sheet.path("owing").asInt()).isEqualTo(sheet.path("total").asInt());
        List<String> since = new ArrayList<>();
        sheet.path("groups").forEach(group -> since.add(group.path("since").asString()));
        assertThat(since).isSorted().first().isEqualTo("2026-03-01");
        JsonNode first = sheet.at("/groups/0");
        assertThat(first.path("name").asString()).endsWith("家");
        JsonNode lines =
                lines(this.town.clerk, Town.CODE, "&family=" + first.path("key").asString());
        assertThat(lines.path("total").asInt()).isEqualTo(first.path("things").asInt());
        assertThat(lines.at("/rows/0/child").asString()).endsWith("○○");
        assertThat(lines.at("/rows/0/clause").asString()).isEqualTo("JB-41");
        assertThat(lines.at("/rows/0/text").asString()).isEqualTo("该去看看了");
        assertThat(lines.at("/rows/0/lastDoneOn").isMissingNode()).isTrue();
        assertThat(lastListed()).contains(lines.at("/rows/0/childId").asLong());
    }

    @Test
    void addsUpTheSameByVillageFamilyAndUnit() throws Exception {
        for (String by : List.of("VILLAGE", "FAMILY", "UNIT")) {
            JsonNode sheet = overdue(this.town.clerk, Town.CODE, "&actor=CADRE_FAMILY&size=100&by=" + by);
            int things = 0;
            for (JsonNode group : sheet.path("groups")) {
                things += group.path("things").asInt();
            }
            assertThat(things).as(by).isEqualTo(sheet.path("things").asInt()).isPositive();
        }
        JsonNode paged = overdue(this.town.clerk, Town.CODE, "&actor=CADRE_FAMILY&by=FAMILY&size=10&page=2");
        assertThat(paged.path("groups")).hasSize(10);
        JsonNode due = overdue(this.town.clerk, Town.CODE, "&actor=CADRE_FAMILY&which=DUE&clause=JB-41");
        JsonNode one = overdue(this.town.clerk, Town.CODE, "&actor=CADRE_FAMILY&clause=JB-41");
        assertThat(one.path("things").asInt()).isEqualTo(one.path("children").asInt());
        assertThat(due.path("things").asInt())
                .as("what is late is not just due")
                .isZero();
    }

    @Test
    @Clause("JB-41")
    void takesAChildOffTheListOnceItsFamilyHasBeenThere() throws Exception {
        JsonNode line = lines(this.town.clerk, VILLAGE, "&actor=CADRE_FAMILY").at("/rows/0");
        long child = line.path("childId").asLong();
        this.town.clerk.post("/api/admin/rechecks", Map.of("division", Town.CODE));
        await().untilAsserted(() -> assertThat(workItem(child)).isNotNull());
        assertThat(workItem(child).path("text").asString()).contains("该去看看了", "还没去过");
        assertThat(workItem(child).at("/action/code").asString()).isEqualTo("OPEN_OVERDUE");
        visit(line.path("familyId").asLong(), child, LocalDate.now(TongxingApplication.ZONE));
        assertThat(childIds(lines(this.town.clerk, VILLAGE, "&actor=CADRE_FAMILY&size=100")))
                .doesNotContain(child);
        await().untilAsserted(() -> assertThat(workItem(child)).isNull());
        JsonNode owed = this.town
                .clerk
                .get("/api/admin/children/" + child + "/owed")
                .json()
                .path("owed");
        JsonNode visits = find(owed, "clause", "JB-41");
        assertThat(visits.at("/year/done").asInt()).isEqualTo(1);
        assertThat(visits.at("/year/behind").asInt()).isPositive();
        assertThat(visits.path("rule").asString()).isEqualTo("结对家庭每两个月上门走访 1 次，一年 6 次");
    }

    @Test
    void showsADirectorTheOwnVillageAndNothingElse() throws Exception {
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        JsonNode sheet = overdue(director, VILLAGE, "&actor=CADRE_FAMILY");
        assertThat(sheet.path("groups")).hasSize(1);
        int before = outOfScope("division:" + Town.CODE);
        assertThat(director.get("/api/admin/overdue?division=" + Town.CODE).status())
                .isEqualTo(404);
        assertThat(director.get("/api/admin/overdue/lines?division=" + Town.CODE)
                        .status())
                .isEqualTo(404);
        assertThat(director.post("/api/admin/nudges", Map.of("division", Town.CODE))
                        .status())
                .isEqualTo(404);
        assertThat(outOfScope("division:" + Town.CODE)).isEqualTo(before + 3);
        long elsewhere =
                this.jdbc.queryForObject("SELECT MIN(id) FROM child WHERE village_code <> ?", Long.class, VILLAGE);
        assertThat(director.get("/api/admin/children/" + elsewhere + "/owed").status())
                .isEqualTo(404);
        assertThat(outOfScope("child:" + elsewhere)).isPositive();
    }

    @Test
    void showsALiaisonTheFamiliesOfTheOwnUnit() throws Exception {
        JsonNode unit = overdue(this.town.clerk, Town.CODE, "&actor=CADRE_FAMILY&by=UNIT")
                .at("/groups/0");
        ConsoleClient liaison = liaison(unit.path("key").asLong());
        JsonNode sheet = overdue(liaison, Town.CODE, "&by=FAMILY&size=100");
        assertThat(sheet.path("things").asInt()).isEqualTo(unit.path("things").asInt());
        for (JsonNode group : sheet.path("groups")) {
            assertThat(this.jdbc.queryForObject(
                            "SELECT unit_id FROM cadre_family WHERE id = ?",
                            Long.class,
                            group.path("key").asLong()))
                    .isEqualTo(unit.path("key").asLong());
        }
        assertThat(liaison.get("/api/admin/overdue?tier=HIGH&division=" + Town.CODE)
                        .status())
                .isEqualTo(403);
        Answer pressed = liaison.post("/api/admin/nudges", Map.of("division", Town.CODE));
        assertThat(pressed.json().path("nudged").size())
                .isEqualTo(sheet.path("owing").asInt());
        long other = this.jdbc.queryForObject(
                "SELECT MIN(p.child_id) FROM pairing p JOIN cadre_family f ON f.id = p.family_id WHERE f.unit_id <> ?",
                Long.class,
                unit.path("key").asLong());
        assertThat(liaison.get("/api/admin/children/" + other + "/owed").status())
                .isEqualTo(404);
    }

    @Test
    void waivesWithAReasonAndAnEndAndByThoseWhoArrange() throws Exception {
        JsonNode lines = lines(this.town.clerk, VILLAGE, "&actor=CADRE_FAMILY&clause=JB-41&size=100");
        JsonNode line = lines.path("rows").get(lines.path("rows").size() - 1);
        long child = line.path("childId").asLong();
        String path = "/api/admin/children/" + child + "/waivers";
        Map<String, Object> away = Map.of("reason", "AWAY", "from", Town.day(-200), "until", Town.day(40));
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.post(path, away).status()).isEqualTo(403);
        assertThat(this.town
                        .clerk
                        .post(path, Map.of("reason", "OTHER", "from", Town.today(), "until", Town.day(20)))
                        .status())
                .as("another reason needs a word about it")
                .isEqualTo(400);
        assertThat(this.town
                        .clerk
                        .post(path, Map.of("reason", "AWAY", "from", Town.today(), "until", Town.day(400)))
                        .status())
                .as("not for ever")
                .isEqualTo(400);
        assertThat(this.town.clerk.post(path, away).status()).isEqualTo(201);
        assertThat(childIds(lines(this.town.clerk, VILLAGE, "&actor=CADRE_FAMILY&size=100")))
                .doesNotContain(child);
        JsonNode waiver = owed(child).at("/waivers/0");
        assertThat(waiver.path("reasonName").asString()).isEqualTo("孩子外出");
        assertThat(waiver.path("by").asString()).isNotBlank();
        String ending = path + "/" + waiver.path("id").asLong() + "/ending";
        assertThat(director.post(ending, Map.of()).status()).isEqualTo(403);
        assertThat(this.town.supervisor.post(ending, Map.of()).status()).isEqualTo(204);
        assertThat(owed(child).at("/waivers/0/until").asString()).isEqualTo(Town.today());
        assertThat(this.town.supervisor.post(ending, Map.of()).status())
                .as("whoever ends it once more says that it was a mistake")
                .isEqualTo(204);
        assertThat(owed(child).at("/waivers/0/takenBack").asBoolean()).isTrue();
        assertThat(childIds(lines(this.town.clerk, VILLAGE, "&actor=CADRE_FAMILY&size=100")))
                .contains(child);
    }

    @Test
    void nudgesOnceADayAndCanBeTakenBackWithinAMinute() throws Exception {
        JsonNode sheet = overdue(this.town.clerk, Town.CODE, BY_FAMILY);
        Map<String, Object> all = Map.of("division", Town.CODE, "actor", "CADRE_FAMILY");
        JsonNode pressed = this.town.clerk.post("/api/admin/nudges", all).json();
        assertThat(pressed.path("nudged").size())
                .isEqualTo(sheet.path("nudgeable").asInt());
        assertThat(pressed.path("skipped").asInt()).isZero();
        JsonNode again = this.town.supervisor.post("/api/admin/nudges", all).json();
        assertThat(again.path("nudged")).isEmpty();
        assertThat(again.path("skipped").asInt())
                .isEqualTo(sheet.path("nudgeable").asInt());
        assertThat(overdue(this.town.clerk, Town.CODE, BY_FAMILY)
                        .at("/groups/0/nudge/state")
                        .asString())
                .isEqualTo("WAITING");
        String undo = "/api/admin/nudges/" + pressed.path("batch").asString() + "/undo";
        assertThat(this.town.supervisor.post(undo, Map.of()).status())
                .as("whoever pressed takes it back")
                .isEqualTo(409);
        assertThat(this.town.clerk.post(undo, Map.of()).status()).isEqualTo(204);
        assertThat(overdue(this.town.clerk, Town.CODE, BY_FAMILY)
                        .at("/groups/0/nudge")
                        .isMissingNode())
                .isTrue();
        JsonNode third = this.town.supervisor.post("/api/admin/nudges", all).json();
        assertThat(third.path("nudged").size())
                .isEqualTo(sheet.path("nudgeable").asInt());
    }

    @Test
    void nudgesOneAndNobodyWhoOwesNothing() throws Exception {
        JsonNode group = overdue(this.town.clerk, Town.CODE, BY_FAMILY).at("/groups/0");
        JsonNode pressed = this.town
                .clerk
                .post(
                        "/api/admin/nudges",
                        Map.of(
                                "division",
                                Town.CODE,
                                "only",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "CADRE_FAMILY",
                                                "id",
                                                group.path("key").asString()),
                                        Map.of("kind", "CADRE_FAMILY", "id", "999999"))))
                .json();
        assertThat(pressed.path("nudged")).hasSize(1);
        assertThat(pressed.at("/nudged/0/children").asInt()).isPositive();
    }

    @Test
    void announcesANudgeAfterItsMinuteWithoutAnyNameAndKeepsWhatDidNotArrive() throws Exception {
        this.heard.nudged.clear();
        JsonNode group = overdue(this.town.clerk, Town.CODE, BY_FAMILY).at("/groups/0");
        this.town.clerk.post(
                "/api/admin/nudges",
                Map.of(
                        "division",
                        Town.CODE,
                        "only",
                        List.of(Map.of(
                                "kind", "CADRE_FAMILY", "id", group.path("key").asString()))));
        this.jdbc.update("UPDATE nudge SET send_after = DATE_SUB(NOW(3), INTERVAL 2 HOUR)");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(this.heard.nudged).hasSize(1));
        Nudged event = this.heard.nudged.get(0);
        assertThat(event.actor()).isEqualTo(Actor.CADRE_FAMILY);
        assertThat(event.actorId()).isEqualTo(group.path("key").asString());
        assertThat(event.toString()).doesNotContainPattern("\\p{IsHan}");
        await().untilAsserted(
                        () -> assertThat(history("&unsent=true").path("total").asInt())
                                .as("no answer for an hour is no good sign")
                                .isEqualTo(1));
        this.nudges.settle(event.nudge(), false, "没认过人，打电话吧");
        JsonNode failed = history("&unsent=true").at("/rows/0");
        assertThat(failed.at("/nudge/state").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/nudge/why").asString()).contains("打电话");
        assertThat(failed.path("name").asString()).contains("家 · ");
        assertThat(overdue(this.town.clerk, Town.CODE, BY_FAMILY).path("unsent").asInt())
                .isEqualTo(1);
        this.nudges.settle(event.nudge(), true, null);
        assertThat(history("").at("/rows/0/nudge/state").asString())
                .as("the first word holds")
                .isEqualTo("FAILED");
    }

    @Test
    void exportsMaskedUnlessNamesAreAskedForAndOnlyForAPurpose() throws Exception {
        String path = "/api/admin/overdue/workbook?division=" + VILLAGE + "&actor=CADRE_FAMILY";
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.get(path + "&purpose=x").status()).isEqualTo(403);
        assertThat(this.town.clerk.get(path).status()).isEqualTo(400);
        assertThat(this.town.clerk.get(path + "&purpose=%20").status()).isEqualTo(400);
        List<Map<Integer, String>> masked = rows(this.town.clerk.download(path + "&purpose=%E4%B8%8A%E6%8A%A5"));
        assertThat(masked).isNotEmpty().allSatisfy(row -> assertThat(row.get(1)).endsWith("○○"));
        List<Map<Integer, String>> named =
                rows(this.town.clerk.download(path + "&names=true&purpose=%E4%B8%8A%E6%8A%A5"));
        assertThat(named).noneMatch(row -> row.get(1).endsWith("○○"));
        this.jdbc.update("UPDATE child SET name = CONCAT('=', name) WHERE village_code = ?", VILLAGE);
        assertThat(rows(this.town.clerk.download(path + "&names=true&purpose=%E5%85%AC%E5%BC%8F")))
                .as("no formula either when it is saved as CSV")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(1)).startsWith("'="));
        this.jdbc.update("UPDATE child SET name = SUBSTRING(name, 2) WHERE village_code = ?", VILLAGE);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'EXPORTED' AND purpose = '上报'", Integer.class))
                .isEqualTo(2);
    }

    @Test
    @Clause("JB-51")
    void letsAPlaceDecideWhenSchoolIsOut() throws Exception {
        String path = "/api/admin/school-vacations";
        int year = LocalDate.now(TongxingApplication.ZONE).getYear();
        JsonNode usual = vacation(year, "WINTER");
        assertThat(usual.path("decidedAt").isMissingNode()).isTrue();
        Map<String, Object> mine = new HashMap<>(Map.of("division", Town.CODE, "kind", "WINTER", "year", year));
        mine.put("from", year + "-01-24");
        mine.put("until", year + "-02-28");
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        Map<String, Object> theirs = new HashMap<>(mine);
        theirs.put("division", VILLAGE);
        assertThat(director.send("PUT", path, theirs).status()).isEqualTo(403);
        assertThat(this.town.clerk.send("PUT", path, mine).status()).isEqualTo(200);
        assertThat(vacation(year, "WINTER").path("from").asString()).isEqualTo(year + "-01-24");
        assertThat(vacation(year, "WINTER").path("setBy").asString()).isNotBlank();
        mine.put("until", year + "-01-20");
        assertThat(this.town.clerk.send("PUT", path, mine).status()).isEqualTo(400);
    }

    @Test
    @Clause("JB-36")
    @Clause("SV-14")
    @Clause("GD-45")
    void recordsWhatNoOtherModuleRecordsAndTakesItBack() throws Exception {
        JsonNode untrained = lines(this.town.clerk, Town.CODE, "&actor=TOWNSHIP&which=DUE&size=100");
        assertThat(untrained.path("total").asInt()).isGreaterThan(70);
        assertThat(lines(this.town.clerk, Town.CODE, "&which=DUE&size=100")
                        .path("rows")
                        .valueStream())
                .as("without an actor: what is owed to children, not the training of families")
                .isNotEmpty()
                .allMatch(row -> row.has("childId"));
        List<Long> families = new ArrayList<>();
        untrained.path("rows").forEach(row -> families.add(row.path("familyId").asLong()));
        Answer trained =
                this.town.clerk.post("/api/admin/trainings", Map.of("familyIds", families, "on", Town.today()));
        assertThat(trained.status()).isEqualTo(201);
        assertThat(lines(this.town.clerk, Town.CODE, "&actor=TOWNSHIP&which=DUE")
                        .path("total")
                        .asInt())
                .isEqualTo(untrained.path("total").asInt() - families.size());
        assertThat(this.town.clerk.post("/api/admin/deeds/undo", json(trained)).status())
                .isEqualTo(204);
        assertThat(this.town.clerk.post("/api/admin/deeds/undo", json(trained)).status())
                .isEqualTo(409);
        long child = this.jdbc.queryForObject("SELECT MIN(id) FROM child", Long.class);
        String deeds = "/api/admin/children/" + child + "/deeds";
        assertThat(this.town
                        .clerk
                        .post(deeds, Map.of("kind", "UPDATE", "on", Town.today()))
                        .status())
                .isEqualTo(201);
        assertThat(this.town
                        .clerk
                        .post(deeds, Map.of("kind", "VISIT", "on", Town.today()))
                        .status())
                .as("visits are recorded where they are made")
                .isEqualTo(400);
        assertThat(this.town
                        .clerk
                        .post(deeds, Map.of("kind", "UPDATE", "on", Town.day(2)))
                        .status())
                .isEqualTo(400);
        assertThat(this.town
                        .clerk
                        .post("/api/admin/trainings", Map.of("familyIds", List.of(999_999), "on", Town.today()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void sumsTheTownsOfACounty() throws Exception {
        ConsoleClient county = ConsoleClient.signedIn(this.port, "zy.jialing");
        this.jdbc
                .queryForList("SELECT DISTINCT village_code FROM child", String.class)
                .forEach(village -> this.tally.recount(new DivisionCode(village)));
        JsonNode sheet = overdue(county, "511304", "&actor=CADRE_FAMILY");
        assertThat(sheet.at("/groups/0/key").asString()).isEqualTo(Town.CODE);
        assertThat(sheet.path("children").asInt())
                .isEqualTo(overdue(county, Town.CODE, "&actor=CADRE_FAMILY")
                        .path("children")
                        .asInt());
        assertThat(sheet.path("countedAt").asString()).isNotBlank();
        assertThat(county.get("/api/admin/overdue/lines?division=511304").status())
                .isEqualTo(400);
    }

    @Test
    void asksTheDatabaseAsOftenForThreeHundredChildrenAsForTen() {
        int all = asked();
        this.jdbc.update(
                "UPDATE child SET left_on = '2026-01-01' WHERE id > (SELECT MIN(id) + 9 FROM (SELECT id FROM child) c)");
        // One more or less: a question nobody of the list gives a reason for is not asked.
        assertThat(asked()).isCloseTo(all, within(1)).isLessThan(25);
    }

    @Test
    void asksAtOnceForAllVillagesThatATownsPageShows() {
        int asked = this.statements.during(() -> {
            try {
                assertThat(this.town
                                .clerk
                                .get("/api/admin/coverage?division=" + Town.CODE)
                                .json()
                                .path("parts"))
                        .hasSizeGreaterThan(10);
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
        // A statement for each village would be far more.
        assertThat(asked).isLessThan(30);
    }

    private int asked() {
        LocalDate today = LocalDate.now(TongxingApplication.ZONE);
        return this.statements.during(() -> assertThat(
                        this.overdue.lines(Scope.of(new DivisionCode(Town.CODE)), OverdueQuestion.overdue(null), today))
                .isNotEmpty());
    }

    @Test
    void answersForATownWellWithinTheTimeSomebodyWaits() throws Exception {
        for (long child : this.jdbc.queryForList("SELECT id FROM child", Long.class)) {
            long family =
                    this.jdbc.queryForObject("SELECT family_id FROM pairing WHERE child_id = ?", Long.class, child);
            for (int month = 1; month <= 10; month++) {
                visitQuietly(family, child, LocalDate.of(2026, month, 11));
            }
        }
        // The best of many: what else this machine is busy with is not what is asked.
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 30 && (i < 12 || best > LONGEST_WAIT); i++) {
            long start = System.nanoTime();
            overdue(this.town.clerk, Town.CODE, BY_FAMILY);
            best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        }
        System.out.printf("overdue list of a town: %d ms%n", best);
        assertThat(best).isLessThan(LONGEST_WAIT);
    }

    private ConsoleClient liaison(long unit) throws Exception {
        String name = "ld.overdue" + unit;
        this.accounts.open(
                new Accounts.NewAccount(
                        name,
                        "联络员",
                        "Tongxing-2026",
                        new NewRole(
                                Role.UNIT_LIAISON,
                                new DivisionCode(Town.CODE),
                                unit,
                                LocalDate.now(TongxingApplication.ZONE),
                                null)),
                null);
        return ConsoleClient.signedIn(this.port, name);
    }

    private void visit(long family, long child, LocalDate on) {
        this.transaction.executeWithoutResult(status -> {
            visitQuietly(family, child, on);
            this.events.publishEvent(new DeedsChanged(List.of(child)));
        });
    }

    private void visitQuietly(long family, long child, LocalDate on) {
        this.jdbc.update(
                "INSERT INTO visit (family_id, recorded_by, visited_on, met, topics, child_condition, idempotency_key,"
                        + " recorded_at) VALUES (?, 1, ?, 'CHILD', 'DROWNING', 'WELL', UUID(), NOW(3))",
                family,
                on);
        this.jdbc.update(
                "INSERT INTO visit_child (visit_id, child_id, visited_on, met_by)"
                        + " SELECT MAX(id), ?, ?, 'CADRE_FAMILY' FROM visit",
                child,
                on);
    }

    private @Nullable JsonNode workItem(long child) throws Exception {
        for (int page = 1; page <= 5; page++) {
            for (JsonNode item : this.town
                    .clerk
                    .get("/api/admin/work-items?kind=OVERDUE_VISIT&size=100&page=" + page + "&division=" + Town.CODE)
                    .json()
                    .path("rows")) {
                if (item.at("/child/id").asLong() == child) {
                    return item;
                }
            }
        }
        return null;
    }

    private JsonNode owed(long child) throws Exception {
        return this.town.clerk.get("/api/admin/children/" + child + "/owed").json();
    }

    private JsonNode history(String query) throws Exception {
        return this.town
                .clerk
                .get("/api/admin/nudges?division=" + Town.CODE + query)
                .json();
    }

    private JsonNode vacation(int year, String kind) throws Exception {
        for (JsonNode one : this.town
                .clerk
                .get("/api/admin/school-vacations?division=" + Town.CODE)
                .json()) {
            if (one.path("year").asInt() == year && one.path("kind").asString().equals(kind)) {
                return one;
            }
        }
        throw new AssertionError(kind + " " + year);
    }

    private int outOfScope(String subject) {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'OUT_OF_SCOPE' AND subject = ?",
                Integer.class,
                subject);
    }

    private List<Long> lastListed() {
        return this.jdbc.queryForList(
                "SELECT child_id FROM audit_child WHERE entry_id ="
                        + " (SELECT MAX(id) FROM audit_entry WHERE action = 'LISTED')",
                Long.class);
    }

    private static JsonNode overdue(ConsoleClient client, String division, String query) throws Exception {
        Answer answer = client.get("/api/admin/overdue?division=" + division + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode lines(ConsoleClient client, String division, String query) throws Exception {
        Answer answer = client.get("/api/admin/overdue/lines?division=" + division + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static List<Long> childIds(JsonNode lines) {
        List<Long> ids = new ArrayList<>();
        lines.path("rows").forEach(row -> ids.add(row.path("childId").asLong()));
        return ids;
    }

    private static @Nullable JsonNode find(JsonNode rows, String field, String value) {
        for (JsonNode row : rows) {
            if (row.path(field).asString().equals(value)) {
                return row;
            }
        }
        return null;
    }

    private static Map<String, Object> json(Answer answer) {
        return Map.of(
                "kind",
                answer.json().path("kind").asString(),
                "recordedAt",
                answer.json().path("recordedAt").asString());
    }

    private static List<Map<Integer, String>> rows(byte[] workbook) {
        return FastExcel.read(new ByteArrayInputStream(workbook)).sheet(0).doReadSync();
    }
}
