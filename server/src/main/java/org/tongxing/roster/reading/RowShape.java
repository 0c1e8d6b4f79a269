package org.tongxing.roster.reading;

import java.util.Map;
import java.util.regex.Pattern;
import org.tongxing.roster.sheet.RawCell;

/** Tells a row about somebody from a signature line, a total, or the headings printed again on a new page. */
final class RowShape {

    private static final int FEWEST_CELLS = 3;
    private static final Pattern SIGNATURE =
            Pattern.compile("(填报人|填表人|制表人|制表|审核人|负责人|分管领导|经办人|单位负责人|主要负责人|填报单位|填报日期|联系人|签字|盖章|\\(盖章\\))[:(].*"
                    + "|(注|说明|备注|合计|总计|小计|共计)[:].*|合计|总计|小计|\\(盖章\\)|\\(公章\\)");

    private static final Pattern TOTAL = Pattern.compile("合计|总计|小计|共计");

    private RowShape() {}

    /**
     * Whether a row is about a child or a family.
     *
     * @param all its cells by column, those of columns nobody reads among them: a total often stands below the numbering
     */
    static boolean isAboutSomebody(RawRow row, Map<Integer, RawCell> all) {
        if (isHeadings(row)) {
            return false;
        }
        boolean family = row.sheet().kind() == SheetKind.FAMILIES;
        RawCell name = row.cell(family ? RosterField.CADRE : RosterField.NAME);
        boolean numbered = !row.cell(RosterField.ID_NUMBER).isBlank();
        boolean dated = !row.cell(RosterField.BIRTH_ON).isBlank();
        boolean placed = !row.cell(RosterField.UNIT).isBlank();
        // Whoever is named and known by something else is somebody, whatever stands in the other cells.
        if (!name.isBlank() && !isSignature(name) && (family ? placed : numbered || dated)) {
            return true;
        }
        boolean enough = !name.isBlank() || numbered || row.cells().size() >= FEWEST_CELLS;
        return enough && !hasSignature(row) && all.values().stream().noneMatch(RowShape::isTotal);
    }

    private static boolean hasSignature(RawRow row) {
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getKey() != RosterField.REMARK)
                .anyMatch(cell -> isSignature(cell.getValue()));
    }

    private static boolean isSignature(RawCell cell) {
        return SIGNATURE.matcher(Texts.tight(cell.text())).matches();
    }

    private static boolean isTotal(RawCell cell) {
        return TOTAL.matcher(Texts.tight(cell.text())).matches();
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
