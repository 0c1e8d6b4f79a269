package org.tongxing.roster.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Masks;
import org.tongxing.roster.StagedRow;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.RowProblem;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.Verdict;

/** Rows of a roster as a list shows them: masked as every list is. */
final class RowViews {

    private static final List<RosterField> SHOWN = List.of(
            RosterField.NAME,
            RosterField.ID_NUMBER,
            RosterField.SEX,
            RosterField.BIRTH_ON,
            RosterField.VILLAGE,
            RosterField.CATEGORY,
            RosterField.DISABILITY,
            RosterField.GUARDIAN,
            RosterField.RELATION,
            RosterField.CADRE,
            RosterField.UNIT,
            RosterField.LINKED_VILLAGE);

    private RowViews() {}

    static RowView of(StagedRow row) {
        return new RowView(row.sheet(), row.line(), row.kind(), row.verdict(), cells(row), problems(row));
    }

    static Map<RosterField, String> cells(StagedRow row) {
        Map<RosterField, String> cells = new EnumMap<>(RosterField.class);
        SHOWN.stream()
                .filter(field -> row.cells().containsKey(field))
                .forEach(field -> cells.put(field, masked(field, row.cell(field))));
        return cells;
    }

    static List<ProblemView> problems(StagedRow row) {
        return row.problems().stream().map(RowViews::problem).toList();
    }

    private static ProblemView problem(RowProblem problem) {
        return new ProblemView(
                problem.field(),
                problem.field().label(),
                problem.column(),
                masked(problem.field(), problem.value()),
                problem.code(),
                problem.text(),
                problem.clause(),
                problem.fix());
    }

    private static String masked(RosterField field, String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            return "";
        }
        return switch (field) {
            case NAME, GUARDIAN -> Masks.name(text);
            case ID_NUMBER -> orNothing(Masks.idNumber(text));
            case PHONE -> orNothing(Masks.phone(text));
            case ADDRESS, MEMBERS, REMARK -> "…";
            default -> text;
        };
    }

    private static String orNothing(@Nullable String masked) {
        return masked == null ? "…" : masked;
    }

    /** A row with its verdict. */
    record RowView(
            int sheet,
            int row,
            SheetKind kind,
            Verdict verdict,
            Map<RosterField, String> cells,
            List<ProblemView> problems) {}

    /**
     * What is said of one cell.
     *
     * @param column its letters, empty when the sheet has no such column
     * @param fix what it should probably say
     */
    record ProblemView(
            RosterField field,
            String label,
            String column,
            String value,
            Cause code,
            String text,
            @Nullable String clause,
            @Nullable String fix) {}
}
