package org.tongxing.register;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The few looks a sheet needs; black on white, so that a copy of a copy can still be read. */
record PaperStyles(
        CellStyle title,
        CellStyle note,
        CellStyle band,
        CellStyle heading,
        CellStyle text,
        CellStyle number,
        CellStyle day,
        CellStyle small) {

    private static final short TITLE = 16;
    private static final short PLAIN = 10;
    private static final short SMALL = 9;

    PaperStyles(Workbook book) {
        this(
                aligned(style(book, TITLE, true), HorizontalAlignment.CENTER),
                style(book, PLAIN, false),
                shaded(bordered(style(book, PLAIN, true))),
                shaded(aligned(bordered(style(book, PLAIN, true)), HorizontalAlignment.CENTER)),
                formatted(book, bordered(style(book, PLAIN, false)), "@"),
                formatted(book, bordered(style(book, PLAIN, false)), "0"),
                formatted(book, bordered(style(book, PLAIN, false)), "yyyy-mm-dd"),
                style(book, SMALL, false));
    }

    private static CellStyle style(Workbook book, short size, boolean bold) {
        Font font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints(size);
        font.setBold(bold);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private static CellStyle bordered(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static CellStyle shaded(CellStyle style) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        return style;
    }

    private static CellStyle aligned(CellStyle style, HorizontalAlignment alignment) {
        style.setAlignment(alignment);
        return style;
    }

    private static CellStyle formatted(Workbook book, CellStyle style, String format) {
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }
}
