package org.tongxing.coverage;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.policy.AdoptedRules;

/**
 * How one child stands on one day.
 *
 * @param categories the pairing categories that hold; empty means that nothing is owed
 * @param by who covers the child
 * @param reason why nobody does; null when somebody does
 * @param girl a girl of eight or over [JB-24]
 * @param femaleCadre the covering cadre is a woman
 * @param turningEight a girl who turns eight within sixty days beside a male cadre
 */
public record State(
        Set<String> categories,
        By by,
        @Nullable Reason reason,
        boolean girl,
        boolean femaleCadre,
        boolean turningEight) {

    static final State ABSENT = new State(Set.of(), By.NOBODY, null, false, false, false);

    public boolean eligible() {
        return !this.categories.isEmpty();
    }

    /** The one mark a dot shows; the gap before everything else. */
    public Mark mark() {
        if (this.by == By.NOBODY) {
            return Mark.UNCOVERED;
        }
        if (this.girl && !this.femaleCadre) {
            return Mark.GIRL_WITHOUT_FEMALE_CADRE;
        }
        return this.turningEight ? Mark.TURNS_EIGHT : Mark.COVERED;
    }

    /** Who covers a child. */
    public enum By {
        FAMILY,
        AREA_DUTY,
        NOBODY
    }

    /** Why nobody covers a child; exclusive, so that the counts add up to the gap. */
    public enum Reason {
        HELPER_LEFT("dynamicManagement", "JB-31"),
        NEW("everyChildHasAHelper", "JB-33"),
        NEEDS_FEMALE_CADRE("girlNeedsFemaleCadre", "JB-24"),
        NEEDS_DEDICATED_FAMILY("dedicatedFamily", "JB-21"),
        NOT_ARRANGED("everyChildHasAHelper", "JB-33");

        private final String subject;
        private final String fallback;

        Reason(String subject, String fallback) {
            this.subject = subject;
            this.fallback = fallback;
        }

        /** The clause in force that asks for what is missing; that of the first book where none in force speaks of it. */
        public String clause(AdoptedRules rules) {
            return rules.on(this.subject).map(rule -> rule.id().toString()).orElse(this.fallback);
        }
    }

    /** The four shapes of the unit chart. */
    public enum Mark {
        UNCOVERED,
        GIRL_WITHOUT_FEMALE_CADRE,
        TURNS_EIGHT,
        COVERED
    }
}
