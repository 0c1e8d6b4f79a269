package org.tongxing.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.BoardEndpoint.DockingState;
import org.tongxing.contract.BoardEndpoint.HelpCategory;

/**
 * A part of an offer that was given to a need.
 *
 * @param costYuan what it takes from the budget of a contract
 * @param wantedBy the last day of the need
 * @param words what came of it, or why it fell through
 */
public record Docking(
        long id,
        long need,
        String needWhat,
        long offer,
        String offerWhat,
        Offer.Kind kind,
        HelpCategory category,
        int quantity,
        String measure,
        @Nullable Integer costYuan,
        DockingState state,
        LocalDate wantedBy,
        LocalDateTime dockedAt,
        @Nullable LocalDate endedOn,
        @Nullable String words,
        @Nullable Long phone,
        @Nullable String provider) {

    static Docking of(DockingMapper.Row row) {
        return new Docking(
                row.id(),
                row.needId(),
                row.needWhat(),
                row.offerId(),
                row.offerWhat(),
                Offer.Kind.valueOf(row.offerKind()),
                HelpCategory.valueOf(row.category()),
                row.quantity(),
                row.measure(),
                row.costYuan(),
                DockingState.valueOf(row.state()),
                row.untilOn(),
                row.dockedAt(),
                row.endedOn(),
                row.words(),
                row.phoneAccountId(),
                row.provider());
    }
}
