package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.ExportDesk.masked;
import static org.tongxing.ExportDesk.named;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import tools.jackson.databind.JsonNode;

/** The register of a town, read back from its workbook and recounted child by child. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-register-${random.uuid}")
@Import(MovableClock.OnADayInJanuary.class)
class RegisterTests {

    private static final Map<State.By, String> WAYS =
            Map.of(State.By.FAMILY, "爱心家庭", State.By.AREA_DUTY, "部门包片", State.By.NOBODY, "没有着落");

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Coverage coverage;

    @Autowired
    private ScheduledTaskHolder scheduled;

    private PastTown past;
    private ExportDesk desk;

    @BeforeEach
    void openTheTown() throws Exception {
        this.past = PastTown.at(this.port, this.clock, this.jdbc);
        this.desk = new ExportDesk(this.past.town.clerk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-10", "2026-01-20", "2026-03-19", "2026-03-31", "2026-04-20", "2026-06-30"})
    @Clause("JB-29")
    @Clause("JB-33")
    void holdsExactlyTheChildrenARecountFindsOnAnyDay(String day) throws Exception {
        LocalDate on = LocalDate.parse(day);
        JsonNode export = this.desk.make(named(Town.CODE, day));
        List<Map<String, String>> written = ExportDesk.children(this.desk.open(export));
        Map<String, String> found = new TreeMap<>();
        for (Map<String, String> row : written) {
            assertThat(found.put(person(row), row.get("sheet") + row.get("怎么帮") + row.get("帮扶（责任）干部")))
                    .as("a child stands there once")
                    .isNull();
        }
        Map<String, String> recounted = new TreeMap<>();
        for (String village : villages()) {
            String name = this.jdbc.queryForObject("SELECT name FROM division WHERE code = ?", String.class, village);
            for (Coverage.Standing one : this.coverage.standings(Scope.of(new DivisionCode(village)), on)) {
                if (one.state().eligible()) {
                    recounted.put(
                            one.child().name() + one.child().birthOn(),
                            name + WAYS.get(one.state().by()) + cadre(one, on));
                }
            }
        }
        assertThat(found).isEqualTo(recounted);
        assertThat(export.path("rows").asInt()).isEqualTo(recounted.size());
        JsonNode outline = outline(this.past.town.clerk, Town.CODE, day);
        assertThat(outline.at("/all/eligible").asInt()).isEqualTo(recounted.size());
        assertThat(outline.path("sheets").size()).isEqualTo(sheets(written).size());
    }

    @Test
    @Clause("JB-29")
    @Clause("JB-63")
    void isASheetPerVillageBehindASummaryEachWithItsCategories() throws Exception {
        XSSFWorkbook book = this.desk.open(this.desk.make(masked(Town.CODE, "2026-03-31")));
        assertThat(book.getSheetName(0)).isEqualTo("汇总");
        String summary = ExportDesk.text(book.getSheetAt(0));
        assertThat(summary).contains("金宝镇结对帮扶儿童台账汇总", "截至 2026 年 3 月 31 日", "依据〔JB-29〕〔JB-33〕〔JB-63〕", "合计", "制表人");
        String village = ExportDesk.text(book.getSheet("石马垭村"));
        assertThat(village)
                .contains("金宝镇石马垭村结对帮扶儿童台账", "截至 2026 年 3 月 31 日", "一、", "〔JB-", "审核人", "姓名、证件号已遮住", "部门包片", "尤雅");
        assertThat(book.getSheet("石马垭村").getRepeatingRows().formatAsString()).isEqualTo("1:3");
        List<Map<String, String>> rows = ExportDesk.children(book.getSheet("石马垭村"));
        assertThat(rows).extracting(row -> row.get("序号")).startsWith("1", "2", "3");
        assertThat(rows).allSatisfy(row -> assertThat(row.get("情形和依据")).matches(".+〔JB-\\d\\d(、JB-\\d\\d)*〕.*"));
    }

    @Test
    void showsNoNameNoNumberAndNoBirthdayUnlessSomebodySaysWhatFor() throws Exception {
        JsonNode export = this.desk.make(masked(Town.CODE, "2026-03-31"));
        XSSFWorkbook book = this.desk.open(export);
        String all = "";
        for (int sheet = 0; sheet < book.getNumberOfSheets(); sheet++) {
            all += ExportDesk.text(book.getSheetAt(sheet));
        }
        for (Map<String, Object> child : this.jdbc.queryForList("SELECT name, birth_on FROM child")) {
            assertThat(all).doesNotContain(child.get("name") + "\t");
            assertThat(all).doesNotContain(child.get("birth_on").toString());
        }
        for (String carer : this.jdbc.queryForList("SELECT DISTINCT name FROM adult WHERE carer", String.class)) {
            assertThat(all).doesNotContain(carer + "（");
        }
        assertThat(all).doesNotContainPattern("\\d{17}[\\dX]").contains("○○", "5113************");
        long entries = audited(export, "purpose IS NULL");
        assertThat(entries)
                .as("who stood in the list")
                .isEqualTo(export.path("rows").asLong());
    }

    @Test
    void writesDownEveryChildWhoseNameIsCarriedAwayAndWhatFor() throws Exception {
        JsonNode export = this.desk.make(named(Town.CODE, "2026-03-31"));
        assertThat(audited(export, "purpose = 'REPORT'"))
                .isEqualTo(export.path("rows").asLong())
                .isPositive();
        XSSFWorkbook book = this.desk.open(export);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE subject = ? AND action = 'EXPORTED' AND id NOT IN"
                                + " (SELECT entry_id FROM audit_child)",
                        Integer.class,
                        subject(export)))
                .as("that the file was fetched")
                .isEqualTo(1);
        assertThat(book.getSheetAt(1).getFooter().getLeft()).contains("带姓名，用途：上报");
        assertThat(book.getSheetAt(1).getFooter().getRight()).contains("何明", "导出");
        Map<String, String> child = ExportDesk.children(book).get(0);
        assertThat(child.get("姓名")).doesNotContain("○");
        assertThat(ExportDesk.children(book))
                .anySatisfy(row -> assertThat(row.get("身份证号")).matches("\\d{17}[\\dX]"));
    }

    @Test
    void showsNamesToNobodyWithoutAPurpose() throws Exception {
        Map<String, Object> wanted =
                Map.of("kind", "REGISTER", "division", Town.CODE, "on", "2026-03-31", "named", true);
        assertThat(refused(wanted)).isEqualTo("PURPOSE_MISSING");
        Map<String, Object> other = new TreeMap<>(wanted);
        other.put("purpose", "OTHER");
        assertThat(refused(other)).isEqualTo("PURPOSE_MISSING");
        assertThat(refused(masked(Town.CODE, "2026-07-02"))).as("the future").isEqualTo("INVALID_REQUEST");
        assertThat(refused(masked(Town.CODE, "-0001-01-01")))
                .as("no database keeps it")
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void takesFormulasForWhatTheyAre() throws Exception {
        long child = this.jdbc.queryForObject(
                "SELECT MIN(id) FROM child WHERE village_code = ?", Long.class, PastTown.WITH_DUTY);
        String name = this.jdbc.queryForObject("SELECT name FROM child WHERE id = ?", String.class, child);
        this.jdbc.update("UPDATE child SET name = '=HYPERLINK(\"http://x\")', school = '+cmd' WHERE id = ?", child);
        try {
            XSSFWorkbook book = this.desk.open(this.desk.make(named(PastTown.WITH_DUTY, "2026-06-29")));
            Map<String, String> row = ExportDesk.children(book).stream()
                    .filter(one -> one.get("姓名").contains("HYPERLINK"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get("姓名")).startsWith("'=");
            assertThat(row.get("学校")).isEqualTo("'+cmd");
        } finally {
            this.jdbc.update("UPDATE child SET name = ?, school = NULL WHERE id = ?", name, child);
        }
    }

    @Test
    @Clause("JB-23")
    void namesTheHelperItsUnitAndSinceWhen() throws Exception {
        List<Map<String, String>> rows =
                ExportDesk.children(this.desk.open(this.desk.make(masked(Town.CODE, "2026-03-31"))));
        List<Map<String, String>> families =
                rows.stream().filter(row -> row.get("怎么帮").equals("爱心家庭")).toList();
        assertThat(families).hasSize(6).allSatisfy(row -> {
            assertThat(row.get("从哪天起")).isEqualTo("2026-02-10");
            assertThat(row.get("干部单位")).isNotBlank();
            assertThat(row.get("干部性别")).isIn("男", "女");
            assertThat(row.get("还没有着落的原因")).isEmpty();
        });
        assertThat(rows.stream().filter(row -> row.get("怎么帮").equals("部门包片")))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row).containsEntry("帮扶（责任）干部", "尤雅").containsEntry("从哪天起", "2026-03-20"));
        assertThat(rows.stream().filter(row -> row.get("怎么帮").equals("没有着落")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("还没有着落的原因")).matches(".+〔JB-\\d\\d〕"));
    }

    @Test
    @Clause("JB-63")
    void letsAPlaceSayWhatItsOwnFormLooksLike() throws Exception {
        String path = "/api/admin/register/form?division=" + Town.CODE;
        JsonNode before = this.past.town.clerk.get(path).json();
        assertThat(before.path("columns").size()).isEqualTo(before.path("all").size());
        assertThat(before.path("of").isMissingNode()).isTrue();
        assertThat(this.past
                        .town
                        .clerk
                        .send("PUT", path, form("本镇台账", heading("AGE", "岁数")))
                        .status())
                .as("a register without names is none")
                .isEqualTo(400);
        assertThat(this.past
                        .town
                        .clerk
                        .send("PUT", path, form("本镇台账", heading("NAME", "娃娃"), heading("NAME", "姓名")))
                        .status())
                .isEqualTo(400);
        JsonNode chosen = this.past
                .town
                .clerk
                .send("PUT", path, form("本镇台账", heading("NUMBER", "号"), heading("NAME", "娃娃"), heading("AGE", "岁数")))
                .json();
        assertThat(chosen.path("of").asString()).isEqualTo("金宝镇");
        assertThat(chosen.path("setBy").asString()).isEqualTo("何明");
        try {
            XSSFWorkbook book = this.desk.open(this.desk.make(masked(PastTown.WITH_DUTY, "2026-06-28")));
            assertThat(ExportDesk.text(book.getSheetAt(1))).startsWith("石马垭村本镇台账");
            Map<String, String> child = ExportDesk.children(book).get(0);
            assertThat(child).containsOnlyKeys("sheet", "号", "娃娃", "岁数");
        } finally {
            this.jdbc.update("DELETE FROM register_form");
        }
    }

    @Test
    void showsALiaisonTheChildrenOfHisOwnUnitOnlyAndNoNames() throws Exception {
        long unit = this.jdbc.queryForObject(
                "SELECT f.unit_id FROM pairing p JOIN cadre_family f ON f.id = p.family_id WHERE p.status = 'ACTIVE'"
                        + " ORDER BY p.id LIMIT 1",
                Long.class);
        String roles = " WHERE account_id = (SELECT id FROM account WHERE username = 'ld.jinbao')";
        ConsoleClient nobody = ConsoleClient.signedIn(this.port, "ld.jinbao");
        assertThat(outline(nobody, Town.CODE, "2026-06-30").at("/all/eligible").asInt())
                .isZero();
        assertThat(new ExportDesk(nobody)
                        .make(masked(Town.CODE, "2026-06-30"))
                        .path("rows")
                        .asInt())
                .isZero();
        this.jdbc.update("UPDATE account_role SET unit_id = ?" + roles, unit);
        try {
            ConsoleClient liaison = ConsoleClient.signedIn(this.port, "ld.jinbao");
            ExportDesk own = new ExportDesk(liaison);
            JsonNode export = own.make(masked(Town.CODE, "2026-06-29"));
            List<Long> mine = this.jdbc.queryForList(
                    "SELECT p.child_id FROM pairing p JOIN cadre_family f ON f.id = p.family_id"
                            + " WHERE p.status = 'ACTIVE' AND f.unit_id = ? ORDER BY 1",
                    Long.class,
                    unit);
            assertThat(mine).isNotEmpty();
            assertThat(this.jdbc.queryForList(
                            "SELECT c.child_id FROM audit_entry e JOIN audit_child c ON c.entry_id = e.id"
                                    + " WHERE e.subject = ? ORDER BY 1",
                            Long.class,
                            subject(export)))
                    .isEqualTo(mine);
            assertThat(ExportDesk.children(own.open(export))).hasSameSizeAs(mine);
            assertThat(outline(liaison, Town.CODE, "2026-06-29")
                            .at("/all/eligible")
                            .asInt())
                    .isEqualTo(mine.size());
            assertThat(liaison.post(ExportDesk.PATH, named(Town.CODE, "2026-06-29"))
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("ROLE_MAY_NOT");
            assertThat(liaison.get("/api/admin/register/quarters?division=" + Town.CODE)
                            .status())
                    .isEqualTo(403);
        } finally {
            this.jdbc.update("UPDATE account_role SET unit_id = NULL" + roles);
        }
    }

    @Test
    void answersForAPlaceOutOfScopeAsForOneThatIsNotAndWritesItDown() throws Exception {
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        int before = outOfScope();
        assertThat(director.get("/api/admin/register?division=" + Town.CODE).status())
                .isEqualTo(404);
        assertThat(director.post(ExportDesk.PATH, masked(Town.CODE, "2026-06-30"))
                        .status())
                .isEqualTo(404);
        JsonNode export = this.desk.make(masked(Town.CODE, "2026-06-27"));
        String others = ExportDesk.PATH + "/" + export.path("id").asLong();
        assertThat(director.get(others).status()).isEqualTo(404);
        assertThat(this.past.town.supervisor.get(others + "/workbook").status())
                .as("what somebody asked for is for him or her")
                .isEqualTo(404);
        assertThat(outOfScope()).isEqualTo(before + 4);
        assertThat(new ExportDesk(director)
                        .make(named("511304114001", "2026-06-30"))
                        .path("rows")
                        .asInt())
                .as("a child director hands in the village with names")
                .isPositive();
    }

    @Test
    void isMadeOnceWhenItIsAskedForTwiceAndIsGoneWhenItIsDropped() throws Exception {
        Map<String, Object> wanted = masked(Town.CODE, "2026-06-26");
        long first = this.past
                .town
                .clerk
                .post(ExportDesk.PATH, wanted)
                .json()
                .path("id")
                .asLong();
        long second = this.past
                .town
                .clerk
                .post(ExportDesk.PATH, wanted)
                .json()
                .path("id")
                .asLong();
        JsonNode ready = this.desk.settled(first);
        assertThat(this.desk.settled(second).path("state").asString()).isEqualTo("READY");
        assertThat(ready.path("done").asInt())
                .isEqualTo(ready.path("total").asInt())
                .isPositive();
        if (second != first) {
            // The first one was ready before the second was asked for: then it is rightly another file.
            assertThat(this.jdbc.queryForObject(
                            "SELECT r.ready_at <= s.asked_at FROM register_export r, register_export s WHERE r.id = ? AND s.id = ?",
                            Boolean.class,
                            first,
                            second))
                    .isTrue();
        }
        assertThat(this.past.town.clerk.delete(ExportDesk.PATH + "/" + first).status())
                .isEqualTo(204);
        assertThat(pieces(first)).isZero();
        assertThat(this.past
                        .town
                        .clerk
                        .get(ExportDesk.PATH + "/" + first + "/workbook")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("EXPORT_NOT_READY");
    }

    @Test
    void keepsAFileSealedAndForADayOnly() throws Exception {
        JsonNode export = this.desk.make(named(Town.CODE, "2026-06-25"));
        long id = export.path("id").asLong();
        byte[] sealed = this.jdbc.queryForObject(
                "SELECT sealed FROM register_export_piece WHERE export_id = ? AND position = 0", byte[].class, id);
        assertThat(sealed[0] == 'P' && sealed[1] == 'K')
                .as("a workbook begins so")
                .isFalse();
        assertThat(LocalDate.parse(export.path("expiresAt").asString().substring(0, 10)))
                .isEqualTo(LocalDate.of(2026, 7, 2));
        this.clock.goTo(LocalDate.of(2026, 7, 3));
        assertThat(this.past
                        .town
                        .clerk
                        .get(ExportDesk.PATH + "/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("EXPIRED");
        assertThat(this.past
                        .town
                        .clerk
                        .get(ExportDesk.PATH + "/" + id + "/workbook")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void letsGoOfPiecesOfFilesNobodyCanFetchAndOfNoOthers() throws Exception {
        long expired =
                this.desk.make(masked(Town.CODE, "2026-06-24")).path("id").asLong();
        this.jdbc.update("UPDATE register_export SET state = 'EXPIRED' WHERE id = ?", expired);
        long kept = this.desk.make(masked(Town.CODE, "2026-06-25")).path("id").asLong();
        int pieces = pieces(kept);
        this.jdbc.update("INSERT INTO register_export_piece VALUES (?, 7, 0, 'half'), (?, 7, 1, 'half')", kept, kept);
        this.scheduled.getScheduledTasks().stream()
                .filter(task -> task.toString().endsWith("ExportJobs.sweep"))
                .forEach(task -> task.getTask().getRunnable().run());
        assertThat(pieces(expired)).isZero();
        assertThat(pieces(kept)).isEqualTo(pieces).isPositive();
    }

    @Test
    void beginsAgainWhatAKilledServerLeftHalfDone() throws Exception {
        this.jdbc.update("""
                INSERT INTO register_export (kind, division_code, on_day, named, state, asked_by, asked_by_name, asked_as,
                                             asked_from, asked_at, ask_key, worker, leased_until, attempts)
                SELECT 'REGISTER', '511304114', '2026-03-31', FALSE, 'RUNNING', id, '何明', 'TOWNSHIP_ADMIN', '511304114',
                       '2026-07-01', 'left behind', 'killed', '2026-01-01', 1
                FROM account WHERE username = 'hm.jinbao'
                """);
        long id = this.jdbc.queryForObject("SELECT MAX(id) FROM register_export", Long.class);
        this.jdbc.update("INSERT INTO register_export_piece VALUES (?, 1, 0, 'half'), (?, 1, 1, 'half')", id, id);
        JsonNode export = this.desk.settled(id);
        assertThat(ExportDesk.children(this.desk.open(export)))
                .hasSize(export.path("rows").asInt());
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM register_export_piece WHERE export_id = ? AND attempt = 1",
                        Integer.class,
                        id))
                .isZero();
    }

    private static Map<String, Object> form(String title, Object... headings) {
        return Map.of("title", title, "columns", List.of(headings));
    }

    private static Map<String, String> heading(String column, String label) {
        return Map.of("column", column, "label", label);
    }

    private String refused(Map<String, Object> wanted) throws Exception {
        return this.past
                .town
                .clerk
                .post(ExportDesk.PATH, wanted)
                .json()
                .path("code")
                .asString();
    }

    private static JsonNode outline(ConsoleClient who, String division, String on) throws Exception {
        return who.get("/api/admin/register?division=" + division + "&on=" + on).json();
    }

    private List<String> villages() {
        return this.jdbc.queryForList("SELECT DISTINCT village_code FROM child", String.class);
    }

    private static String person(Map<String, String> row) {
        LocalDate birthday = LocalDate.parse(row.get("出生日期"));
        assertThat(Integer.parseInt(row.get("年龄")))
                .isBetween(0, Period.between(birthday, LocalDate.of(2026, 7, 1)).getYears());
        return row.get("姓名") + birthday;
    }

    private static String cadre(Coverage.Standing standing, LocalDate on) {
        return switch (standing.state().by()) {
            case FAMILY ->
                standing.episodes().stream()
                        .filter(episode -> episode.holdsOn(on))
                        .findFirst()
                        .orElseThrow()
                        .cadreName();
            case AREA_DUTY -> "尤雅";
            case NOBODY -> "";
        };
    }

    private static Set<String> sheets(List<Map<String, String>> rows) {
        Set<String> sheets = new HashSet<>();
        rows.forEach(row -> sheets.add(row.get("sheet")));
        return sheets;
    }

    private static String subject(JsonNode export) {
        return "register-export:" + export.path("id").asLong();
    }

    private long audited(JsonNode export, String condition) {
        List<Long> children = new ArrayList<>(this.jdbc.queryForList(
                "SELECT c.child_id FROM audit_entry e JOIN audit_child c ON c.entry_id = e.id"
                        + " WHERE e.action = 'EXPORTED' AND e.subject = ? AND " + condition,
                Long.class,
                subject(export)));
        assertThat(children).doesNotHaveDuplicates();
        return children.size();
    }

    private int outOfScope() {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'OUT_OF_SCOPE'", Integer.class);
    }

    private int pieces(long id) {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM register_export_piece WHERE export_id = ?", Integer.class, id);
    }
}
