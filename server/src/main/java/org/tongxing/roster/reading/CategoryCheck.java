package org.tongxing.roster.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

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

    /**
     * The clause in force on a topic; null where no book speaks of it.
     *
     * @param village null while it is not known, which leaves the township
     */
    default @Nullable String clause(Topic topic, @Nullable DivisionCode village) {
        return null;
    }

    /** The clause in force that defines a category; null where no book has it. */
    default @Nullable String clause(DeclaredCategory category, @Nullable DivisionCode village) {
        return null;
    }

    /** What the books in force call the subjects of their categories. */
    default Set<String> subjects(@Nullable DivisionCode village) {
        return Set.of();
    }

    /** The subject of the category in force with this number; null where none has it. */
    default @Nullable String subject(int number, @Nullable DivisionCode village) {
        return null;
    }

    /** Why a category does not hold, in plain words. */
    record Objection(DeclaredCategory category, String text, String clause) {}

    /** A birthday that matters, and the clause by which it does. */
    record Birthday(LocalDate on, int age, String clause) {}
}
