package org.tongxing.roster.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the rule book in force says of a child; the rule books know, reading does not. */
public interface CategoryCheck {

    /** Takes every declaration at its word. */
    CategoryCheck NONE = new CategoryCheck() {

        @Override
        public List<Objection> objections(ChildEntry child) {
            return List.of();
        }

        @Override
        public Optional<Birthday> needsFemaleCadreFrom(ChildEntry child) {
            return Optional.empty();
        }
    };

    /** The declared categories that do not hold today, each with the reason. */
    List<Objection> objections(ChildEntry child);

    /** The birthday from which a girl has to have a female cadre, where the place asks for it. */
    Optional<Birthday> needsFemaleCadreFrom(ChildEntry child);

    /** Why a category does not hold, in plain words. */
    record Objection(DeclaredCategory category, String text, String clause) {}

    /** A birthday that matters, and the clause by which it does. */
    record Birthday(LocalDate on, int age, String clause) {}
}
