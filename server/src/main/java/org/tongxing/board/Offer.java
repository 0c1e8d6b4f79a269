package org.tongxing.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;

/**
 * What somebody offers, with everything that is kept of it.
 *
 * @param place where it helps
 * @param phone the phone account that has offered it; otherwise the {@code provider} is named
 * @param contract number of the contract or the programme, {@code budgetYuan} what it may cost in all
 * @param answers the need it was offered for
 */
public record Offer(
        long id,
        Kind kind,
        HelpCategory category,
        String what,
        DivisionCode place,
        int quantity,
        int docked,
        String measure,
        LocalDate fromOn,
        LocalDate untilOn,
        @Nullable Long phone,
        @Nullable String provider,
        @Nullable String contract,
        @Nullable Integer budgetYuan,
        int committedYuan,
        @Nullable Long answers,
        LocalDateTime offeredAt,
        @Nullable String withdrawnFor,
        State state) {

    static Offer of(OfferMapper.Row row) {
        return new Offer(
                row.id(),
                Kind.valueOf(row.kind()),
                HelpCategory.valueOf(row.category()),
                row.what(),
                new DivisionCode(row.divisionCode()),
                row.quantity(),
                row.docked(),
                row.measure(),
                row.fromOn(),
                row.untilOn(),
                row.phoneAccountId(),
                row.provider(),
                row.contract(),
                row.budgetYuan(),
                row.committedYuan(),
                row.forNeedId(),
                row.offeredAt(),
                row.withdrawnFor(),
                State.valueOf(row.standing()));
    }

    /** How many have found no need yet. */
    public int left() {
        return this.quantity - this.docked;
    }

    /** What is behind an offer. */
    @Clause("JB-56")
    @Clause("GD-58")
    public enum Kind {
        /** A person's time or things. */
        VOLUNTEERED,
        /** What an organisation, a fund or a company gives. */
        DONATED,
        /** 政府购买服务: a service the place pays for. */
        PURCHASED,
        /** A programme of the state or a foundation, such as 明天计划. */
        PROGRAMME;

        /** Whether it rests on a contract with days and a budget. */
        public boolean isContract() {
            return this == PURCHASED || this == PROGRAMME;
        }
    }

    /** Where an offer stands. */
    public enum State {
        OPEN,
        /** All of it has found a need. */
        USED_UP,
        /** Its days are over, or whoever offered it may not help any more. */
        OVER,
        WITHDRAWN
    }

    /** What is written down of an offer. */
    public record Words(
            HelpCategory category,
            String what,
            DivisionCode place,
            int quantity,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn) {}

    /** Who stands behind an offer that did not come from a phone. */
    public record Source(
            Kind kind,
            String provider,
            @Nullable String contact,
            @Nullable String contract,
            @Nullable Integer budgetYuan) {}
}
