package org.tongxing.roster.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.RawCell;
import org.tongxing.wording.CellText;

/** Writes single cells: never a formula, an ID number always as text, the verdict as the colour. */
final class MarkedCells {

    private static final int LONGEST = 32_767;
    private static final int DIGITS_OF_A_NUMBER = 15;

    private final Map<Verdict, CellStyle> plain = new EnumMap<>(Verdict.class);
    private final Map<Verdict, CellStyle> text = new EnumMap<>(Verdict.class);
    private final Map<Verdict, CellStyle> date = new EnumMap<>(Verdict.class);

    private final CellStyle heading;
    private final CellStyle wrapped;

    MarkedCells(SXSSFWorkbook book) {
        for (Verdict verdict : Verdict.values()) {
            this.plain.put(verdict, style(book, verdict, "General"));
            this.text.put(verdict, style(book, verdict, "@"));
            this.date.put(verdict, style(book, verdict, "yyyy-mm-dd"));
        }
        Font bold = book.createFont();
        bold.setBold(true);
        this.heading = style(book, Verdict.ACCEPTED, "General");
        this.heading.setFont(bold);
        this.heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        this.heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        this.wrapped = style(book, Verdict.ACCEPTED, "General");
        this.wrapped.setWrapText(true);
    }

    void heading(SXSSFRow row, int column, String title) {
        text(row, column, this.heading, title);
    }

    /** What we have to say of a row, in lines as long as the column is wide. */
    void say(SXSSFRow row, int column, String words) {
        text(row, column, this.wrapped, words);
    }

    private static void text(SXSSFRow row, int column, CellStyle style, String text) {
        SXSSFCell written = row.createCell(column);
        written.setCellStyle(style);
        if (!text.isEmpty()) {
            written.setCellValue(clipped(CellText.defused(text)));
        }
    }

    private static String clipped(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    void write(SXSSFRow row, int column, RawCell cell, @Nullable RosterField field, Verdict verdict) {
        SXSSFCell written = row.createCell(column);
        boolean digits = field == RosterField.ID_NUMBER || field == RosterField.PHONE;
        // Typed over in a cell that is not text, the corrected number would lose its last digits again.
        written.setCellStyle(
                (digits ? this.text : cell.kind() == RawCell.Kind.DATE ? this.date : this.plain).get(verdict));
        if (cell.text().isEmpty()) {
            return;
        }
        if (cell.kind() == RawCell.Kind.DATE) {
            written.setCellValue(LocalDate.parse(cell.text()));
        } else if (cell.kind() == RawCell.Kind.NUMBER && !digits && exact(cell.text())) {
            written.setCellValue(Double.parseDouble(cell.text()));
        } else {
            written.setCellValue(clipped(CellText.defused(cell.text())));
        }
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "收下";
            case NOTED -> "收下，看一眼";
            case REFUSED -> "退回";
        };
    }

    static String reasons(MarkedWorkbook.Mark mark) {
        return mark.problems().stream()
                .filter(problem -> problem.code().verdict() != Verdict.ACCEPTED)
                .map(problem -> problem.field().label() + "：" + problem.text()
                        + (problem.clause() == null ? "" : "〔" + problem.clause() + "〕"))
                .collect(Collectors.joining("；"));
    }

    static String fixes(MarkedWorkbook.Mark mark) {
        return mark.problems().stream()
                .filter(problem -> problem.fix() != null)
                .map(problem -> problem.field().label() + "：可能是 " + problem.fix())
                .collect(Collectors.joining("；"));
    }

    private static boolean exact(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.precision() <= DIGITS_OF_A_NUMBER && Math.abs(value.scale()) <= DIGITS_OF_A_NUMBER;
    }

    private static CellStyle style(SXSSFWorkbook book, Verdict verdict, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        if (verdict != Verdict.ACCEPTED) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(
                    (verdict == Verdict.REFUSED ? IndexedColors.CORAL : IndexedColors.LIGHT_YELLOW).getIndex());
        }
        return style;
    }
}
