package org.tongxing.roster.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** Files nobody should open, or nobody can: each gets its own word, in bounded memory. */
class HostileFileTests {

    private static final String ROW = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>村</t></is></c></row>";

    @Test
    void tellsWhatIsNoSpreadsheetAtAll() throws Exception {
        assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY_FILE);
        assertThat(refusal(text("只是一句话"))).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(refusal(text("%PDF-1.4\0\0\1"))).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(refusal(text("<html><table><tr><td>村</td></tr></table></html>")))
                .isEqualTo(Reason.WEB_PAGE);
        assertThat(refusal(text("{\"a\":\0}"))).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(refusal(Cells.zip("word/document.xml", "<a/>", "[Content_Types].xml", "<a/>")))
                .isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(
                        refusal(
                                Cells.zip(
                                        "_rels/.rels",
                                        "<Relationships><Relationship Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>")))
                .isEqualTo(Reason.BINARY_FORMAT);
        byte[] cut = Cells.workbook("<sheetData>" + ROW.repeat(2_000) + "</sheetData>");
        assertThat(refusal(java.util.Arrays.copyOf(cut, cut.length / 2))).isEqualTo(Reason.NOT_A_WORKBOOK);
    }

    @Test
    void saysThatAPasswordIsInTheWay() throws Exception {
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem();
                XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet();
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("jinbao");
            try (var out = encryptor.getDataStream(files)) {
                book.write(out);
            }
            files.writeFilesystem(xlsx);
        }
        assertThat(refusal(xlsx.toByteArray())).isEqualTo(Reason.PASSWORD);

        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("jinbao");
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("村");
            book.write(xls);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(refusal(xls.toByteArray())).isEqualTo(Reason.PASSWORD);
    }

    @Test
    void doesNotUnfoldABomb() throws Exception {
        long before = used();
        assertThat(refusal(Cells.workbook("<sheetData>" + ROW + "</sheetData>" + "<b/>".repeat(16 << 20))))
                .isEqualTo(Reason.SUSPICIOUS);
        assertThat(refusal(bomb(600))).isIn(Reason.SUSPICIOUS, Reason.TOO_LARGE);
        assertThat(used() - before).as("bytes more in use").isLessThan(64L << 20);
        assertThat(Cells.of(Cells.zip(
                                "xl/media/image1.png",
                                "0".repeat(64 << 20),
                                "[Content_Types].xml",
                                "<a/>",
                                "xl/workbook.xml",
                                "<workbook><sheets><sheet name='a' r:id='1'/></sheets></workbook>",
                                "xl/_rels/workbook.xml.rels",
                                "<R><Relationship Id='1' Type='/worksheet' Target='s.xml'/></R>",
                                "xl/s.xml",
                                "<worksheet><sheetData>" + ROW + "</sheetData></worksheet>"))
                        .text(1, 0))
                .as("what is not asked for is not unfolded")
                .isEqualTo("村");
    }

    @Test
    void keepsNoMemoryForWhatXmlCanPileUp() throws Exception {
        assertThat(refusal(sheet("<!DOCTYPE a [<!ENTITY b 'c'>]>" + ROW))).isEqualTo(Reason.SUSPICIOUS);
        assertThat(refusal(sheet("<![CDATA[" + "x".repeat(1_000) + "]]>"))).isEqualTo(Reason.SUSPICIOUS);
        assertThat(refusal(sheet("x".repeat(400 * 1024)))).isEqualTo(Reason.SUSPICIOUS);
        assertThat(refusal(sheet("<c a=\"" + "x".repeat(400 * 1024) + "\"/>"))).isEqualTo(Reason.SUSPICIOUS);
        assertThat(refusal(sheet("<!--" + "x".repeat(400 * 1024) + "-->"))).isEqualTo(Reason.SUSPICIOUS);
        assertThat(refusal(sheet("<row r=\"99999999\"/>"))).isEqualTo(Reason.SUSPICIOUS);
        assertThat(refusal(sheet("<mergeCell ref=\"A1:B2\"/>".repeat(200_001)))).isEqualTo(Reason.SUSPICIOUS);
        assertThat(Cells.of(sheet("<!-- <row> --->" + ROW + "<?x <y> ?>")).text(1, 0))
                .as("a remark is none of it")
                .isEqualTo("村");
    }

    @Test
    void drawsALineAtColumnsRowsAndSheets() throws Exception {
        StringBuilder wide = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < 10_000; i++) {
            wide.append("<c t=\"n\"><v>1</v></c>");
        }
        assertThat(refusal(sheet(wide + "</row>"))).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal(sheet("<row><c r=\"GS1\"><v>1</v></c></row>"))).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(Cells.of(sheet("<row><c r=\"GR1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>"))
                        .text(1, 199))
                .as("styled and empty is empty")
                .isEqualTo("1");
        assertThat(refusal(text("a,".repeat(201) + "b"))).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal(text("a,b\n".repeat(200_001)))).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(refusal(text("a,\"" + "b".repeat(40_000)))).isEqualTo(Reason.SUSPICIOUS);
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < 21; i++) {
                book.createSheet();
            }
            book.write(out);
            assertThat(refusal(out.toByteArray())).isEqualTo(Reason.TOO_MANY_SHEETS);
        }
    }

    @Test
    void readsNoListOfContentsWithoutEnd() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 30_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + "a".repeat(60) + i));
            }
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo(Reason.SUSPICIOUS);
    }

    /** A zip whose one sheet is megabytes of nothing, and not a little smaller than it pretends. */
    private static byte[] bomb(int megabytes) throws IOException {
        byte[] head = Cells.workbook("");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(head))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    byte[] chunk = ("<si><t>" + "a".repeat(1_000) + "</t></si>").getBytes(StandardCharsets.US_ASCII);
                    for (int i = 0; i < megabytes * 1_000; i++) {
                        zip.write(chunk);
                    }
                } else {
                    in.transferTo(zip);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] sheet(String rows) throws IOException {
        return Cells.workbook("<sheetData>" + rows + "</sheetData>");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Reason refusal(byte[] content) {
        UnreadableWorkbook[] refusal = new UnreadableWorkbook[1];
        assertThatThrownBy(() -> Cells.of(content))
                .isInstanceOfSatisfying(UnreadableWorkbook.class, thrown -> refusal[0] = thrown);
        return refusal[0].reason();
    }
}
