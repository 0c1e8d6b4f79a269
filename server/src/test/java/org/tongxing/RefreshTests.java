package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import tools.jackson.databind.JsonNode;

/** The update of every March: counted by somebody, everybody paired, and on the list of the first of April otherwise. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-refresh-${random.uuid}")
@Import(MovableClock.OnADayInJanuary.class)
class RefreshTests {

    private static final String REFRESHES = "/api/admin/register/refreshes";
    private static final String COMMUNITY = "511304114001";
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Coverage coverage;

    private PastTown past;
    private ConsoleClient clerk;

    @BeforeEach
    void openTheTown() throws Exception {
        this.past = PastTown.at(this.port, this.clock, this.jdbc);
        this.clerk = this.past.town.clerk;
        this.jdbc.update("DELETE FROM register_refresh");
    }

    @Test
    @Clause("JB-32")
    void isDoneOnlyWhenSomebodyCountedInTimeAndEveryChildHadSomebody() throws Exception {
        assertThat(alone(COMMUNITY, DUE)).isPositive();
        coverEverybody(COMMUNITY, "2026-03-25");
        say("2026-03-25", this.clerk, COMMUNITY, "UNCHANGED");
        say("2026-03-25", this.clerk, PastTown.WITHOUT_DUTY, "CHANGED");
        assertThat(state("2026-03-30", COMMUNITY)).isEqualTo("DONE");
        assertThat(state("2026-03-30", PastTown.WITHOUT_DUTY))
                .as("counted, but some are alone")
                .isEqualTo("OPEN");
        assertThat(state("2026-04-01", PastTown.WITHOUT_DUTY)).isEqualTo("MISSED");
        assertThat(state("2026-04-01", "511304114203")).as("nobody counted").isEqualTo("MISSED");
        JsonNode village = village("2026-04-01", COMMUNITY);
        assertThat(village.path("state").asString()).isEqualTo("DONE");
        assertThat(village.at("/said/byName").asString()).isEqualTo("何明");
        assertThat(village.at("/said/outcome").asString()).isEqualTo("UNCHANGED");
    }

    @Test
    @Clause("JB-32")
    void countsTheChildrenBehindEachReasonAsARecountDoes() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 7, 1));
        JsonNode sheet = sheet("2026", "2026-07-01");
        assertThat(sheet.path("clause").asString()).isEqualTo("JB-32");
        assertThat(sheet.path("due").asString()).isEqualTo("2026-03-31");
        assertThat(sheet.path("villages").size()).isEqualTo(12);
        for (JsonNode village : sheet.path("villages")) {
            String code = village.path("code").asString();
            Map<String, Integer> reasons = new HashMap<>();
            int eligible = 0;
            for (Coverage.Standing one : this.coverage.standings(Scope.of(new DivisionCode(code)), DUE)) {
                if (one.state().eligible()) {
                    eligible++;
                    if (one.state().reason() != null) {
                        reasons.merge(one.state().reason().name(), 1, Integer::sum);
                    }
                }
            }
            Map<String, Integer> said = new HashMap<>();
            village.path("reasons")
                    .properties()
                    .forEach(one -> said.put(one.getKey(), one.getValue().asInt()));
            assertThat(said).as(code).isEqualTo(reasons);
            assertThat(village.path("eligible").asInt()).isEqualTo(eligible);
            assertThat(village.path("uncovered").asInt())
                    .isEqualTo(reasons.values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
            assertThat(village.path("uncoveredNow").asInt()).isEqualTo(alone(code, LocalDate.of(2026, 7, 1)));
        }
    }

    @Test
    @Clause("JB-32")
    void remembersEveryYearAndBlamesNobodyForOneWithoutChildrenOnFile() throws Exception {
        say("2026-03-12", this.clerk, "511304114210", "UNCHANGED");
        this.clock.goTo(LocalDate.of(2027, 5, 4));
        assertThat(village(sheet("2026", "2027-05-04"), "511304114210")
                        .at("/said/at")
                        .asString())
                .startsWith("2026-03-12");
        assertThat(village(sheet("2027", "2027-05-04"), "511304114210")
                        .path("said")
                        .isMissingNode())
                .isTrue();
        assertThat(village(sheet("2027", "2027-05-04"), "511304114210")
                        .path("state")
                        .asString())
                .isEqualTo("MISSED");
        assertThat(village(sheet("2025", "2027-05-04"), "511304114210")
                        .path("state")
                        .asString())
                .isEqualTo("NOTHING_ON_FILE");
        assertThat(sheet("2023", "2027-05-04").path("villages"))
                .as("the document is of November 2023")
                .isEmpty();
        assertThat(this.clerk
                        .get(REFRESHES + "?division=" + Town.CODE + "&year=2028")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Clause("JB-32")
    void isSaidOnceAndTakenBackWithoutBeingForgotten() throws Exception {
        long id = say("2026-03-12", this.clerk, COMMUNITY, "UNCHANGED");
        assertThat(this.clerk
                        .post(REFRESHES, request(COMMUNITY, "CHANGED"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ALREADY_THERE");
        this.clock.goTo(LocalDate.of(2026, 3, 14));
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.delete(REFRESHES + "/" + id).json().path("code").asString())
                .as("a director takes back what he said himself")
                .isEqualTo("ROLE_MAY_NOT");
        assertThat(this.clerk.delete(REFRESHES + "/" + id).status()).isEqualTo(204);
        assertThat(this.clerk.delete(REFRESHES + "/" + id).status()).isEqualTo(404);
        this.clock.goTo(LocalDate.of(2026, 3, 16));
        say("2026-03-16", director, COMMUNITY, "CHANGED");
        assertThat(village("2026-03-13", COMMUNITY).at("/said/byName").asString())
                .as("as it was known on that day")
                .isEqualTo("何明");
        assertThat(village("2026-03-15", COMMUNITY).path("said").isMissingNode())
                .isTrue();
        assertThat(village("2026-03-16", COMMUNITY).at("/said/byName").asString())
                .isEqualTo("唐欣");
    }

    @Test
    @Clause("JB-32")
    void isSaidByThoseWhoKnowTheVillageOnly() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 3, 12));
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.post(REFRESHES, request("511304114203", "UNCHANGED"))
                        .status())
                .as("another village")
                .isEqualTo(404);
        ConsoleClient liaison = ConsoleClient.signedIn(this.port, "ld.jinbao");
        assertThat(liaison.post(REFRESHES, request(COMMUNITY, "UNCHANGED")).status())
                .isEqualTo(403);
        assertThat(liaison.get(REFRESHES + "?division=" + Town.CODE).status()).isEqualTo(403);
        assertThat(this.clerk.post(REFRESHES, request(Town.CODE, "UNCHANGED")).status())
                .as("a town is not counted as one")
                .isEqualTo(400);
        assertThat(director.post(REFRESHES, request(COMMUNITY, "UNCHANGED")).status())
                .isEqualTo(201);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'CONFIRMED' AND subject LIKE 'register-refresh:%'"
                                + " AND role = 'CHILD_DIRECTOR'",
                        Integer.class))
                .isPositive();
    }

    @Test
    @Clause("JB-32")
    void putsTheListOfTheFirstOfAprilIntoAWorkbookWithTheChildrenBehindIt() throws Exception {
        say("2026-03-12", this.clerk, PastTown.WITHOUT_DUTY, "UNCHANGED");
        this.clock.goTo(LocalDate.of(2026, 4, 1));
        ExportDesk desk = new ExportDesk(this.clerk);
        JsonNode export = desk.make(
                Map.of("kind", "REFRESH", "division", Town.CODE, "on", "2026-04-01", "year", 2026, "named", false));
        var book = desk.open(export);
        String villages = ExportDesk.text(book.getSheetAt(0));
        JsonNode sheet = sheet("2026", "2026-04-01");
        List<String> open = new ArrayList<>();
        int alone = 0;
        for (JsonNode village : sheet.path("villages")) {
            if (village.path("state").asString().equals("MISSED")) {
                open.add(village.path("name").asString());
                alone += village.path("uncovered").asInt();
            }
        }
        assertThat(open).isNotEmpty();
        assertThat(villages).contains(open).contains("〔JB-32〕", "没有人说清点完").containsPattern("柿子沟村\t没完成\t有 \\d+ 名没有着落\t");
        List<Map<String, String>> children = ExportDesk.children(book.getSheetAt(1));
        assertThat(children).hasSize(alone);
        assertThat(children).allSatisfy(row -> {
            assertThat(row.get("姓名")).endsWith("○○");
            assertThat(row.get("还没有着落的原因")).matches(".+〔JB-\\d\\d〕");
        });
        assertThat(export.path("rows").asInt()).isEqualTo(alone);
        assertThat(this.clerk
                        .post(
                                ExportDesk.PATH,
                                Map.of("kind", "REFRESH", "division", Town.CODE, "on", "2026-04-01", "named", false))
                        .status())
                .as("without a year")
                .isEqualTo(400);
    }

    @Test
    @Clause("JB-32")
    @Clause("JB-62")
    void standsOnTheWorkListUntilItIsDone() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 1, 20));
        recheck();
        assertThat(items("REFRESH_DUE")).as("more than sixty days ahead").isEmpty();
        this.clock.goTo(LocalDate.of(2026, 3, 1));
        recheck();
        assertThat(items("REFRESH_DUE")).hasSize(12);
        JsonNode item = about("REFRESH_DUE", "511304114213");
        assertThat(item.path("clause").asString()).isEqualTo("JB-32");
        assertThat(item.path("text").asString()).startsWith("3 月 31 日前更新：没有人说清点完");
        assertThat(item.at("/action/code").asString()).isEqualTo("COUNT");
        assertThat(about("QUARTER_DUE", Town.CODE).path("text").asString()).isEqualTo("第一季度结对结果，3 月 10 日前报");
        coverEverybody("511304114213", "2026-03-01");
        recheck();
        assertThat(about("REFRESH_DUE", "511304114213").path("text").asString()).isEqualTo("3 月 31 日前更新：没有人说清点完");
        say("2026-03-01", this.clerk, "511304114213", "UNCHANGED");
        assertThat(about("REFRESH_DUE", "511304114213")).isNull();
        assertThat(items("REFRESH_DUE")).hasSize(11);
        this.clock.goTo(LocalDate.of(2026, 4, 9));
        recheck();
        assertThat(about("REFRESH_DUE", "511304114203").path("ageDays").asInt()).isEqualTo(69);
        assertThat(items("SCREENING_DUE").size() + items("UNCOVERED").size())
                .as("the others keep their place")
                .isPositive();
    }

    /** A duty of a woman covers all but the first three categories; those get their families. */
    private void coverEverybody(String village, String from) throws Exception {
        this.clock.goTo(LocalDate.parse(from));
        this.jdbc.update(
                "INSERT INTO area_duty (unit_id, village_code, cadre_name, cadre_sex, starts_on) SELECT MIN(id), ?, '尤雅', 'FEMALE', ? FROM unit",
                village,
                from);
        this.coverage.recompute(new DivisionCode(village));
        for (Coverage.Standing one :
                this.coverage.standings(Scope.of(new DivisionCode(village)), LocalDate.parse(from))) {
            if (one.state().eligible() && one.state().by() == State.By.NOBODY) {
                this.jdbc.update(
                        "INSERT INTO pairing (child_id, family_id, kind, status, starts_on, paired_at) SELECT ?, MIN(id), 'FAMILY', 'ACTIVE', ?, ? FROM cadre_family",
                        one.child().id().value(),
                        from,
                        from);
            }
        }
        this.coverage.recompute(new DivisionCode(village));
    }

    private int alone(String village, LocalDate day) {
        return (int) this.coverage.standings(Scope.of(new DivisionCode(village)), day).stream()
                .filter(one -> one.state().eligible() && one.state().by() == State.By.NOBODY)
                .count();
    }

    private long say(String day, ConsoleClient who, String village, String outcome) throws Exception {
        this.clock.goTo(LocalDate.parse(day));
        var said = who.post(REFRESHES, request(village, outcome));
        assertThat(said.status()).as(said.json().toString()).isEqualTo(201);
        return said.json().path("id").asLong();
    }

    private static Map<String, Object> request(String village, String outcome) {
        return Map.of("village", village, "outcome", outcome);
    }

    private String state(String day, String village) throws Exception {
        return village(day, village).path("state").asString();
    }

    private JsonNode village(String day, String village) throws Exception {
        if (LocalDate.now(this.clock).isBefore(LocalDate.parse(day))) {
            this.clock.goTo(LocalDate.parse(day));
        }
        return village(sheet(day.substring(0, 4), day), village);
    }

    private static JsonNode village(JsonNode sheet, String code) {
        for (JsonNode village : sheet.path("villages")) {
            if (village.path("code").asString().equals(code)) {
                return village;
            }
        }
        throw new AssertionError("No village " + code + " in " + sheet);
    }

    private JsonNode sheet(String year, String on) throws Exception {
        return this.clerk
                .get(REFRESHES + "?division=" + Town.CODE + "&year=" + year + "&on=" + on)
                .json();
    }

    private void recheck() throws Exception {
        this.clerk.post("/api/admin/rechecks", Map.of("division", Town.CODE));
    }

    private List<JsonNode> items(String kind) throws Exception {
        JsonNode rows = this.clerk
                .get("/api/admin/work-items?division=" + Town.CODE + "&size=100&kind=" + kind)
                .json()
                .path("rows");
        return IntStream.range(0, rows.size()).mapToObj(rows::get).toList();
    }

    private JsonNode about(String kind, String area) throws Exception {
        return items(kind).stream()
                .filter(item -> item.at("/area/code").asString().equals(area))
                .findFirst()
                .orElse(null);
    }
}
