package org.tongxing.wish.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.WishEndpoint;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.wish.Arrivals;
import org.tongxing.wish.Claims;
import org.tongxing.wish.Proposals;
import org.tongxing.wish.Wish;
import org.tongxing.wish.WishTexts;
import org.tongxing.wish.WishWall;

@RestController
@RequiredArgsConstructor
class WishController implements WishEndpoint {

    private static final int LONGEST_REASON = 200;

    private final WishWall wall;
    private final Claims claims;
    private final Arrivals arrivals;
    private final WishTexts texts;
    private final Divisions divisions;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<WishView> wall() {
        PhoneCaller caller = this.current.get();
        return views(caller, this.wall.of(caller));
    }

    @Override
    public WishView claim(long id) {
        PhoneCaller caller = this.current.get();
        return views(caller, List.of(this.claims.claim(caller, id))).get(0);
    }

    @Override
    public WishView arrange(long id, ArrangeRequest request) {
        PhoneCaller caller = this.current.get();
        return views(caller, List.of(this.claims.arrange(caller, id, request.deliverBy(), request.way())))
                .get(0);
    }

    @Override
    public void giveBack(long id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(ProblemCode.REASON_NEEDED);
        }
        this.claims.giveBack(this.current.get(), id, reason.strip());
    }

    @Override
    public List<ChildWishView> ofChild(long childId) {
        PhoneCaller caller = this.current.get();
        List<Wish> wishes = this.arrivals.ofChild(caller, new ChildId(childId));
        this.audit.read(caller, childId, "wishes");
        return wishes.stream().map(WishController::view).toList();
    }

    @Override
    public ChildWishView propose(long childId, WishRequest request) {
        PhoneCaller caller = this.current.get();
        this.arrivals.ofChild(caller, new ChildId(childId));
        this.texts.require(caller, request.what() + " " + request.why());
        Wish wish = this.arrivals.propose(
                caller,
                new ChildId(childId),
                new Proposals.Words(
                        request.kind(), request.what().strip(), request.why().strip(), request.valueCapYuan()));
        this.audit.changed(caller, List.of(childId), "wish");
        return view(wish);
    }

    @Override
    public ChildWishView arrived(long id, ArrivalRequest request) {
        PhoneCaller caller = this.current.get();
        Wish wish = this.arrivals.arrived(caller, id, request.on(), request.photoId());
        this.audit.changed(caller, List.of(wish.child().value()), "wish arrived");
        return view(wish);
    }

    @Override
    public ChildWishView thank(long id, ThanksRequest request) {
        PhoneCaller caller = this.current.get();
        this.texts.require(caller, request.text());
        Wish wish = this.arrivals.thank(caller, id, request.text().strip());
        this.audit.changed(caller, List.of(wish.child().value()), "wish thanks");
        return view(wish);
    }

    private List<WishView> views(PhoneCaller caller, List<Wish> wishes) {
        Map<String, String> names = this.divisions.names(
                wishes.stream().map(wish -> wish.township().value()).collect(Collectors.toSet()));
        Set<Long> mine = this.wall.childrenOf(caller).keySet();
        return wishes.stream()
                .map(wish -> {
                    boolean kept = wish.state() == WishState.FULFILLED;
                    boolean promised =
                            kept || wish.promise() != null && wish.promise().claimedBy() == caller.accountId();
                    return new WishView(
                            wish.id(),
                            wish.alias(),
                            wish.ageBand(),
                            wish.kind(),
                            wish.what(),
                            wish.why(),
                            wish.valueCapYuan(),
                            wish.state(),
                            promised,
                            mine.contains(wish.child().value()),
                            wish.state() == WishState.OPEN ? wish.familyUntil() : null,
                            promised && wish.promise() != null ? wish.promise().arrangeBy() : null,
                            promised && wish.promise() != null ? wish.promise().deliverBy() : null,
                            promised && wish.promise() != null ? wish.promise().way() : null,
                            kept && wish.thanksState() == ThanksState.SHOWN ? wish.thanks() : null,
                            kept ? shown(wish) : null,
                            names.getOrDefault(wish.township().value(), ""));
                })
                .toList();
    }

    private static @Nullable Long shown(Wish wish) {
        return wish.picture() != null && wish.picture().state() == HandOverPhotoState.SHOWN
                ? wish.picture().photo()
                : null;
    }

    private static ChildWishView view(Wish wish) {
        return new ChildWishView(
                wish.id(),
                wish.kind(),
                wish.what(),
                wish.why(),
                wish.valueCapYuan(),
                wish.state(),
                wish.returnedFor(),
                wish.promise() == null ? null : wish.promise().deliverBy(),
                wish.promise() == null ? null : wish.promise().way(),
                wish.fulfilledOn(),
                wish.thanks(),
                wish.thanksState(),
                wish.picture() == null ? null : wish.picture().photo(),
                wish.picture() == null ? null : wish.picture().state());
    }
}
