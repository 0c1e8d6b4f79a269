package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** A list of children as somebody has searched and narrowed it, carried away as a workbook. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-register-${random.uuid}")
@Import(MovableClock.OnADayInJanuary.class)
class ChildListExportTests {

    private static final String DAY = "2026-06-30";

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private ConsoleClient clerk;
    private ExportDesk desk;

    @BeforeEach
    void openTheTown() throws Exception {
        this.clerk = PastTown.at(this.port, this.clock, this.jdbc).town.clerk;
        this.desk = new ExportDesk(this.clerk);
    }

    @ParameterizedTest
    @CsvSource({
        "which,    NOBODY,     VILLAGE",
        "which,    FAMILY,     NAME",
        "which,    OTHERS,     OLDEST",
        "girls,    ALL,        YOUNGEST",
        "category, 6,          WAITING",
        "reason,   NOT_ARRANGED, NAME"
    })
    @Clause("JB-29")
    void holdsExactlyTheChildrenOfTheListInItsOrder(String narrowing, String value, String sort) throws Exception {
        JsonNode list = this.clerk
                .get("/api/admin/children?size=100&on=%s&division=%s&%s=%s&sort=%s"
                        .formatted(DAY, Town.CODE, narrowing, value, sort))
                .json();
        List<String> shown = new ArrayList<>();
        list.path("rows")
                .forEach(row -> shown.add(row.path("name").asString()
                        + row.path("age").asInt()
                        + row.at("/village/name").asString()));
        JsonNode export = this.desk.make(wanted(Town.CODE, Map.of(narrowing, value, "sort", sort), Map.of()));
        XSSFWorkbook book = this.desk.open(export);
        List<Map<String, String>> written = ExportDesk.children(book.getSheetAt(0));
        assertThat(written.stream().map(row -> row.get("姓名") + row.get("年龄") + row.get("村（社区）")))
                .startsWith(shown.toArray(String[]::new))
                .hasSize(list.path("total").asInt());
        assertThat(export.path("rows").asInt()).isEqualTo(list.path("total").asInt());
        assertThat(audited(export)).isEqualTo(list.path("total").asLong());
        assertThat(ExportDesk.text(book.getSheetAt(0))).contains("金宝镇儿童名单", "截至 2026 年 6 月 30 日", "只要：");
    }

    @Test
    void masksPeopleUnlessSomebodySaysWhatFor() throws Exception {
        Map<String, String> masked = ExportDesk.children(this.desk
                        .open(this.desk.make(wanted(Town.CODE, Map.of("which", "NOBODY"), Map.of())))
                        .getSheetAt(0))
                .get(0);
        assertThat(masked.get("姓名")).endsWith("○○");
        assertThat(masked.get("出生日期")).endsWith("-**-**");
        assertThat(masked.get("照护人和电话")).contains("○○").containsPattern("1\\d\\d\\*{4}\\d{4}");
        assertThat(masked.get("还没有着落的原因")).matches(".+〔JB-\\d\\d〕");
        JsonNode export =
                this.desk.make(wanted(Town.CODE, Map.of("which", "NOBODY"), Map.of("named", true, "purpose", "VISIT")));
        Map<String, String> named =
                ExportDesk.children(this.desk.open(export).getSheetAt(0)).get(0);
        assertThat(named.get("姓名")).doesNotContain("○");
        assertThat(named.get("照护人和电话")).containsPattern("1\\d{10}");
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry e JOIN audit_child c ON c.entry_id = e.id"
                                + " WHERE e.subject = ? AND e.purpose = 'VISIT'",
                        Long.class,
                        subject(export)))
                .as("one row per child")
                .isEqualTo(export.path("rows").asLong());
    }

    @Test
    void findsWhatWasSearchedForAndKeepsTheWordsSealed() throws Exception {
        String name = this.jdbc.queryForObject(
                "SELECT name FROM child WHERE left_on IS NULL ORDER BY id LIMIT 1", String.class);
        JsonNode export = this.desk.make(wanted(Town.CODE, Map.of("q", name), Map.of()));
        XSSFWorkbook book = this.desk.open(export);
        assertThat(ExportDesk.children(book.getSheetAt(0))).hasSize(1);
        assertThat(ExportDesk.text(book.getSheetAt(0))).contains("按姓名或证件号找过").doesNotContain(name);
        assertThat(this.jdbc
                        .queryForMap(
                                "SELECT filter_sealed FROM register_export WHERE id = ?",
                                export.path("id").asLong())
                        .get("filter_sealed")
                        .toString())
                .startsWith("1:")
                .doesNotContain(name);
    }

    @Test
    void showsALiaisonOnlyTheChildrenOfTheUnitAndADirectorOnlyThoseOfTheVillage() throws Exception {
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.post(ExportDesk.PATH, wanted(Town.CODE, Map.of(), Map.of()))
                        .status())
                .isEqualTo(404);
        ExportDesk own = new ExportDesk(director);
        List<Map<String, String>> rows = ExportDesk.children(
                own.open(own.make(wanted("511304114001", Map.of(), Map.of()))).getSheetAt(0));
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("村（社区）")).isEqualTo("川主宫社区"));
        ConsoleClient liaison = ConsoleClient.signedIn(this.port, "ld.jinbao");
        assertThat(new ExportDesk(liaison)
                        .make(wanted(Town.CODE, Map.of(), Map.of()))
                        .path("rows")
                        .asInt())
                .as("no unit, no children")
                .isZero();
        assertThat(liaison.post(ExportDesk.PATH, wanted(Town.CODE, Map.of(), Map.of("named", true, "purpose", "VISIT")))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ROLE_MAY_NOT");
    }

    @Test
    void takesAFilterForAListAndForNothingElse() throws Exception {
        Map<String, Object> without = wanted(Town.CODE, Map.of(), Map.of());
        without.remove("list");
        Map<String, Object> register = wanted(Town.CODE, Map.of(), Map.of("kind", "REGISTER"));
        for (Map<String, Object> wrong : List.of(without, register)) {
            assertThat(this.clerk
                            .post(ExportDesk.PATH, wrong)
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("INVALID_REQUEST");
        }
    }

    @Test
    void showsWhomToCallAboutEachChildOnlyWhenAskedTo() throws Exception {
        String address = "/api/admin/children?division=" + Town.CODE;
        assertThat(this.clerk.get(address).json().at("/rows/0").has("contacts")).isFalse();
        JsonNode contact = this.clerk.get(address + "&contacts=true").json().at("/rows/0/contacts/0");
        assertThat(contact.path("carer").asBoolean()).isTrue();
        assertThat(contact.path("name").asString()).endsWith("○○");
        assertThat(contact.path("phone").asString()).contains("****");
    }

    private static Map<String, Object> wanted(String division, Map<String, Object> list, Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(
                Map.of("kind", "CHILDREN", "division", division, "on", DAY, "named", false, "list", list));
        wanted.putAll(more);
        return wanted;
    }

    private long audited(JsonNode export) {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry e JOIN audit_child c ON c.entry_id = e.id WHERE e.subject = ?",
                Long.class,
                subject(export));
    }

    private static String subject(JsonNode export) {
        return "register-export:" + export.path("id").asLong();
    }
}
