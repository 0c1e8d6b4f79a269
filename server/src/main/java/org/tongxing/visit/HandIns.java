package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleClause;
import org.tongxing.visit.VisitSheet.HandIn;

/** When visits came in, against what the rule book of their place asks; it says what is so, and blames nobody. */
@Component
@RequiredArgsConstructor
class HandIns {

    private final Adoptions adoptions;

    /** For the visits of one page: each place and day is looked up once. */
    Looked look() {
        return new Looked();
    }

    /** The clauses that were looked up for a page. */
    final class Looked {

        private final Map<String, Optional<RuleClause>> clauses = new HashMap<>();

        /** Empty where no book says when a visit has to be handed in. */
        @Clause("SG-26")
        Optional<HandIn> of(DivisionCode village, LocalDate on, LocalDateTime recordedAt) {
            return this.clauses
                    .computeIfAbsent(
                            village.value() + on,
                            unasked -> HandIns.this.adoptions.rules(village, on).on("visitHandIn"))
                    .map(clause -> new HandIn(
                            clause.id().toString(),
                            clause.parameters().number("day"),
                            clause.parameters().number("photos"),
                            (int) ChronoUnit.DAYS.between(on, recordedAt.toLocalDate())));
        }
    }
}
