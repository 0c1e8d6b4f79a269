package org.tongxing.bench.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;
import tools.jackson.databind.JsonNode;

/** The register of a county as a workbook, from the click until it lies ready, against writing the same cells. */
public final class Exporting implements Row {

    private static final int WARM_UP = 150;
    private static final int ROUNDS = 9;
    private static final int POLL_MILLIS = 100;
    private static final String EXPORTS = "/api/admin/register/exports";

    /** Enough for the server itself, and not for a workbook of ten thousand children. */
    private static final String SMALL_HEAP = "-Xmx256m";

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        double[] ratios = new double[ROUNDS];
        try (Instance server = stage.instance(List.of(SMALL_HEAP), Map.of());
                Http clerk = new People(stage).console(server.port(), "zy.jialing")) {
            List<Page> cells = read(clerk.get(make(clerk).workbook()).ok().body());
            for (int again = 0; again < WARM_UP; again++) {
                make(clerk);
                write(cells);
            }
            for (int round = 0; round < ROUNDS; round++) {
                LocalDateTime asked = LocalDateTime.now();
                double ours = Duration.between(asked, make(clerk).readyAt()).toMillis() / 1e3;
                long begun = System.nanoTime();
                write(cells);
                double peer = (System.nanoTime() - begun) / 1e9;
                System.out.printf("  %.2f s; the same cells %.2f s%n", ours, peer);
                ratios[round] = ours / peer;
            }
        }
        figures.accept(Figure.atMost(
                2,
                "register as a workbook, in a heap of 256 MB",
                "writing the same cells with the same library",
                size.label(),
                ratios));
    }

    private static Made make(Http clerk) throws Exception {
        JsonNode export = clerk.post(
                        EXPORTS,
                        Map.of(
                                "kind",
                                "REGISTER",
                                "division",
                                "511304",
                                "on",
                                LocalDate.now(),
                                "named",
                                true,
                                "purpose",
                                "REPORT"))
                .ok()
                .json();
        String path = EXPORTS + "/" + export.path("id").asLong();
        while (export.path("state").asString().equals("RUNNING")) {
            Thread.sleep(POLL_MILLIS);
            export = clerk.get(path).ok().json();
        }
        if (!export.path("state").asString().equals("READY")) {
            throw new IllegalStateException(export.toString());
        }
        return new Made(
                path + "/workbook", LocalDateTime.parse(export.path("readyAt").asString()));
    }

    private static List<Page> read(byte[] bytes) throws IOException {
        List<Page> pages = new ArrayList<>();
        // It stays open: its styles are what the copies are made after.
        XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        book.forEach(sheet -> {
            List<List<Value>> rows = new ArrayList<>();
            sheet.forEach(row -> {
                List<Value> values = new ArrayList<>();
                row.forEach(cell -> values.add(Value.of(cell)));
                rows.add(values);
            });
            pages.add(new Page(rows, sheet.getMergedRegions()));
        });
        return pages;
    }

    private static void write(List<Page> pages) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbookWithCustomZipEntrySource()) {
            Map<Short, CellStyle> styles = new HashMap<>();
            for (Page page : pages) {
                SXSSFSheet sheet = book.createSheet();
                for (int line = 0; line < page.rows().size(); line++) {
                    SXSSFRow row = sheet.createRow(line);
                    for (Value value : page.rows().get(line)) {
                        value.write(row, styles, book);
                    }
                }
                page.merged().forEach(sheet::addMergedRegionUnsafe);
            }
            book.write(OutputStream.nullOutputStream());
        }
    }

    /** Where a workbook lies, and since when: what is asked for less often than it is done has no other clock. */
    private record Made(String workbook, LocalDateTime readyAt) {}

    /** A sheet. */
    private record Page(List<List<Value>> rows, List<CellRangeAddress> merged) {}

    /** What a cell holds and how it looks. */
    private record Value(int column, @Nullable Object content, CellStyle style) {

        static Value of(Cell cell) {
            Object content = switch (cell.getCellType()) {
                case BLANK -> null;
                case NUMERIC -> cell.getNumericCellValue();
                default -> cell.getStringCellValue();
            };
            return new Value(cell.getColumnIndex(), content, cell.getCellStyle());
        }

        void write(SXSSFRow row, Map<Short, CellStyle> styles, SXSSFWorkbook book) {
            SXSSFCell cell = row.createCell(this.column);
            cell.setCellStyle(styles.computeIfAbsent(this.style.getIndex(), index -> {
                CellStyle copy = book.createCellStyle();
                copy.cloneStyleFrom(this.style);
                return copy;
            }));
            if (this.content instanceof Double number) {
                cell.setCellValue(number);
            } else if (this.content != null) {
                cell.setCellValue(this.content.toString());
            }
        }
    }
}
