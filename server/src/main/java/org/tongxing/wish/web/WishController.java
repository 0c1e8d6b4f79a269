package org.tongxing.wish.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.WishEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.region.Divisions;
import org.tongxing.wish.Wishes;

@RestController
@RequiredArgsConstructor
class WishController implements WishEndpoint {

    private final Wishes wishes;
    private final Divisions divisions;
    private final CurrentPhone current;

    @Override
    public List<WishView> wall() {
        PhoneCaller caller = this.current.get();
        List<Wishes.Wish> wall = this.wishes.wall(caller);
        Map<String, String> names = this.divisions.names(
                wall.stream().map(wish -> wish.township().value()).distinct().toList());
        return wall.stream()
                .map(wish ->
                        view(wish, caller, names.getOrDefault(wish.township().value(), "")))
                .toList();
    }

    @Override
    public WishView claim(long id) {
        PhoneCaller caller = this.current.get();
        Wishes.Wish wish = this.wishes.claim(caller, id);
        return view(wish, caller, this.divisions.get(wish.township()).name());
    }

    private static WishView view(Wishes.Wish wish, PhoneCaller caller, String township) {
        return new WishView(
                wish.id(),
                wish.alias(),
                wish.ageBand(),
                wish.what(),
                wish.why(),
                wish.valueCapYuan(),
                wish.state(),
                Objects.equals(wish.claimedBy(), caller.accountId()),
                wish.deliverBy(),
                township);
    }
}
