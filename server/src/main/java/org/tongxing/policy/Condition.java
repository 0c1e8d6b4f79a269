package org.tongxing.policy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;

/** What a clause asks; composed from the words of the rule book. */
interface Condition {

    boolean holds(View view, LocalDate day);

    /** Days on which the answer may change though no fact begins or ends; days too many do no harm. */
    default Stream<LocalDate> turningDays(View view) {
        return Stream.empty();
    }

    /** The defining clauses by which it holds on that day. */
    default Stream<ClauseId> grounds(View view, LocalDate day) {
        return Stream.empty();
    }

    /** Why it does not hold, in plain words, if it can tell better than its clause. */
    default @Nullable String refusal(View view, LocalDate day) {
        return null;
    }

    /** The definitions it leans on. */
    default Stream<Reference> references() {
        return Stream.empty();
    }

    /** A definition named by its subject. */
    record Reference(String subject, Definition.About about) {}
}
