package org.tongxing.roster.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/** Collects what is to be said of one row. */
final class Findings {

    private static final int LONGEST_VALUE = 200;

    private final RawRow row;
    private final List<RowProblem> problems = new ArrayList<>();
    private Verdict verdict = Verdict.ACCEPTED;

    Findings(RawRow row) {
        this.row = row;
    }

    void add(RosterField field, Cause cause, String text) {
        add(field, cause, text, null, null);
    }

    void add(RosterField field, Cause cause, String text, @Nullable String clause, @Nullable String fix) {
        String value = shortened(Texts.trimmed(this.row.cell(field).text()));
        this.problems.add(new RowProblem(field, this.row.sheet().letter(field), value, cause, text, clause, fix));
        this.verdict = this.verdict.worse(cause.verdict());
    }

    /** A text as it is quoted. */
    static String shortened(String text) {
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    boolean refused() {
        return this.verdict == Verdict.REFUSED;
    }

    boolean has(Cause cause) {
        return this.problems.stream().anyMatch(problem -> problem.code() == cause);
    }

    CheckedRow checked(@Nullable Entry entry, @Nullable DivisionCode village) {
        return new CheckedRow(this.row, this.verdict, refused() ? null : entry, village, this.problems);
    }
}
