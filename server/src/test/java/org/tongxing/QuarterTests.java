package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.Tally;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import tools.jackson.databind.JsonNode;

/** The result of every quarter: counted, submitted for good, and compared with what came afterwards. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-quarter-${random.uuid}")
@Import(MovableClock.OnADayInJanuary.class)
class QuarterTests {

    private static final String QUARTERS = "/api/admin/register/quarters";
    private static final String REPORTS = "/api/admin/register/quarter-reports/";

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
        while (this.jdbc.update("DELETE FROM register_quarter ORDER BY version DESC LIMIT 1") > 0) {
            // The last version first: a version that was replaced cannot be deleted.
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-02-20, 1", "2026-03-10, 1", "2026-03-25, 1", "2026-04-25, 2", "2026-07-01, 2"})
    @Clause("JB-62")
    void saysWhatARecountOfEveryVillageSays(String today, int quarter) throws Exception {
        this.clock.goTo(LocalDate.parse(today));
        JsonNode figures = draft(quarter).path("figures");
        LocalDate on = LocalDate.parse(figures.path("on").asString());
        Tally all = new Tally();
        Map<String, Tally> categories = new TreeMap<>();
        for (JsonNode village : figures.path("villages")) {
            Tally own = new Tally();
            for (Coverage.Standing one : this.coverage.standings(
                    Scope.of(new DivisionCode(village.path("code").asString())), on)) {
                own.add(one.state());
                all.add(one.state());
                one.state()
                        .categories()
                        .forEach(code -> categories
                                .computeIfAbsent(code, first -> new Tally())
                                .add(one.state()));
            }
            same(village.path("counts"), own);
        }
        same(figures.path("all"), all);
        assertThat(figures.path("villages").size()).isEqualTo(12);
        assertThat(figures.path("categories").size()).isEqualTo(categories.size());
        for (JsonNode category : figures.path("categories")) {
            same(category.path("counts"), categories.get(category.path("code").asString()));
        }
        Map<String, Integer> reasons = new HashMap<>();
        figures.path("reasons")
                .forEach(one -> reasons.put(
                        one.path("code").asString(), one.path("children").asInt()));
        Map<String, Integer> recounted = new HashMap<>();
        all.reasons().forEach((reason, count) -> recounted.put(reason.name(), count));
        assertThat(reasons).isEqualTo(recounted);
    }

    @Test
    @Clause("JB-62")
    void speaksOfItsDueDayWhenItIsLateAndCountsDeedsSinceTheLastOne() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 3, 5));
        assertThat(draft(1).at("/figures/on").asString()).isEqualTo("2026-03-05");
        assertThat(draft(1).at("/figures/since").asString()).isEqualTo("2025-12-11");
        assertThat(draft(1).at("/figures/deeds/begun").asInt()).isEqualTo(6);
        this.clock.goTo(LocalDate.of(2026, 3, 20));
        assertThat(draft(1).at("/figures/on").asString()).isEqualTo("2026-03-10");
        this.clock.goTo(LocalDate.of(2026, 7, 1));
        JsonNode second = draft(2);
        assertThat(second.at("/figures/on").asString()).isEqualTo("2026-06-10");
        assertThat(second.at("/figures/since").asString()).isEqualTo("2026-03-11");
        assertThat(second.at("/figures/deeds/begun").asInt()).isEqualTo(1);
        assertThat(second.at("/figures/deeds/ended").asInt()).isEqualTo(2);
        assertThat(second.at("/before/submitted").asBoolean())
                .as("nothing was submitted, so the last quarter is counted now")
                .isFalse();
        assertThat(second.at("/before/figures/on").asString()).isEqualTo("2026-03-10");
        assertThat(this.clerk
                        .get(QUARTERS + "/2026/4/draft?division=" + Town.CODE)
                        .status())
                .as("not begun")
                .isEqualTo(400);
    }

    @Test
    @Clause("JB-62")
    void isInTimeUntilTheTenthAndShownAsLateAfterIt() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 3, 9));
        assertThat(quarter(1, "2026-03-09").path("state").asString()).isEqualTo("OPEN");
        JsonNode first = submit(1, null);
        assertThat(first.path("late").asBoolean()).isFalse();
        this.clock.goTo(LocalDate.of(2026, 6, 12));
        assertThat(quarter(2, "2026-06-12").path("state").asString()).isEqualTo("OVERDUE");
        assertThat(submit(2, null).path("late").asBoolean()).isTrue();
        assertThat(quarter(1, "2026-06-12").path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(quarter(2, "2026-06-12").path("state").asString()).isEqualTo("LATE");
        assertThat(quarter(3, "2026-06-12").path("state").asString()).isEqualTo("AHEAD");
        assertThat(quarter(2, "2026-06-11").path("state").asString())
                .as("as it was on that day")
                .isEqualTo("OVERDUE");
        assertThat(draft(2).at("/before/submitted").asBoolean()).isTrue();
    }

    @Test
    @Clause("JB-62")
    void keepsItsFiguresAndShowsWhatHasChangedSince() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 6, 8));
        JsonNode report = submit(2, null);
        long id = report.path("id").asLong();
        assertThat(report.path("changes")).isEmpty();
        byte[] before = this.clerk.download(REPORTS + id + "/workbook");
        assertThat(Vault.sm3(before)).isEqualTo(report.path("sm3").asString());
        int byFamily = report.at("/figures/all/byFamily").asInt();

        this.clock.goTo(LocalDate.of(2026, 6, 9));
        // Typed late: true since before the report. And news: from after it.
        this.past.pair("2026-06-01");
        this.past.end(2, "2026-06-09", "FAMILY_ASKED");
        this.past.end(3, "2026-06-09", "FAMILY_ASKED");
        JsonNode now = this.clerk.get(REPORTS + id).json();
        assertThat(now.path("figures")).isEqualTo(report.path("figures"));
        JsonNode change = change(now, "ALL", "BY_FAMILY");
        assertThat(change.path("reported").asInt()).isEqualTo(byFamily);
        assertThat(change.path("lookedBack").asInt()).isEqualTo(byFamily + 1);
        assertThat(change.path("today").asInt()).isEqualTo(byFamily + 1 - 2);
        assertThat(change(now, "DEED", "BEGUN").path("lookedBack").asInt())
                .isEqualTo(change(now, "DEED", "BEGUN").path("reported").asInt() + 1);
        assertThat(change(now, "DEED", "BEGUN").path("today").isMissingNode()).isTrue();
        assertThat(this.clerk.download(REPORTS + id + "/workbook"))
                .as("byte by byte")
                .isEqualTo(before);
    }

    @Test
    @Clause("JB-62")
    void isFollowedByAnotherVersionWithAReasonAndNeverOverwritten() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 6, 2));
        JsonNode first = submit(2, null);
        String digest = draft(2).path("digest").asString();
        assertThat(this.clerk
                        .post(path(2), Map.of("division", Town.CODE, "digest", digest))
                        .status())
                .as("without a reason")
                .isEqualTo(400);
        JsonNode second = submit(2, "补了两名");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("versions").size()).isEqualTo(2);
        assertThat(this.clerk.get(REPORTS + first.path("id").asLong()).json().path("figures"))
                .isEqualTo(first.path("figures"));
        long id = first.path("id").asLong();
        assertThatThrownBy(() -> this.jdbc.update("UPDATE register_quarter SET figures = '{}' WHERE id = ?", id))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> this.jdbc.update("UPDATE register_quarter SET content = 'x' WHERE id = ?", id))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> this.jdbc.update("UPDATE register_quarter SET version = 7 WHERE id = ?", id))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> this.jdbc.update("DELETE FROM register_quarter WHERE id = ?", id))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> this.jdbc.update(
                        "INSERT INTO register_quarter (division_code, of_year, of_quarter, version, replaces, reason, clause,"
                                + " due_on, on_day, figures, figures_sha256, content, content_sha256, content_sm3,"
                                + " submitted_by, submitted_by_name, submitted_at) SELECT division_code, of_year,"
                                + " of_quarter, version, replaces, reason, clause, due_on, on_day, figures, figures_sha256,"
                                + " content, content_sha256, content_sm3, 1, '某人', submitted_at FROM register_quarter"
                                + " WHERE id = ?",
                        id))
                .as("the same version again")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @Clause("JB-62")
    void submitsNothingThatWasNotLookedAt() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 6, 3));
        String digest = draft(2).path("digest").asString();
        this.past.pair("2026-06-03");
        assertThat(this.clerk
                        .post(path(2), Map.of("division", Town.CODE, "digest", digest))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("FIGURES_CHANGED");
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM register_quarter", Integer.class))
                .isZero();
    }

    @Test
    @Clause("JB-62")
    void isAWorkbookOfFiguresWithoutAnybodysName() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 6, 4));
        JsonNode report = submit(2, null);
        byte[] bytes = this.clerk.download(REPORTS + report.path("id").asLong() + "/workbook");
        String text = ExportDesk.text(new XSSFWorkbook(new ByteArrayInputStream(bytes)).getSheetAt(0));
        JsonNode all = report.at("/figures/all");
        assertThat(text)
                .contains("金宝镇 2026 年第二季度结对帮扶结果", "依据〔JB-62〕", "石马垭村", "制表人", "何明")
                .contains("应结对 " + all.path("eligible").asInt() + " 名儿童")
                .contains("合计\t%d\t%d\t%d\t%d\t%d\t"
                        .formatted(
                                all.path("eligible").asInt(),
                                all.path("covered").asInt(),
                                all.path("byFamily").asInt(),
                                all.path("byAreaDuty").asInt(),
                                all.path("uncovered").asInt()));
        for (String name : this.jdbc.queryForList("SELECT name FROM child", String.class)) {
            assertThat(text).doesNotContain("\t" + name + "\t");
        }
    }

    @Test
    void isForThoseWhoAnswerForTheWholeTown() throws Exception {
        this.clock.goTo(LocalDate.of(2026, 6, 5));
        JsonNode report = submit(2, null);
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.get(REPORTS + report.path("id").asLong()).status()).isEqualTo(404);
        assertThat(director.get(QUARTERS + "?division=" + Town.CODE).status()).isEqualTo(404);
        assertThat(director.get(QUARTERS + "?division=511304114001").json()).isEmpty();
        assertThat(director.post(path(2), Map.of("division", Town.CODE, "digest", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'OUT_OF_SCOPE' AND subject = ?",
                        Integer.class,
                        "quarter-report:" + report.path("id").asLong()))
                .isEqualTo(1);
    }

    private JsonNode draft(int quarter) throws Exception {
        var draft = this.clerk.get(QUARTERS + "/2026/" + quarter + "/draft?division=" + Town.CODE);
        assertThat(draft.status()).as(draft.json().toString()).isEqualTo(200);
        return draft.json();
    }

    private JsonNode submit(int quarter, String reason) throws Exception {
        Map<String, Object> request = new HashMap<>(Map.of(
                "division", Town.CODE, "digest", draft(quarter).path("digest").asString()));
        if (reason != null) {
            request.put("reason", reason);
        }
        var report = this.clerk.post(path(quarter), request);
        assertThat(report.status()).as(report.json().toString()).isEqualTo(201);
        return report.json();
    }

    private static String path(int quarter) {
        return QUARTERS + "/2026/" + quarter + "/submission";
    }

    private JsonNode quarter(int number, String on) throws Exception {
        return this.clerk
                .get(QUARTERS + "?division=" + Town.CODE + "&year=2026&on=" + on)
                .json()
                .at("/0/quarters/" + (number - 1));
    }

    private static JsonNode change(JsonNode report, String part, String measure) {
        for (JsonNode change : report.path("changes")) {
            if (change.path("part").asString().equals(part)
                    && change.path("measure").asString().equals(measure)) {
                return change;
            }
        }
        throw new AssertionError("No change of " + part + " " + measure + " in " + report.path("changes"));
    }

    private static void same(JsonNode counts, Tally tally) {
        assertThat(counts.path("eligible").asInt()).isEqualTo(tally.eligible());
        assertThat(counts.path("covered").asInt()).isEqualTo(tally.covered());
        assertThat(counts.path("uncovered").asInt()).isEqualTo(tally.uncovered());
        assertThat(counts.path("byFamily").asInt()).isEqualTo(tally.byFamily());
        assertThat(counts.path("byAreaDuty").asInt()).isEqualTo(tally.byAreaDuty());
        assertThat(counts.path("girls").asInt()).isEqualTo(tally.girls());
        assertThat(counts.path("girlsWithout").asInt()).isEqualTo(tally.girlsWithout());
    }
}
