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
        HELPER_LEFT("dynamicManagement"),
        NEW("everyChildHasAHelper"),
        NEEDS_FEMALE_CADRE("girlNeedsFemaleCadre"),
        NEEDS_DEDICATED_FAMILY("dedicatedFamily"),
        NOT_ARRANGED("everyChildHasAHelper");

        private final String subject;

        Reason(String subject) {
            this.subject = subject;
        }

        /** What the clause that asks for what is missing speaks of. */
        public String subject() {
            return this.subject;
        }

        /** The clause in force that asks for what is missing; null where none does. */
        public @Nullable String clause(AdoptedRules rules) {
            return rules.on(this.subject).map(rule -> rule.id().toString()).orElse(null);
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
