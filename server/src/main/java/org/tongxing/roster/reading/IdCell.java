package org.tongxing.roster.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.IdNumber;
import org.tongxing.kernel.IdNumber.Problem;
import org.tongxing.roster.sheet.RawCell;

/** Reads ID numbers from cells, with what spreadsheets do to them. */
public final class IdCell {

    private static final int DIGITS_OF_A_NUMBER = 15;

    private IdCell() {}

    /** Reads what stands in a cell: spaces, full-width digits and a small x are slips, everything else is a problem. */
    public static Reading read(RawCell cell) {
        String text = Texts.tight(cell.text()).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return new Reading(null, null);
        }
        Problem problem = IdNumber.problem(text);
        // Numbers keep 15 digits: even if such a number happens to check out, nobody knows what its end was.
        boolean number = cell.kind() == RawCell.Kind.NUMBER && text.length() > DIGITS_OF_A_NUMBER;
        boolean copied = problem != null && text.matches("\\d(\\.\\d+)?E\\+?\\d+|\\d{15}000");
        if (number || copied) {
            return new Reading(null, Problem.DAMAGED);
        }
        return problem == null ? new Reading(new IdNumber(text), null) : new Reading(null, problem);
    }

    /** A number, or what is wrong; both are absent when the cell is empty. */
    public record Reading(
            @Nullable IdNumber number, @Nullable Problem problem) {}
}
