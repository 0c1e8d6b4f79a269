package org.tongxing.bench.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Workbook;
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

    private static final int ROUNDS = 5;
    private static final String EXPORTS = "/api/admin/register/exports";

    /** Enough for the server itself, and not for a workbook of ten thousand children. */
    private static final String SMALL_HEAP = "-Xmx256m";

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        double[] ratios = new double[ROUNDS];
        try (Instance server = stage.instance(List.of(SMALL_HEAP), Map.of());
                Http clerk = new People(stage).console(server.port(), "zy.jialing")) {
            List<List<List<@Nullable Object>>> cells = read(make(clerk, size));
            for (int again = 0; again < ROUNDS; again++) {
                make(clerk, size);
                write(cells);
            }
            for (int round = 0; round < ROUNDS; round++) {
                long begun = System.nanoTime();
                make(clerk, size);
                double ours = (System.nanoTime() - begun) / 1e9;
                begun = System.nanoTime();
                write(cells);
                double peer = (System.nanoTime() - begun) / 1e9;
                System.out.printf("  %.1f s; the same cells %.1f s%n", ours, peer);
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

    private static byte[] make(Http clerk, Size size) throws Exception {
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
            Thread.sleep(50);
            export = clerk.get(path).ok().json();
        }
        if (!export.path("state").asString().equals("READY")) {
            throw new IllegalStateException(export.toString());
        }
        return clerk.get(path + "/workbook").ok().body();
    }

    private static List<List<List<@Nullable Object>>> read(byte[] bytes) throws IOException {
        List<List<List<@Nullable Object>>> sheets = new ArrayList<>();
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            book.forEach(sheet -> {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                sheet.forEach(row -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    for (int column = 0; column < row.getLastCellNum(); column++) {
                        Cell cell = row.getCell(column, MissingCellPolicy.RETURN_BLANK_AS_NULL);
                        values.add(
                                cell == null
                                        ? null
                                        : cell.getCellType() == CellType.NUMERIC
                                                ? (Object) cell.getNumericCellValue()
                                                : cell.toString());
                    }
                    rows.add(values);
                });
                sheets.add(rows);
            });
        }
        return sheets;
    }

    private static void write(List<List<List<@Nullable Object>>> sheets) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            for (List<List<@Nullable Object>> rows : sheets) {
                SXSSFSheet sheet = book.createSheet();
                for (int line = 0; line < rows.size(); line++) {
                    SXSSFRow row = sheet.createRow(line);
                    for (int column = 0; column < rows.get(line).size(); column++) {
                        Object value = rows.get(line).get(column);
                        if (value instanceof Double number) {
                            row.createCell(column).setCellValue(number);
                        } else if (value != null) {
                            row.createCell(column).setCellValue(value.toString());
                        }
                    }
                }
            }
            book.write(OutputStream.nullOutputStream());
        }
    }
}
