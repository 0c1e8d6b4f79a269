package org.tongxing.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.contract.NeedEndpoint.PlainNeed;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;

/**
 * What a child or its household needs, with everything that is kept of it; each side shows only what it may.
 *
 * @param childName and {@code village}: only where it was read within a scope
 * @param docked how many are promised or have come, {@code met}: how many have come
 * @param saidFor why it was returned or cancelled
 */
public record Need(
        long id,
        ChildId child,
        @Nullable String childName,
        @Nullable DivisionCode village,
        DivisionCode township,
        @Nullable Long difficulty,
        @Nullable Long visit,
        HelpCategory category,
        String what,
        @Nullable String purpose,
        int quantity,
        String measure,
        LocalDate fromOn,
        LocalDate untilOn,
        State state,
        int docked,
        int met,
        @Nullable String saidFor,
        LocalDateTime raisedAt,
        int version) {

    static Need of(NeedMapper.Row row) {
        return new Need(
                row.id(),
                new ChildId(row.childId()),
                row.childName(),
                row.villageCode() == null ? null : new DivisionCode(row.villageCode()),
                new DivisionCode(row.townshipCode()),
                row.difficultyId(),
                row.visitId(),
                HelpCategory.valueOf(row.category()),
                row.what(),
                row.purpose(),
                row.quantity(),
                row.measure(),
                row.fromOn(),
                row.untilOn(),
                State.valueOf(row.standing()),
                row.docked(),
                row.met(),
                row.saidFor(),
                row.raisedAt(),
                row.version());
    }

    /** How many nobody has promised yet. */
    public int left() {
        return this.quantity - this.docked;
    }

    /** Where a need stands, in the order of work. */
    public enum State {
        /** Waits for a second person, because strangers will read it. */
        PROPOSED,
        RETURNED,
        OPEN,
        /** Its days are over, and not everything was promised. */
        LATE,
        /** All of it is promised. */
        DOCKED,
        MET,
        CANCELLED
    }

    /** A need in the words strangers may read. */
    public record Words(
            HelpCategory category,
            String what,
            @Nullable String purpose,
            int quantity,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn) {

        /** What was written on a phone, wanted from this day on. */
        static Words from(LocalDate day, PlainNeed need) {
            boolean nameless = need.purpose() == null || need.purpose().isBlank();
            return new Words(
                    need.category(),
                    need.what().strip(),
                    nameless ? null : need.purpose().strip(),
                    need.quantity(),
                    need.measure().strip(),
                    day,
                    need.untilOn());
        }
    }
}
