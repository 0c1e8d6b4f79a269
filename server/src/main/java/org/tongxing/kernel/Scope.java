package org.tongxing.kernel;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a caller may see. Every query that returns personal rows takes one; there is no query without it.
 *
 * @param division only rows below this division
 * @param unitId only families of this unit and the children paired with them, if given
 * @param childIds only these children, if given: "my active pairings", "my own child"
 */
public record Scope(
        DivisionCode division,
        @Nullable Long unitId,
        @Nullable Set<Long> childIds) implements Serializable {

    public static Scope of(DivisionCode division) {
        return new Scope(division, null, null);
    }

    /** Everybody; for work on nobody's behalf. */
    public static Scope everywhere() {
        return of(new DivisionCode(""));
    }

    public static Scope ofUnit(DivisionCode division, long unitId) {
        return new Scope(division, unitId, null);
    }

    public static Scope ofChildren(Set<Long> childIds) {
        return new Scope(new DivisionCode(""), null, Set.copyOf(childIds));
    }

    /** Whether it reaches everybody below its division. */
    public boolean wholePlace() {
        return this.unitId == null && this.childIds == null;
    }

    /** The same scope, narrowed to a division inside it; refused outside. */
    public Scope within(DivisionCode narrower) {
        if (!this.division.contains(narrower)) {
            throw new OutOfScope(narrower);
        }
        return new Scope(narrower, this.unitId, this.childIds);
    }

    /** Tells that something outside the caller's scope was asked for; answered like something that does not exist. */
    public static class OutOfScope extends RuntimeException {

        private final DivisionCode asked;

        OutOfScope(DivisionCode asked) {
            super("Division " + asked + " is out of scope");
            this.asked = asked;
        }

        public DivisionCode getAsked() {
            return this.asked;
        }
    }
}
