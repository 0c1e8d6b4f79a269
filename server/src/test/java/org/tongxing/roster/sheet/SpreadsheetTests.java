package org.tongxing.roster.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Cells come out as a person sees them, whatever program and format they were written with. */
class SpreadsheetTests {

    private static final String CSV =
            "村,姓名,身份证号\r\n石马垭村,\"孟,\"\"若\"\"曦\",=\"511399201503072429\"\n\n 和祥社区 ,,5.11399E+17\n";

    @Test
    void readsTheSameOutOfTheOldAndTheNewFormat() throws Exception {
        for (Workbook book : List.of(new XSSFWorkbook(), new HSSFWorkbook(), new SXSSFWorkbook())) {
            Cells cells = Cells.of(written(book));
            assertThat(cells.sheets).containsExactly("儿童", "家庭");
            assertThat(cells.text(1, 0)).isEqualTo("石马垭村");
            assertThat(cells.rows.get(1).get(1)).isEqualTo(new RawCell("2015-03-07", RawCell.Kind.DATE));
            assertThat(cells.rows.get(1).get(2)).isEqualTo(new RawCell("14000000001", RawCell.Kind.NUMBER));
            assertThat(cells.rows.get(1).get(3).kind()).isEqualTo(RawCell.Kind.NUMBER);
            assertThat(cells.text(1, 3)).startsWith("5113992015030724").hasSize(18);
            assertThat(cells.text(1, 4)).isEqualTo("是");
            assertThat(cells.rows).containsOnlyKeys(1, 3, 1_000_001);
            assertThat(cells.merges).containsExactly(new Spreadsheet.Merge(3, 4, 0, 0));
        }
    }

    @Test
    void readsTextWithSeparatorsInBothEncodings() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"), StandardCharsets.UTF_16)) {
            for (String text : List.of(CSV, CSV.replace(",", "\t").replace("孟\t", "孟,"))) {
                Cells cells = Cells.of(text.getBytes(charset));
                assertThat(cells.text(2, 1)).isEqualTo("孟,\"若\"曦");
                assertThat(cells.text(2, 2)).isEqualTo("511399201503072429");
                assertThat(cells.text(4, 0)).isEqualTo(" 和祥社区 ");
                assertThat(cells.text(4, 2)).isEqualTo("5.11399E+17");
                assertThat(cells.rows).containsOnlyKeys(1, 2, 4);
            }
        }
        assertThat(Cells.of(("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8)).text(1, 0))
                .isEqualTo("村");
    }

    @Test
    void understandsWhatOtherProgramsWrite() throws Exception {
        String styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/><xf numFmtId=\"200\"/><xf numFmtId=\"57\"></xf></cellXfs>";
        String texts = "<si><t xml:space=\"preserve\"> 孟 </t></si><si><r><t>若</t></r><r><t>曦&amp;</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>ruo</t></rPh></si><si/>";
        String rows = "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
                + "<c r=\"E1\" t=\"str\"><f>A1&amp;B1</f><v>甲&#x4E59;</v></c><c t=\"e\"><v>#N/A</v></c></row>"
                + "<x:row xmlns:x=\"y\" r=\"7\"><x:c s=\"1\"><x:v>42070</x:v></x:c><c s=\"2\"><v>42070</v></c>"
                + "<c s=\"3\"><v>42070</v></c><c s=\"0\"><v>42070</v></c><c t=\"d\"><v>2015-03-07T00:00:00</v></c>"
                + "<c t=\"inlineStr\"><is><t>a_x000D_b</t></is></c></x:row></sheetData>";
        Cells cells = Cells.of(Cells.workbook(rows, styles, texts));
        assertThat(cells.text(1, 0)).isEqualTo(" 孟 ");
        assertThat(cells.text(1, 1)).isEqualTo("若曦&");
        assertThat(cells.rows.get(1)).containsOnlyKeys(0, 1, 4, 5);
        assertThat(cells.text(1, 4)).isEqualTo("甲乙");
        assertThat(cells.rows.get(7).values())
                .extracting(RawCell::text)
                .containsExactly("2015-03-07", "2015-03-07", "2015-03-07", "42070", "2015-03-07", "a\rb");
    }

    @Test
    void countsDaysAsExcelDoes() {
        assertThat(Numbers.day(1, false)).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(Numbers.day(61, false)).isEqualTo(LocalDate.of(1900, 3, 1));
        assertThat(Numbers.day(42_070, false)).isEqualTo(LocalDate.of(2015, 3, 7));
        assertThat(Numbers.day(40_608, true)).isEqualTo(LocalDate.of(2015, 3, 7));
    }

    @Test
    void letsThroughWhatTheSinkThrows() throws Exception {
        byte[] content = Cells.workbook("<row><c><v>1</v></c></row>");
        Spreadsheet book = Spreadsheet.open(() -> new SeekableInMemoryByteChannel(content));
        assertThatThrownBy(() -> book.read(new Cells() {

                    @Override
                    public void row(int sheet, int number, TreeMap<Integer, RawCell> cells) {
                        throw new IllegalStateException("of the sink");
                    }
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("of the sink");
    }

    /** Whatever a person types comes back as a far more thorough library has written it. */
    @Property(tries = 60)
    void readsBackAnyText(@ForAll @Size(min = 1, max = 12) List<String> texts) throws Exception {
        for (boolean streamed : new boolean[] {false, true}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workbook book = streamed ? new SXSSFWorkbook() : new XSSFWorkbook()) {
                Row row = book.createSheet().createRow(0);
                for (int i = 0; i < texts.size(); i++) {
                    row.createCell(i).setCellValue(writable(texts.get(i)));
                }
                book.write(out);
            }
            Cells cells = Cells.of(out.toByteArray());
            for (int i = 0; i < texts.size(); i++) {
                String text = writable(texts.get(i));
                String read = cells.rows.isEmpty() || !cells.rows.get(1).containsKey(i) ? "" : cells.text(1, i);
                assertThat(read).isEqualTo(RawCell.text(text).isBlank() ? "" : text);
            }
        }
    }

    /** XML holds no control characters and no halves of characters; the library writes question marks instead. */
    private static String writable(String text) {
        return text.codePoints()
                .filter(point -> point >= ' ' && !(point >= 0xD800 && point <= 0xDFFF) && point < 0xFFFE)
                .limit(1_000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("_x", "-x");
    }

    private static byte[] written(Workbook book) throws Exception {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("儿童");
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            Row row = sheet.createRow(0);
            row.createCell(0).setCellValue("石马垭村");
            row.createCell(1).setCellValue(LocalDate.of(2015, 3, 7));
            row.getCell(1).setCellStyle(date);
            row.createCell(2).setCellValue(14_000_000_001d);
            row.createCell(3).setCellValue(511_399_201_503_072_429d);
            row.createCell(4).setCellValue(true);
            row.createCell(7).setCellStyle(date);
            sheet.createRow(2).createCell(0).setCellValue("和祥社区");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            book.createSheet("家庭").createRow(0).createCell(0).setCellValue("冯敏");
            book.write(out);
            return out.toByteArray();
        }
    }
}
