package org.tongxing.roster.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** Which of a workbook's cell styles mean that a number is a day. */
final class CellFormats {

    private static final int MOST_STYLES = 65_536;

    private final List<Boolean> dates = new ArrayList<>();

    static CellFormats read(InputStream part) throws IOException {
        CellFormats formats = new CellFormats();
        Map<Integer, String> own = new HashMap<>();
        Markup markup = new Markup(part);
        boolean styles = false;
        while (markup.next()) {
            if (markup.opens("numFmt")) {
                String code = markup.attribute("formatCode");
                own.put(Numbers.whole(markup.attribute("numFmtId"), -1), code == null ? "" : code);
            } else if (markup.opens("cellXfs")) {
                styles = true;
            } else if (markup.closes("cellXfs")) {
                styles = false;
            } else if (styles && markup.opens("xf")) {
                int id = Numbers.whole(markup.attribute("numFmtId"), 0);
                formats.dates.add(isDate(id, own.get(id)));
            }
            if (formats.dates.size() > MOST_STYLES || own.size() > MOST_STYLES) {
                throw new UnreadableWorkbook(Reason.SUSPICIOUS);
            }
        }
        return formats;
    }

    boolean isDate(int style) {
        return style >= 0 && style < this.dates.size() && this.dates.get(style);
    }

    /** 27 to 36 and 50 to 58 are what a Chinese Excel writes for its own forms of a date, without saying how they look. */
    static boolean isDate(int format, @org.jspecify.annotations.Nullable String code) {
        boolean chinese = format >= 27 && format <= 36 || format >= 50 && format <= 58;
        String known = code == null ? BuiltinFormats.getBuiltinFormat(format) : code;
        return chinese && code == null || known != null && DateUtil.isADateFormat(format, known);
    }
}
