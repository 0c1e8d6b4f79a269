package org.tongxing.board.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.board.Docking;
import org.tongxing.board.Dockings;
import org.tongxing.board.Need;
import org.tongxing.board.Needs;
import org.tongxing.board.Offer;
import org.tongxing.board.Offers;
import org.tongxing.contract.BoardEndpoint;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.region.Divisions;
import org.tongxing.wish.WishTexts;

@RestController
@RequiredArgsConstructor
class BoardController implements BoardEndpoint {

    private final Needs needs;
    private final Offers offers;
    private final Dockings dockings;
    private final Divisions divisions;
    private final WishTexts texts;
    private final CurrentPhone current;

    @Override
    public List<NeedView> needs() {
        List<Need> open = this.needs.open(Offers.townships(this.current.get()));
        Map<String, String> names = this.divisions.names(
                open.stream().map(need -> need.township().value()).collect(Collectors.toSet()));
        return open.stream()
                .map(need -> new NeedView(
                        need.id(),
                        need.category(),
                        need.what(),
                        need.purpose(),
                        need.left(),
                        need.measure(),
                        need.fromOn(),
                        need.untilOn(),
                        need.township().value(),
                        names.getOrDefault(need.township().value(), "")))
                .toList();
    }

    @Override
    public List<OfferView> offers() {
        PhoneCaller caller = this.current.get();
        return views(caller, this.offers.of(caller));
    }

    @Override
    public List<OfferPlaceView> places() {
        Set<String> codes = Offers.townships(this.current.get()).stream()
                .map(DivisionCode::value)
                .collect(Collectors.toSet());
        Map<String, String> names = this.divisions.names(codes);
        return codes.stream()
                .sorted()
                .map(code -> new OfferPlaceView(code, names.getOrDefault(code, "")))
                .toList();
    }

    @Override
    public OfferView offer(OfferRequest request) {
        PhoneCaller caller = this.current.get();
        this.texts.require(caller, request.what());
        Offer offer = this.offers.offer(
                caller,
                new Offer.Words(
                        request.category(),
                        request.what().strip(),
                        new DivisionCode(request.divisionCode()),
                        request.quantity(),
                        request.measure().strip(),
                        request.fromOn(),
                        request.untilOn()),
                request.needId());
        return views(caller, List.of(offer)).get(0);
    }

    @Override
    public void withdraw(long id) {
        this.offers.withdraw(this.current.get(), id);
    }

    private List<OfferView> views(PhoneCaller caller, List<Offer> found) {
        Map<String, String> names = this.divisions.names(
                found.stream().map(offer -> offer.place().value()).collect(Collectors.toSet()));
        Map<Long, List<Docking>> given =
                this.dockings.of(caller).stream().collect(Collectors.groupingBy(Docking::offer));
        return found.stream()
                .map(offer -> new OfferView(
                        offer.id(),
                        offer.category(),
                        offer.what(),
                        offer.quantity(),
                        offer.docked(),
                        offer.measure(),
                        offer.fromOn(),
                        offer.untilOn(),
                        names.getOrDefault(offer.place().value(), ""),
                        offer.state() == Offer.State.WITHDRAWN,
                        given.getOrDefault(offer.id(), List.of()).stream()
                                .map(docking -> new OfferDockingView(
                                        docking.needWhat(), docking.quantity(), docking.state(), docking.endedOn()))
                                .toList()))
                .toList();
    }
}
