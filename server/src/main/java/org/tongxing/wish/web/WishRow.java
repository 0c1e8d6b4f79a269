package org.tongxing.wish.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Masks;
import org.tongxing.contract.WishEndpoint.DeliveryWay;
import org.tongxing.contract.WishEndpoint.HandOverPhotoState;
import org.tongxing.contract.WishEndpoint.ThanksState;
import org.tongxing.contract.WishEndpoint.WishKind;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.wish.Wish;

/**
 * A wish in a list, the child's name masked.
 *
 * @param since when it came into its state
 * @param promisedBy who has promised it, masked
 */
record WishRow(
        long id,
        long childId,
        @Nullable String childName,
        @Nullable String villageName,
        String alias,
        String ageBand,
        WishKind kind,
        String what,
        @Nullable Integer valueCapYuan,
        WishState state,
        LocalDateTime since,
        @Nullable LocalDateTime familyUntil,
        @Nullable String returnedFor,
        @Nullable String promisedBy,
        @Nullable LocalDate arrangeBy,
        @Nullable LocalDate deliverBy,
        @Nullable DeliveryWay way,
        @Nullable LocalDate fulfilledOn,
        @Nullable ThanksState thanksState,
        @Nullable Long photoId,
        @Nullable HandOverPhotoState photoState,
        int version) {

    static WishRow of(Wish wish, Map<String, String> places, Map<Long, String> names) {
        Wish.Promise promise = wish.promise();
        String by = promise == null ? null : names.get(promise.claimedBy());
        return new WishRow(
                wish.id(),
                wish.child().value(),
                wish.childName() == null ? null : Masks.name(wish.childName()),
                wish.village() == null ? null : places.get(wish.village().value()),
                wish.alias(),
                wish.ageBand(),
                wish.kind(),
                wish.what(),
                wish.valueCapYuan(),
                wish.state(),
                wish.since(),
                wish.familyUntil(),
                wish.returnedFor(),
                by == null ? null : Masks.name(by.strip()),
                promise == null ? null : promise.arrangeBy(),
                promise == null ? null : promise.deliverBy(),
                promise == null ? null : promise.way(),
                wish.fulfilledOn(),
                wish.thanksState(),
                wish.picture() == null ? null : wish.picture().photo(),
                wish.picture() == null ? null : wish.picture().state(),
                wish.version());
    }
}
