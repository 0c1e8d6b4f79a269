package org.tongxing.roster.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** What comes out of a file, kept whole. */
class Cells implements Spreadsheet.Sink {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    final Map<Integer, Map<Integer, RawCell>> rows = new TreeMap<>();
    final List<Spreadsheet.Merge> merges = new ArrayList<>();
    final List<String> sheets = new ArrayList<>();

    static Cells of(byte[] content) {
        Cells cells = new Cells();
        Spreadsheet.open(() -> new SeekableInMemoryByteChannel(content)).read(cells);
        return cells;
    }

    /** A workbook with one sheet, its XML written by hand. */
    static byte[] workbook(String sheet) throws IOException {
        return workbook(sheet, "", "");
    }

    static byte[] workbook(String sheet, String styles, String texts) throws IOException {
        return zip(
                "[Content_Types].xml",
                "<Types/>",
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"儿童\" sheetId=\"1\" r:id=\"r1\"/></sheets>" + "</workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + RELATIONS
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" + RELATIONS
                        + "/styles\" Target=\"/xl/styles.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet>" + styles + "</styleSheet>",
                "xl/sharedStrings.xml",
                "<sst>" + texts + "</sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\">" + sheet + "</worksheet>");
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    String text(int row, int column) {
        return this.rows.get(row).get(column).text();
    }

    @Override
    public void row(int sheet, int number, TreeMap<Integer, RawCell> cells) {
        this.rows.put(sheet * 1_000_000 + number, cells);
    }

    @Override
    public void merged(int sheet, Spreadsheet.Merge merge) {
        this.merges.add(merge);
    }

    @Override
    public void endOfSheet(int sheet, String name) {
        this.sheets.add(name);
    }
}
