package org.tongxing;

import cn.idev.excel.FastExcel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Looks into the sample roster, and writes small ones; all their people are fictional. */
final class Roster {

    /** The phone of 孟国安, who is the father of a girl in 川主宫社区. */
    static final String PHONE_OF_A_FATHER = "14082914045";

    private static final int CADRE = 1;
    private static final int PHONE = 5;

    private Roster() {}

    /** A workbook of one sheet of children, its headings first. */
    static byte[] workbook(List<?>... rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("儿童");
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows[i].size(); j++) {
                    row.createCell(j).setCellValue(String.valueOf(rows[i].get(j)));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    static String phoneOfCadre(String name) {
        List<Map<Integer, String>> rows = FastExcel.read(Roster.class.getResourceAsStream("/sample/roster-jinbao.xlsx"))
                .sheet(1)
                .doReadSync();
        return rows.stream()
                .filter(row -> name.equals(row.get(CADRE)))
                .map(row -> row.get(PHONE).replaceAll("\\D", ""))
                .findFirst()
                .orElseThrow();
    }
}
