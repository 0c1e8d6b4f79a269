package org.tongxing.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.roster.sheet.RawCell;
import org.tongxing.roster.sheet.StoredFile;

class OddWorkbookTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Map<String, DivisionCode> VILLAGES = Map.of(
            "石马垭村", new DivisionCode("511304114205"),
            "和祥社区", new DivisionCode("511304114003"));
    private static final Object[] HEADINGS = {"序号", "村（社区）", "儿童姓名", "性别", "身份证号", "出生日期", "备注"};

    @TempDir
    private Path folder;

    @Test
    void looksForTheHeadingsBelowTitlesAndLeavesOutSignaturesTotalsAndRepeatedHeadings() {
        List<CheckedRow> rows = checked(book("孟若曦", "511399201503072429")
                .row(HEADINGS)
                .row("2", "石马垭村", "孟子安", "男", "", "2017-02-01", "正在办理户口")
                .row()
                .row("合计", "", "2 人")
                .row("填报人：冯敏", "", "", "审核人：李萍")
                .in(this.folder));
        assertThat(rows).extracting(row -> row.raw().trimmed(RosterField.NAME)).containsExactly("孟若曦", "孟子安");
    }

    @Test
    void carriesAMergedVillageDownToTheRowsBesideIt() {
        WorkbookReader reader = new OddWorkbook()
                .row(HEADINGS)
                .row("1", "石马垭村", "孟若曦", "女", "", "2015-03-07", "未入户")
                .row("2", "", "孟子安", "男", "", "2017-02-01", "未入户")
                .row("3", "和祥社区", "冯可", "男", "", "2016-05-01", "未入户")
                .merged(1, 2, 1, 1)
                .in(this.folder);
        assertThat(checked(reader))
                .extracting(row -> String.valueOf(row.village()))
                .containsExactly("511304114205", "511304114205", "511304114003");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-03-07,2015-03-07",
        "2015.3.7,2015-03-07",
        "2015/3/7,2015-03-07",
        "2015年3月7日,2015-03-07",
        "２０１５．３．７,2015-03-07",
        "20150307,2015-03-07",
        "' 2015-03-07 ',2015-03-07",
        "42070,2015-03-07"
    })
    void readsADayInEveryShapeItIsWrittenIn(String written, LocalDate day) {
        assertThat(Dates.read(RawCell.text(written)).day()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-30,DATE_WRONG",
        "昨天,DATE_WRONG",
        "2027-01-01,DATE_AHEAD",
        "0015-03-07,DATE_WRONG",
        "2015-03,BIRTHDAY_INCOMPLETE"
    })
    void refusesADayThatIsNone(String written, Cause cause) {
        WorkbookReader reader = new OddWorkbook()
                .row(HEADINGS)
                .row("1", "石马垭村", "孟若曦", "女", "", written, "未入户")
                .in(this.folder);
        assertThat(checked(reader)).singleElement().satisfies(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(row.problems()).extracting(RowProblem::code).contains(cause);
        });
    }

    @Test
    void keepsOutOfTheTablesWhatWouldNotFit() {
        WorkbookReader reader = new OddWorkbook()
                .row("村", "姓名", "性别", "身份证号", "出生日期", "学校", "备注")
                .row("石马垭村", "孟".repeat(31), "女", "", "2015-03-07", "", "未入户")
                .row("石马垭村", "冯可", "男", "", "2016-05-01", "小学".repeat(60), "未入户")
                .in(this.folder);
        List<CheckedRow> rows = checked(reader);
        assertThat(rows.get(0).problems()).extracting(RowProblem::code).contains(Cause.NAME_TOO_LONG);
        assertThat(rows.get(1).problems()).extracting(RowProblem::code).contains(Cause.TOO_LONG);
        assertThat(((ChildEntry) rows.get(1).entry()).school()).hasSize(60);
    }

    @Test
    void asksForRequiredColumnsItDoesNotKnowAndReadsThemOnceMappedByHand() {
        WorkbookReader reader = new OddWorkbook()
                .row("村", "姓名", "性别", "号码（18位）", "出生日期")
                .row("石马垭村", "孟若曦", "女", "511399201503072429", "2015-03-07")
                .in(this.folder);
        SheetOutline sheet = reader.sheets().get(0);
        assertThat(sheet.missing()).containsExactly(RosterField.ID_NUMBER);
        assertThat(sheet.unknown()).extracting(SheetOutline.Heading::column).containsExactly("D");
        Map<Integer, @Nullable RosterField> byHand = new HashMap<>(Map.of(3, RosterField.ID_NUMBER));
        List<CheckedRow> rows = new ArrayList<>();
        RowCheck check = check();
        reader.read(
                List.of(sheet.mapped(SheetKind.CHILDREN, byHand)),
                row -> rows.addAll(check.check(List.of(row))),
                (done, total) -> {});
        assertThat(rows)
                .singleElement()
                .satisfies(
                        row -> assertThat(((ChildEntry) row.entry()).idNumber()).isEqualTo("511399201503072429"));
    }

    @Test
    void writesAMarkedCopyThatReadsBackAsTheOriginal() throws Exception {
        WorkbookReader original = book("=cmd|' /C calc'!A0", "511399201503072429")
                .row("2", "石马哑村", "孟子安", "男", "511399201702010019", "2017.2.1", "")
                .in(this.folder);
        List<CheckedRow> before = checked(original);
        Path marked = this.folder.resolve("marked.xlsx");
        try (OutputStream out = Files.newOutputStream(marked)) {
            MarkedWorkbook.write(
                    original,
                    original.sheets(),
                    (sheet, line) -> before.stream()
                            .filter(row -> row.row() == line)
                            .map(MarkedWorkbook.Mark::of)
                            .findFirst()
                            .orElse(null),
                    out);
        }
        WorkbookReader copy = WorkbookReader.open(StoredFile.of(marked));
        assertThat(copy.sheets().get(0).unknown())
                .as("our own columns ask nothing")
                .isEmpty();
        List<CheckedRow> after = checked(copy);
        assertThat(after)
                .extracting(CheckedRow::verdict)
                .isEqualTo(before.stream().map(CheckedRow::verdict).toList());
        assertThat(after)
                .extracting(row -> row.raw().cells().keySet())
                .isEqualTo(
                        before.stream().map(row -> row.raw().cells().keySet()).toList());
        assertThat(before.get(1).problems()).extracting(RowProblem::text).contains("没有叫“石马哑村”的村，是不是石马垭村？");
    }

    private OddWorkbook book(String name, String number) {
        return new OddWorkbook()
                .row("金宝镇花名册")
                .row("填报单位：金宝镇")
                .row(HEADINGS)
                .row("1", "　石马垭村 ", name, "女", number, "2015.3.7", "")
                .merged(0, 0, 0, 6);
    }

    private static RowCheck check() {
        return new RowCheck(
                new VillageNames(VILLAGES), new Places(Map.of()), TODAY, CategoryCheck.NONE, KnownPeople.NOBODY);
    }

    private static List<CheckedRow> checked(WorkbookReader reader) {
        RowCheck check = check();
        List<CheckedRow> rows = new ArrayList<>();
        reader.read(row -> rows.addAll(check.check(List.of(row))));
        return rows;
    }
}
