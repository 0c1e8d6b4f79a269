package org.tongxing.roster.reading;

import java.util.regex.Pattern;

/** Tells a row about somebody from a signature line, a total, or the headings printed again on a new page. */
final class RowShape {

    private static final int FEWEST_CELLS = 3;
    private static final Pattern SIGNATURE =
            Pattern.compile("(填报人|填表人|制表人|制表|审核人|负责人|分管领导|经办人|单位负责人|主要负责人|填报单位|填报日期|联系人|签字|盖章|\\(盖章\\))[:(].*"
                    + "|(注|说明|备注|合计|总计|小计|共计)[:].*|合计|总计|小计|\\(盖章\\)|\\(公章\\)");

    private RowShape() {}

    static boolean isAboutSomebody(RawRow row) {
        RosterField who = row.sheet().kind() == SheetKind.FAMILIES ? RosterField.CADRE : RosterField.NAME;
        boolean identified =
                !row.cell(who).isBlank() || !row.cell(RosterField.ID_NUMBER).isBlank();
        return (identified || row.cells().size() >= FEWEST_CELLS) && !isSignature(row) && !isHeadings(row);
    }

    private static boolean isSignature(RawRow row) {
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getKey() != RosterField.REMARK)
                .anyMatch(cell ->
                        SIGNATURE.matcher(Texts.tight(cell.getValue().text())).matches());
    }

    private static boolean isHeadings(RawRow row) {
        return row.cells().size() >= FEWEST_CELLS
                && row.cells().entrySet().stream()
                        .allMatch(cell -> Headings.field(
                                        row.sheet().kind(), cell.getValue().text())
                                .filter(field -> field == cell.getKey())
                                .isPresent());
    }
}
