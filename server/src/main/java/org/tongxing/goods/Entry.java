package org.tongxing.goods;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/**
 * A line of the ledger, unmasked; whoever shows it masks it first.
 *
 * @param quantity more or less by so many
 * @param child a child of the household it went to
 * @param receiver who signed for it
 * @param corrects the entry it counters
 * @param corrected whether another entry counters this one
 */
public record Entry(
        long id,
        long item,
        String itemName,
        String measure,
        DivisionCode township,
        Kind kind,
        int quantity,
        int stockAfter,
        LocalDate on,
        @Nullable String source,
        @Nullable Long docking,
        @Nullable Long child,
        @Nullable String childName,
        @Nullable DivisionCode village,
        @Nullable Long household,
        @Nullable String receiver,
        @Nullable String occasion,
        @Nullable Long corrects,
        @Nullable String reason,
        boolean corrected) {

    /** What happened to the stock. */
    public enum Kind {
        RECEIVED,
        ISSUED,
        /** Spoiled, broken or lost. */
        WRITTEN_OFF,
        CORRECTION
    }

    /** What lies on a shelf of a township. */
    public record Item(long id, DivisionCode township, String name, String measure, int stock) {}

    /** Something that came. */
    public record Receipt(
            DivisionCode township, String name, String measure, int quantity, LocalDate on, String source) {}

    /** Something that goes to the household of a child. */
    public record Issue(long child, int quantity, String receiver) {}
}
