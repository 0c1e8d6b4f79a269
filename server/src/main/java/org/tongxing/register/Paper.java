package org.tongxing.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.tongxing.wording.CellText;

/**
 * A workbook as it is handed in: A4 landscape, headings on every page, page x of y, a line to sign. Rows are written away as
 * they come; what POI puts into temporary files on the way is encrypted.
 */
final class Paper implements AutoCloseable {

    private static final int LONGEST = 32_767;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int LONGEST_FOOTER = 100;
    private static final int CHARACTER = 256;
    private static final double MARGIN = 0.4;
    private static final double MARGIN_BELOW = 0.6;
    private static final String SIGNATURE = "制表人：____________        审核人：____________        日期：______ 年 ____ 月 ____ 日";

    private final SXSSFWorkbook book = new Book();
    private final PaperStyles styles = new PaperStyles(this.book);
    private final Set<String> names = new HashSet<>();
    private final Provenance provenance;

    Paper(Provenance provenance) {
        this.provenance = provenance;
        this.book.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("童行");
    }

    /** Begins a sheet; {@code widths} in characters, one per column. */
    Page page(String name, List<Integer> widths) {
        Sheet sheet = this.book.createSheet(unused(name));
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        }
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, MARGIN);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, MARGIN);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, MARGIN);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, MARGIN_BELOW);
        Footer footer = sheet.getFooter();
        footer.setLeft(footer(this.provenance.use()));
        footer.setCenter("第 &P 页，共 &N 页");
        footer.setRight(footer(this.provenance.maker()));
        return new Page(sheet, widths.size());
    }

    void write(OutputStream out) throws IOException {
        this.book.writeAvoidingTempFiles(out);
    }

    @Override
    public void close() throws IOException {
        this.book.close();
    }

    private String unused(String wanted) {
        String safe = WorkbookUtil.createSafeSheetName(wanted);
        String name = safe;
        for (int again = 2; !this.names.add(name); again++) {
            String number = " " + again;
            name = safe.substring(0, Math.min(safe.length(), LONGEST_SHEET_NAME - number.length())) + number;
        }
        return name;
    }

    /** In a footer an ampersand begins a command, and the three parts share 255 characters. */
    private static String footer(String text) {
        String escaped = text.replace("&", "＆");
        return escaped.length() > LONGEST_FOOTER ? escaped.substring(0, LONGEST_FOOTER - 1) + "…" : escaped;
    }

    /** Packs in less than half the time; the file is a fifth larger for it. */
    private static final class Book extends SXSSFWorkbookWithCustomZipEntrySource {

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            ZipArchiveOutputStream archive = super.createArchiveOutputStream(out);
            archive.setLevel(Deflater.BEST_SPEED);
            return archive;
        }
    }

    /** One sheet, written from the top to the bottom. */
    final class Page {

        private final Sheet sheet;
        private final int columns;
        private int next;

        private Page(Sheet sheet, int columns) {
            this.sheet = sheet;
            this.columns = columns;
        }

        Page title(String text) {
            return wide(text, Paper.this.styles.title());
        }

        Page note(String text) {
            return wide(text, Paper.this.styles.note());
        }

        Page band(String text) {
            return wide(text, Paper.this.styles.band());
        }

        /** The headings; the first ones of a sheet, with all above them, are repeated on every page. */
        Page headings(List<String> texts) {
            Row row = this.sheet.createRow(this.next++);
            for (int column = 0; column < texts.size(); column++) {
                cell(row, column, texts.get(column), Paper.this.styles.heading());
            }
            if (this.sheet.getRepeatingRows() == null) {
                this.sheet.setRepeatingRows(new CellRangeAddress(0, this.next - 1, -1, -1));
                this.sheet.createFreezePane(0, this.next);
            }
            return this;
        }

        /** A row of texts, whole numbers and days; null leaves a cell empty. */
        Page row(List<? extends @Nullable Object> values) {
            Row row = this.sheet.createRow(this.next++);
            for (int column = 0; column < values.size(); column++) {
                Object value = values.get(column);
                if (value instanceof Integer number) {
                    Cell cell = row.createCell(column);
                    cell.setCellStyle(Paper.this.styles.number());
                    cell.setCellValue(number);
                } else if (value instanceof LocalDate day) {
                    Cell cell = row.createCell(column);
                    cell.setCellStyle(Paper.this.styles.day());
                    cell.setCellValue(day);
                } else {
                    cell(row, column, value == null ? "" : value.toString(), Paper.this.styles.text());
                }
            }
            return this;
        }

        Page gap() {
            this.next++;
            return this;
        }

        /** The line to sign, and below it who made the file and what for. */
        Page signature() {
            gap();
            wide(SIGNATURE, Paper.this.styles.note());
            return wide(Paper.this.provenance.maker() + "。" + Paper.this.provenance.use(), Paper.this.styles.small());
        }

        private Page wide(String text, org.apache.poi.ss.usermodel.CellStyle style) {
            cell(this.sheet.createRow(this.next), 0, text, style);
            if (this.columns > 1) {
                // Each row is merged once; looking whether it was before takes longer with every row.
                this.sheet.addMergedRegionUnsafe(new CellRangeAddress(this.next, this.next, 0, this.columns - 1));
            }
            this.next++;
            return this;
        }

        private static void cell(Row row, int column, String text, org.apache.poi.ss.usermodel.CellStyle style) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(style);
            String safe = CellText.defused(text);
            if (!safe.isEmpty()) {
                cell.setCellValue(safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe);
            }
        }
    }
}
