package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.JsonNode;

/** The way of an export through the console, and the rows of the workbook it brings. */
final class ExportDesk {

    static final String PATH = "/api/admin/register/exports";

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final DataFormatter AS_SHOWN = new DataFormatter();

    private final ConsoleClient clerk;

    ExportDesk(ConsoleClient clerk) {
        this.clerk = clerk;
    }

    static Map<String, Object> masked(String division, String on) {
        return Map.of("kind", "REGISTER", "division", division, "on", on, "named", false);
    }

    static Map<String, Object> named(String division, String on) {
        return Map.of("kind", "REGISTER", "division", division, "on", on, "named", true, "purpose", "REPORT");
    }

    /** Asks for a workbook and waits until it is made. */
    JsonNode make(Map<String, Object> wanted) throws Exception {
        var asked = this.clerk.post(PATH, wanted);
        assertThat(asked.status()).as(asked.json().toString()).isEqualTo(202);
        return settled(asked.json().path("id").asLong());
    }

    JsonNode settled(long id) {
        AtomicReference<JsonNode> last = new AtomicReference<>();
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> {
            last.set(this.clerk.get(PATH + "/" + id).json());
            return !last.get().path("state").asString().equals("RUNNING");
        });
        return last.get();
    }

    XSSFWorkbook open(JsonNode export) throws Exception {
        assertThat(export.path("state").asString()).as(export.toString()).isEqualTo("READY");
        byte[] bytes = this.clerk.download(PATH + "/" + export.path("id").asLong() + "/workbook");
        assertThat(bytes).hasSize(export.path("bytes").asInt());
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    /** The children of all sheets behind the summary, each by the headings of its sheet, with the name of the sheet. */
    static List<Map<String, String>> children(XSSFWorkbook book) {
        List<Map<String, String>> children = new ArrayList<>();
        for (int i = 1; i < book.getNumberOfSheets(); i++) {
            children.addAll(children(book.getSheetAt(i)));
        }
        return children;
    }

    static List<Map<String, String>> children(Sheet sheet) {
        List<Map<String, String>> children = new ArrayList<>();
        Row headings = sheet.getRow(sheet.getRepeatingRows().getLastRow());
        for (int line = headings.getRowNum() + 1; line <= sheet.getLastRowNum(); line++) {
            Row row = sheet.getRow(line);
            // A band, a sum or a signature begins with a sentence, a child with its number.
            if (row == null || !text(row, 0).matches("\\d+")) {
                continue;
            }
            Map<String, String> child = new HashMap<>(Map.of("sheet", sheet.getSheetName()));
            headings.forEach(heading -> child.put(heading.getStringCellValue(), text(row, heading.getColumnIndex())));
            children.add(child);
        }
        return children;
    }

    /** All that stands in a sheet, line by line. */
    static String text(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> {
            row.forEach(cell -> text.append(AS_SHOWN.formatCellValue(cell)).append('\t'));
            text.append('\n');
        });
        return text.toString();
    }

    private static String text(Row row, int column) {
        return row.getCell(column) == null ? "" : AS_SHOWN.formatCellValue(row.getCell(column));
    }
}
