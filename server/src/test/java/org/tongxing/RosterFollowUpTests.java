package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.IdNumber;
import org.tongxing.region.Divisions;
import tools.jackson.databind.JsonNode;

/** What comes after an import: rows that wait and no longer need to, places that merge, days that nobody wrote. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-roster-${random.uuid}")
class RosterFollowUpTests {

    private static final List<String> HEADINGS =
            List.of("村", "儿童姓名", "性别", "身份证号", "出生日期", "户籍性质", "儿童类别", "父亲状况", "母亲状况", "父母务工地", "外出务工时间", "家庭住址");
    private static final AtomicInteger GIRLS = new AtomicInteger(100);

    @LocalServerPort
    private int port;

    @Autowired
    private Divisions divisions;

    @Autowired
    private JdbcTemplate jdbc;

    private Townships townships;
    private ConsoleClient county;
    private ImportDesk desk;

    @BeforeEach
    void signIn() throws Exception {
        this.townships = new Townships(this.divisions, this.jdbc);
        this.county = ConsoleClient.signedIn(this.port, "zy.jialing");
        this.desk = new ImportDesk(this.county);
    }

    @Test
    void keepsNoRowWaitingWhoseChildAnotherRowOfTheFileSaysRightly() throws Exception {
        String town = this.townships.add("511304301", "青居镇", "后沟村");
        String number = number();
        String slip = number.substring(0, 17);
        JsonNode preview = this.desk.read(
                town,
                workbook(
                        // Before and behind the right one.
                        child("孟若曦", slip, "2015-03-07", "后沟村3组"),
                        child("孟若曦", number, "2015-03-07", "后沟村3组"),
                        child("孟若曦", slip + (number.endsWith("1") ? "2" : "1"), "2015-03-07", "后沟村3组"),
                        child("孟若曦", number, "2015-03-07", "后沟村3组"),
                        child("秦知远", slip, "2015-03-07", "后沟村9组")));
        assertThat(preview.path("refused").asInt()).isEqualTo(4);
        this.desk.accept(preview.path("id").asLong());
        assertThat(this.townships.children(town)).isEqualTo(1);
        assertThat(this.desk.waiting(town).findValuesAsString("row"))
                .as("nobody has the other child")
                .containsExactly("6");
        assertThat(this.desk.unaccepted(town)).isEqualTo(1);
    }

    @Test
    void keepsARowWaitingThatSaysAlmostTheSameOfPerhapsAnotherChild() throws Exception {
        String town = this.townships.add("511304302", "龙蟠镇", "后沟村");
        String number = number();
        JsonNode preview = this.desk.read(
                town,
                workbook(
                        child("孟若曦", number, "2015-03-07", "后沟村3组"),
                        child("孟若曦", number(), "2015-03-07", "后沟村3组"),
                        child("孟子安", number, "2015-03-07", "后沟村3组")));
        assertThat(preview.path("refused").asInt()).as(preview.toString()).isEqualTo(2);
        this.desk.accept(preview.path("id").asLong());
        assertThat(this.desk.waiting(town).findValuesAsString("row")).containsExactly("3", "4");
    }

    @Test
    void letsWaitingRowsAndRunningImportsFollowAMerger() throws Exception {
        String from = this.townships.add("511304303", "花园乡", "后沟村");
        String into = this.townships.add("511304304", "新民镇", "桥头村");
        long first = this.desk
                .read(from, workbook(child("秦知远", number().substring(0, 17), "2015-03-07", "后沟村9组")))
                .path("id")
                .asLong();
        this.desk.accept(first);
        assertThat(this.desk.unaccepted(from)).isEqualTo(1);
        long looking = this.desk
                .read(from, workbook(child("孟若曦", number(), "2015-03-07", "后沟村3组")))
                .path("id")
                .asLong();

        assertThat(this.county
                        .post("/api/admin/divisions/" + from + "/merger", Map.of("into", into, "on", Town.today()))
                        .status())
                .isEqualTo(204);
        assertThat(this.desk.unaccepted(into)).isEqualTo(1);
        assertThat(this.desk.waiting(into).at("/rows/0/division").asString()).startsWith(into + "9");

        JsonNode again = this.desk.settled(looking);
        assertThat(again.path("state").asString()).isEqualTo("PREVIEW");
        assertThat(again.path("division").asString()).isEqualTo(into);
        assertThat(again.path("problem").asString()).isEqualTo("村镇合并了，按合并后的重读了一遍，看过再收");
        assertThat(again.path("refused").asInt()).isZero();
        this.desk.accept(looking);
        assertThat(this.jdbc.queryForList(
                        "SELECT village_code FROM child WHERE village_code LIKE CONCAT(?, '%')", String.class, into))
                .singleElement()
                .matches(village -> village.startsWith(into + "9"));
        assertThat(this.townships.children(from)).isZero();

        // The corrected row finds the one that waits, although it was refused in the place that is no more.
        this.desk.accept(this.desk
                .read(into, workbook(child("秦知远", number(), "2015-03-07", "后沟村9组")))
                .path("id")
                .asLong());
        assertThat(this.townships.children(into)).isEqualTo(2);
        assertThat(this.desk.unaccepted(into)).isZero();
    }

    @Test
    void readsARosterAgainThatWasBeingTakenOverWhenItsVillageMerged() throws Exception {
        String town = this.townships.add("511304305", "集凤镇", "后沟村");
        this.divisions.put(new DivisionCode(town + "202"), "桥头村");
        long id = this.desk
                .read(town, workbook(child("孟若曦", number(), "2015-03-07", "后沟村3组")))
                .path("id")
                .asLong();
        // An instance is at it and has prepared the only row.
        this.jdbc.update(
                "UPDATE roster_import SET state = 'ACCEPTING', worker = 'other', leased_until = '2099-01-01',"
                        + " rows_prepared = 1, prepared_sheet = 0, prepared_line = 2 WHERE id = ?",
                id);
        this.county.post(
                "/api/admin/divisions/" + town + "201/merger", Map.of("into", town + "202", "on", Town.today()));
        JsonNode again = this.desk.settled(id);
        assertThat(again.path("state").asString()).isEqualTo("PREVIEW");
        assertThat(again.path("preparedRows").asInt()).isZero();
        assertThat(again.at("/causes/0/code").asString()).as(again.toString()).isEqualTo("VILLAGE_MERGED");
        assertThat(this.townships.children(town)).isZero();
    }

    @Test
    void takesAVillageThatHasMergedOrChangedItsNameForWhatItIsToday() throws Exception {
        String town = this.townships.add("511304308", "盐溪乡", "后沟村");
        this.divisions.put(new DivisionCode(town + "202"), "桥头村");
        this.divisions.put(new DivisionCode(town + "203"), "石板村");
        change("201/merger", Map.of("into", town + "202", "on", Town.today()));
        change("202/merger", Map.of("into", town + "203", "on", Town.today()));
        rename(town + "203", "大石板村", Town.today());
        rename(town + "203", "新石板村", Town.day(400));
        JsonNode preview = this.desk.read(
                town,
                workbook(
                        child("孟若曦", number(), "2015-03-07", "后沟村3组"),
                        in("石板村", child("秦知远", number(), "2015-03-07", "石板村1组")),
                        in("盐溪乡桥头村村委会", child("罗子涵", number(), "2015-03-07", "桥头村1组")),
                        in("大石板", child("文一诺", number(), "2015-03-07", "大石板村1组")),
                        in("新石板村", child("徐知夏", number(), "2015-03-07", "新石板村1组"))));
        long id = preview.path("id").asLong();
        List<String> said =
                this.county.get(ImportDesk.path(id) + "/rows?size=100").json().findValuesAsString("text");
        assertThat(said)
                .contains("“后沟村”已并入大石板村，按大石板村记", "“石板村”现在叫大石板村，按大石板村记", "“桥头村”已并入大石板村，按大石板村记")
                .noneMatch(text -> text.contains("没有叫“大石板"));
        assertThat(preview.path("refused").asInt())
                .as("nobody is called by a name of next year yet")
                .isEqualTo(1);
        this.desk.accept(id);
        assertThat(this.jdbc.queryForList(
                        "SELECT village_code FROM child WHERE village_code LIKE CONCAT(?, '%')", String.class, town))
                .hasSize(4)
                .containsOnly(town + "203");
    }

    private void change(String path, Map<String, ?> body) throws Exception {
        assertThat(this.county
                        .post("/api/admin/divisions/511304308" + path, body)
                        .status())
                .isEqualTo(204);
    }

    private void rename(String code, String name, String from) throws Exception {
        assertThat(this.county
                        .send("PUT", "/api/admin/divisions/" + code + "/name", Map.of("name", name, "from", from))
                        .status())
                .isEqualTo(204);
    }

    private static List<String> in(String village, List<String> child) {
        return Stream.concat(Stream.of(village), child.stream().skip(1)).toList();
    }

    @Test
    void stopsTakingOverUntilAllIsOnFile() throws Exception {
        String town = this.townships.add("511304307", "木老镇", "后沟村");
        long id = this.desk
                .read(
                        town,
                        workbook(
                                child("孟若曦", number(), "2015-03-07", "后沟村3组"), child("秦知远", "", "2015-03-07", "后沟村9组")))
                .path("id")
                .asLong();
        // An instance is at it, and slow.
        this.jdbc.update(
                "UPDATE roster_import SET state = 'ACCEPTING', worker = 'other', leased_until = '2099-01-01',"
                        + " rows_prepared = 1, prepared_sheet = 0, prepared_line = 2 WHERE id = ?",
                id);
        this.jdbc.update(
                "INSERT INTO newcomer (import_id, name, pinyin, initials, sex, birth_on, village_code, household_id,"
                        + " registered_on) VALUES (?, '甲', 'jia', 'j', 'MALE', '2015-01-01', ?, 0, '2026-01-01')",
                id,
                town + "201");
        String acceptance = ImportDesk.path(id) + "/acceptance";
        JsonNode stopped = this.county.delete(acceptance).json();
        assertThat(stopped.path("state").asString()).isEqualTo("PREVIEW");
        assertThat(stopped.path("preparedRows").asInt()).isZero();
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM newcomer WHERE import_id = ?", Integer.class, id))
                .isZero();
        assertThat(this.townships.children(town)).isZero();
        this.desk.accept(id);
        assertThat(this.townships.children(town)).isEqualTo(1);
        assertThat(this.county.delete(acceptance).json().path("code").asString())
                .as("it is too late")
                .isEqualTo("IMPORT_NOT_READY");
        assertThat(this.townships.children(town)).isEqualTo(1);
    }

    @Test
    @Clause("JB-17")
    void countsAParentAwayWithoutADayForTheChildAndAsksForTheDay() throws Exception {
        String town = this.townships.add("511304306", "双店镇", "后沟村");
        this.county.post("/api/admin/adoptions", Map.of("book", "JB", "division", town, "from", "2024-01-01"));
        JsonNode preview = this.desk.read(
                town,
                workbook(List.of(
                        "后沟村",
                        "孟若曦",
                        "女",
                        number(),
                        "2015-03-07",
                        "农业",
                        "农村留守儿童",
                        "外出务工",
                        "外出务工",
                        "成都双流",
                        "",
                        "后沟村3组")));
        assertThat(preview.toString()).contains("AWAY_SINCE_MISSING", "WORK_PLACE_READ");
        this.desk.accept(preview.path("id").asLong());
        assertThat(this.jdbc.queryForList(
                        "SELECT DISTINCT f.place_code FROM child_fact f JOIN child c ON c.id = f.child_id"
                                + " WHERE c.village_code LIKE CONCAT(?, '%') AND f.content = 'WORKING_AWAY'",
                        String.class, town))
                .containsExactly("510116");
        JsonNode coverage =
                this.county.get("/api/admin/coverage?division=" + town).json();
        assertThat(coverage.path("uncovered").asInt())
                .as("nobody hides the child")
                .isEqualTo(1);
        JsonNode item = undated(town).at("/rows/0");
        assertThat(item.path("clause").asString()).isEqualTo("JB-17");
        assertThat(item.at("/action/code").asString()).isEqualTo("FILL_IN_DAY");

        long child = item.at("/child/id").asLong();
        long last = 0;
        for (JsonNode fact : this.county
                .get("/api/admin/children/" + child + "/record")
                .json()
                .path("facts")) {
            if (fact.path("content").asString().equals("WORKING_AWAY")) {
                assertThat(undated(town).path("total").asInt()).isEqualTo(1);
                last = this.county
                        .post(
                                "/api/admin/children/" + child + "/facts/"
                                        + fact.path("id").asLong() + "/correction",
                                Map.of(
                                        "replacement",
                                        Map.of(
                                                "kind", fact.path("kind").asString(),
                                                "content", "WORKING_AWAY",
                                                "since", Town.day(-365))))
                        .status();
            }
        }
        assertThat(last).isBetween(200L, 204L);
        assertThat(undated(town).path("total").asInt()).isZero();
        assertThat(this.county
                        .get("/api/admin/coverage?division=" + town)
                        .json()
                        .path("uncovered")
                        .asInt())
                .isEqualTo(1);
    }

    /** The number of a girl nobody else has in this database. */
    private static String number() {
        String body = "51139720150307" + 2 * GIRLS.incrementAndGet();
        return body + IdNumber.checkDigit(body);
    }

    private static byte[] workbook(List<?>... children) throws Exception {
        return Roster.workbook(
                Stream.concat(Stream.of(HEADINGS), Stream.of(children)).toArray(List<?>[]::new));
    }

    private JsonNode undated(String town) throws Exception {
        return this.county
                .get("/api/admin/work-items?kind=AWAY_DATE_MISSING&division=" + town)
                .json();
    }

    private static List<String> child(String name, String number, String birth, String address) {
        return List.of("后沟村", name, "女", number, birth, "农业", "低保家庭儿童", "", "", "", "", address);
    }
}
