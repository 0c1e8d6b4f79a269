package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.IdNumber;
import org.tongxing.region.Divisions;
import tools.jackson.databind.JsonNode;

/** Imports over HTTP: from the upload to people on file, each test in a township of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-roster-${random.uuid}")
class RosterImportTests {

    private static final String JINBAO = "511304114";
    private static final Object[] HEADINGS = {"村", "儿童姓名", "性别", "身份证号", "出生日期", "家庭住址", "监护人", "备注"};

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
    void takesTheSampleOverAndWaitsForTheRefusedRowsUntilTheyAreCorrectedOrDismissed() throws Exception {
        JsonNode preview = this.desk.read(JINBAO, ImportDesk.sample());
        long id = preview.path("id").asLong();
        assertThat(preview.path("state").asString()).isEqualTo("PREVIEW");
        assertThat(preview.path("readRows").asInt())
                .isEqualTo(399)
                .isEqualTo(preview.path("totalRows").asInt());
        assertThat(preview.path("refused").asInt()).isEqualTo(14);
        assertThat(preview.path("accepted").asInt() + preview.path("noted").asInt())
                .isEqualTo(385);
        assertThat(count(preview, "VILLAGE_UNKNOWN")).isEqualTo(2);
        assertThat(count(preview, "ID_DAMAGED")).isEqualTo(2);
        assertThat(this.desk.unaccepted(JINBAO)).as("a preview counts nowhere").isZero();
        assertThat(this.townships.children(JINBAO)).isZero();

        JsonNode damaged = this.county
                .get(ImportDesk.path(id) + "/rows?verdict=REFUSED&cause=ID_DAMAGED")
                .json();
        assertThat(damaged.findValuesAsString("row")).containsExactly("10", "259");
        assertThat(damaged.at("/0/cells/NAME").asString()).endsWith("○○");
        assertThat(damaged.at("/0/problems/0/column").asString()).isEqualTo("E");
        assertThat(damaged.at("/0/problems/0/value").asString()).contains("****");

        this.desk.accept(id);
        assertThat(this.townships.children(JINBAO)).isEqualTo(300);
        assertThat(this.desk.unaccepted(JINBAO))
                .as("a child written twice waits for nobody")
                .isEqualTo(12);
        JsonNode waiting = this.desk.waiting(JINBAO);
        assertThat(waiting.path("total").asInt()).isEqualTo(12);

        // The clerk corrects the marked copy: one of the damaged numbers.
        byte[] marked = this.county.download(ImportDesk.path(id) + "/workbook");
        byte[] corrected = edited(marked, (sheet, row) -> {
            if (sheet.getSheetName().equals("儿童花名册") && row.getRowNum() == 9) {
                String body =
                        "511399201304072" + (row.getCell(3).getStringCellValue().contains("男") ? "41" : "42");
                // A new cell, as Excel writes it; changed in place, the library would keep the old text beside the new.
                row.createCell(4).setCellValue(body + IdNumber.checkDigit(body));
            }
        });
        JsonNode again = this.desk.read(JINBAO, corrected);
        assertThat(again.path("refused").asInt()).as(again.toString()).isEqualTo(13);
        assertThat(count(again, "ON_FILE")).isEqualTo(385);
        assertThat(again.path("known").asInt()).as("children only").isEqualTo(300);
        assertThat(again.path("absent").asInt()).isZero();
        this.desk.accept(again.path("id").asLong());
        assertThat(this.townships.children(JINBAO)).as("nobody twice, one more").isEqualTo(301);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM cadre_family WHERE division_code = ?", Integer.class, JINBAO))
                .isEqualTo(85);
        assertThat(this.desk.unaccepted(JINBAO))
                .as("rows refused twice wait once")
                .isEqualTo(11);

        long one = this.desk.waiting(JINBAO).at("/rows/0/id").asLong();
        String dismissal = "/api/admin/refused-rows/" + one + "/dismissal";
        assertThat(this.county.post(dismissal, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(this.county.post(dismissal, Map.of("reason", "搬走了，不归本镇")).status())
                .isEqualTo(204);
        assertThat(this.county
                        .post(dismissal, Map.of("reason", "再来一次"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("STALE");
        assertThat(this.desk.unaccepted(JINBAO)).isEqualTo(10);
        assertThat(this.jdbc.queryForList(
                        "SELECT action FROM audit_entry WHERE subject = ?", String.class, "import:" + id))
                .contains("IMPORTED", "EXPORTED", "LISTED");
    }

    @Test
    void asksWhichColumnIsWhatAndRemembersIt() throws Exception {
        String town = this.townships.add("511304121", "河西镇", "后沟村");
        byte[] odd = Roster.workbook(
                List.of("村", "儿童姓名", "性别", "号码（18位）", "出生日期"),
                List.of("后沟村", "孟若曦", "女", "511399201503072429", "2015-03-07"));
        JsonNode asking = this.desk.read(town, odd);
        assertThat(asking.path("state").asString()).isEqualTo("MAPPING");
        assertThat(asking.at("/missing/0/field").asString()).isEqualTo("ID_NUMBER");
        assertThat(asking.path("problem").asString()).isEqualTo("“儿童”没找到身份证号");
        assertThat(asking.at("/sheets/0/headings/3/title").asString()).isEqualTo("号码（18位）");
        assertThat(asking.at("/sheets/0/headings/3/field").isMissingNode()).isTrue();
        long id = asking.path("id").asLong();
        assertThat(this.county
                        .post(ImportDesk.path(id) + "/acceptance", Map.of())
                        .status())
                .isEqualTo(409);

        Map<String, Object> nonsense = Map.of("sheet", 0, "columns", Map.of("D", "CADRE"));
        assertThat(this.county
                        .send("PUT", ImportDesk.path(id) + "/mapping", nonsense)
                        .status())
                .isEqualTo(400);
        Map<String, Object> nowhere = Map.of("sheet", 0, "columns", Map.of("ZZ", "ID_NUMBER"));
        assertThat(this.county
                        .send("PUT", ImportDesk.path(id) + "/mapping", nowhere)
                        .status())
                .isEqualTo(400);

        Map<String, Object> columns = new HashMap<>(Map.of("D", "ID_NUMBER"));
        columns.put("E", null);
        var mapped = this.county.send("PUT", ImportDesk.path(id) + "/mapping", Map.of("sheet", 0, "columns", columns));
        assertThat(mapped.status()).as(mapped.json().toString()).isEqualTo(200);
        JsonNode read = this.desk.settled(id);
        assertThat(read.path("state").asString()).isEqualTo("PREVIEW");
        assertThat(count(read, "BIRTHDAY_FROM_ID")).as("column E is left out").isEqualTo(1);
        assertThat(this.desk.accept(id).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(this.townships.children(town)).isEqualTo(1);

        JsonNode next = this.desk.read(town, odd);
        assertThat(next.path("state").asString())
                .as("the heading is known by now")
                .isEqualTo("PREVIEW");
        assertThat(count(next, "ON_FILE")).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoRoster() throws Exception {
        String town = this.townships.add("511304220", "大兴乡", "后沟村");
        JsonNode failed = this.desk.read(town, "<svg/>".getBytes(StandardCharsets.UTF_8));
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("problem").asString()).isEqualTo("这不是 Excel 表，选 .xlsx、.xls 或 .csv 文件");
        long id = failed.path("id").asLong();
        assertThat(this.county
                        .get(ImportDesk.path(id) + "/workbook")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("IMPORT_NOT_READY");
        assertThat(this.county.delete(ImportDesk.path(id)).status()).isEqualTo(204);
        assertThat(this.desk.settled(id).path("state").asString()).isEqualTo("ABANDONED");
    }

    @Test
    void saysSoOfEveryHostileFileAndKeepsNoRowOfIt() throws Exception {
        String town = this.townships.add("511304221", "大和乡", "前沟村");
        for (Map.Entry<String, byte[]> file : HostileFiles.workbooks().entrySet()) {
            JsonNode read = this.desk.read(town, file.getValue());
            assertThat(read.path("state").asString()).as(file.getKey()).isEqualTo("FAILED");
            assertThat(read.path("problem").asString()).as(file.getKey()).isNotEmpty();
            assertThat(this.jdbc.queryForObject(
                            "SELECT COUNT(*) FROM roster_row WHERE import_id = ?",
                            Integer.class,
                            read.path("id").asLong()))
                    .as(file.getKey())
                    .isZero();
        }
    }

    @Test
    void forgetsAnAbandonedRoster() throws Exception {
        String town = this.townships.add("511304215", "盐溪乡", "后沟村");
        long id = this.desk
                .read(town, Roster.workbook(List.of(HEADINGS), child("孟若曦", "女", "未入户")))
                .path("id")
                .asLong();
        assertThat(parts(id)).isEqualTo(1);
        assertThat(this.county.delete(ImportDesk.path(id)).status()).isEqualTo(204);
        assertThat(parts(id)).isZero();
        assertThat(this.county.get(ImportDesk.path(id) + "/rows").json()).isEmpty();
        assertThat(this.county
                        .post(ImportDesk.path(id) + "/acceptance", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void readsOnWhatAServerLeftBehindWhenItWasKilled() throws Exception {
        String town = this.townships.add("511304119", "七宝寺镇", "后沟村");
        long left = this.desk
                .read(town, Roster.workbook(List.of(HEADINGS), child("孟若曦", "女", "未入户"), child("孟子安", "男", "")))
                .path("id")
                .asLong();
        long gone = this.desk
                .read(town, Roster.workbook(List.of(HEADINGS), child("孟若曦", "女", "未入户")))
                .path("id")
                .asLong();
        this.jdbc.update("DELETE FROM roster_file WHERE import_id = ?", gone);
        List<Long> ids = List.of(left, gone);
        this.jdbc.update("DELETE FROM roster_row WHERE import_id IN (?, ?)", left, gone);
        // What the killed server had staged is there still, and must not come twice.
        this.jdbc.update("""
                INSERT INTO roster_row (import_id, sheet_index, line_number, kind, verdict, division_code, causes, row_keys,
                                        payload_sealed)
                VALUES (?, 0, 2, 'CHILDREN', 'ACCEPTED', ?, '', 'W', 'x')
                """, left, town);
        ids.forEach(id -> this.jdbc.update("""
                UPDATE roster_import SET state = 'READING', worker = 'killed', leased_until = '2026-01-01', attempts = 1
                WHERE id = ?
                """, id));
        JsonNode resumed = this.desk.settled(ids.get(0));
        assertThat(resumed.path("state").asString()).isEqualTo("PREVIEW");
        assertThat(resumed.path("noted").asInt()).isEqualTo(1);
        assertThat(resumed.path("refused").asInt()).isEqualTo(1);
        JsonNode lost = this.desk.settled(ids.get(1));
        assertThat(lost.path("state").asString()).isEqualTo("FAILED");
        assertThat(lost.path("problem").asString()).isEqualTo("文件已经删了，重新传一次");
    }

    @Test
    void takesABrotherAndASisterIntoOneHousehold() throws Exception {
        String town = this.townships.add("511304117", "双桂镇", "后沟村");
        long id = this.desk
                .read(town, Roster.workbook(List.of(HEADINGS), child("孟若曦", "女", "未入户"), child("孟子安", "男", "未入户")))
                .path("id")
                .asLong();
        this.desk.accept(id);
        Set<Long> households = new HashSet<>(this.jdbc.queryForList(
                "SELECT household_id FROM child WHERE village_code LIKE CONCAT(?, '%')", Long.class, town));
        assertThat(this.townships.children(town)).isEqualTo(2);
        assertThat(households).hasSize(1);
        assertThat(this.jdbc.queryForList(
                        "SELECT no_id_reason FROM child WHERE village_code LIKE CONCAT(?, '%')", String.class, town))
                .containsOnly("未入户");
    }

    @Test
    void isForThoseWhoArrangePairings() throws Exception {
        ConsoleClient director = ConsoleClient.signedIn(this.port, "hm.jinbao");
        assertThat(director.get("/api/admin/imports/fields").json().findValuesAsString("field"))
                .contains("ID_NUMBER", "CADRE");
        assertThat(director.upload("/api/admin/imports", "a.xlsx", new byte[0], Map.of("division", "511304115"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    private int parts(long id) {
        return this.jdbc.queryForObject("SELECT COUNT(*) FROM roster_file WHERE import_id = ?", Integer.class, id);
    }

    private static int count(JsonNode preview, String cause) {
        for (JsonNode one : preview.path("causes")) {
            if (one.path("code").asString().equals(cause)) {
                return one.path("count").asInt();
            }
        }
        return 0;
    }

    private static List<Object> child(String name, String sex, String remark) {
        return List.of("后沟村", name, sex, "", "2016-05-01", "后沟村3组", "孟国安", remark);
    }

    private static byte[] edited(byte[] workbook, BiConsumer<Sheet, Row> pen) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.forEach(sheet -> sheet.forEach(row -> pen.accept(sheet, row)));
            book.write(out);
            return out.toByteArray();
        }
    }
}
