package org.tongxing.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.wording.CellText;

class PaperTests {

    private static final Provenance MASKED =
            new Provenance("何明", LocalDateTime.of(2026, 11, 25, 10, 26), false, null, null, "12");
    private static final Provenance NAMED =
            new Provenance("何明", LocalDateTime.of(2026, 11, 25, 10, 26), true, Purpose.OTHER, "区里&市里核对", "13");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+86",
                "-1",
                "@SUM(A1)",
                "|calc",
                "%0",
                " \t=1+1",
                "\uFEFF=cmd|' /C calc'!A0",
                "\u0001=1"
            })
    void takesTheSpellOutOfWhatASpreadsheetWouldCompute(String spell) {
        assertThat(CellText.defused(spell)).isEqualTo("'" + spell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"孟若曦", "511399201503072429", "A=1", "3-1 班", "（=）"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(CellText.defused(text)).isEqualTo(text);
    }

    @Test
    void writesSpellsAsTextWhereverTheyStand() throws Exception {
        XSSFSheet sheet = written(
                        MASKED,
                        paper -> paper.page("=页", List.of(10, 10))
                                .title("=1+1")
                                .note("+1")
                                .headings(List.of("@列", "二"))
                                .band("-段")
                                .row(List.of("=CMD()", "孟若曦")))
                .getSheetAt(0);
        sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType())
                .isIn(CellType.STRING, CellType.BLANK)
                .isNotEqualTo(CellType.FORMULA)));
        assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("'=CMD()");
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("'=1+1");
    }

    @Test
    void keepsNumbersOfPeopleAsTextAndCountsAsNumbers() throws Exception {
        XSSFSheet sheet = written(
                        MASKED,
                        paper -> paper.page("甲", List.of(20, 6, 12, 6))
                                .headings(List.of("身份证号", "年龄", "生日", "空"))
                                .row(Arrays.asList("511399201503072429", 11, LocalDate.of(2015, 3, 7), null)))
                .getSheetAt(0);
        var row = sheet.getRow(1);
        assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("511399201503072429");
        assertThat(row.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(11);
        assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2015-03-07");
        assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.BLANK);
    }

    @Test
    void isPrintedOnA4AcrossWithItsHeadingsAndPageNumbersOnEveryPage() throws Exception {
        XSSFSheet sheet = written(
                        NAMED,
                        paper -> paper.page("甲", List.of(10, 10))
                                .title("题")
                                .note("截至")
                                .headings(List.of("一", "二"))
                                .row(List.of("x", "y"))
                                .gap()
                                .headings(List.of("三", "四"))
                                .signature())
                .getSheetAt(0);
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:3");
        assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页，共 &N 页");
        assertThat(sheet.getFooter().getRight()).isEqualTo("何明 2026-11-25 10:26 导出（编号 13）");
        assertThat(sheet.getFooter().getLeft())
                .as("an ampersand would begin a command")
                .isEqualTo("带姓名，用途：其他，区里＆市里核对。看过哪些孩子已留记录，别外传");
        assertThat(sheet.getRow(7).getCell(0).getStringCellValue()).contains("制表人", "审核人", "日期");
    }

    @ParameterizedTest
    @CsvSource({"石马垭村, 石马垭村, 石马垭村 2", "a/b:c, a b c, a b c 2"})
    void givesTwoPartsOfOneNameTwoSheets(String name, String first, String second) throws Exception {
        XSSFWorkbook book = written(MASKED, paper -> {
            paper.page(name, List.of(9)).title("一");
            paper.page(name, List.of(9)).title("二");
        });
        assertThat(book.getSheetName(0)).isEqualTo(first);
        assertThat(book.getSheetName(1)).isEqualTo(second);
    }

    private static XSSFWorkbook written(Provenance by, java.util.function.Consumer<Paper> pen) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Paper paper = new Paper(by)) {
            pen.accept(paper);
            paper.write(out);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
