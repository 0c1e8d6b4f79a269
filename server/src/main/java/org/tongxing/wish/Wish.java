package org.tongxing.wish;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.WishEndpoint.DeliveryWay;
import org.tongxing.contract.WishEndpoint.HandOverPhotoState;
import org.tongxing.contract.WishEndpoint.ThanksState;
import org.tongxing.contract.WishEndpoint.WishKind;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;

/**
 * A wish with everything that is kept of it; each side shows only what it may.
 *
 * @param childName and {@code village}: only where it was read within a scope
 * @param since when it came into its state
 * @param claimedBy the phone account that has promised it, while the promise stands
 */
public record Wish(
        long id,
        ChildId child,
        @Nullable String childName,
        @Nullable DivisionCode village,
        DivisionCode township,
        String alias,
        String ageBand,
        WishKind kind,
        String what,
        String why,
        @Nullable Integer valueCapYuan,
        WishState state,
        LocalDateTime since,
        @Nullable LocalDateTime familyUntil,
        @Nullable String returnedFor,
        @Nullable Promise promise,
        @Nullable LocalDate fulfilledOn,
        @Nullable String thanks,
        @Nullable ThanksState thanksState,
        @Nullable Picture picture,
        int version) {

    static Wish of(WishReadMapper.Row row) {
        return new Wish(
                row.id(),
                new ChildId(row.childId()),
                row.childName(),
                row.villageCode() == null ? null : new DivisionCode(row.villageCode()),
                new DivisionCode(row.townshipCode()),
                row.alias(),
                row.ageBand(),
                WishKind.valueOf(row.kind()),
                row.what(),
                row.why(),
                row.valueCap(),
                WishState.valueOf(row.state()),
                Objects.requireNonNullElse(row.changedAt(), row.proposedAt()),
                row.familyUntil(),
                row.returnedFor(),
                row.claimedBy() == null || row.arrangeBy() == null
                        ? null
                        : new Promise(
                                row.id(),
                                row.claimedBy(),
                                row.arrangeBy(),
                                row.deliverBy(),
                                row.way() == null ? null : DeliveryWay.valueOf(row.way()),
                                row.townshipCode()),
                row.fulfilledOn(),
                row.thanks(),
                row.thanksState() == null ? null : ThanksState.valueOf(row.thanksState()),
                row.photoId() == null || row.photoState() == null
                        ? null
                        : new Picture(row.photoId(), HandOverPhotoState.valueOf(row.photoState())),
                row.version());
    }

    /** The picture of the hand-over, and how far it has come. */
    public record Picture(long photo, HandOverPhotoState state) {}

    /**
     * Who has promised it.
     *
     * @param arrangeBy until when it has to be said when it comes
     * @param deliverBy when it comes; null until that is said
     */
    public record Promise(
            long wish,
            long claimedBy,
            LocalDate arrangeBy,
            @Nullable LocalDate deliverBy,
            @Nullable DeliveryWay way,
            String township) {

        static Promise of(ClaimMapper.Row row) {
            return new Promise(
                    row.wishId(),
                    row.phoneAccountId(),
                    row.arrangeBy(),
                    row.deliverBy(),
                    row.way() == null ? null : DeliveryWay.valueOf(row.way()),
                    row.townshipCode());
        }
    }
}
