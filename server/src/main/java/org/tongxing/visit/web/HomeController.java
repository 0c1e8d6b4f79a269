package org.tongxing.visit.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.HomeEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.OneTap;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Afterwords;
import org.tongxing.visit.Homes;
import org.tongxing.visit.SetAsides;

@RestController
@RequiredArgsConstructor
class HomeController implements HomeEndpoint {

    private final Homes homes;
    private final List<OneTap> taps;
    private final Afterwords afterwords;
    private final SetAsides setAsides;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public HomeView home() {
        PhoneCaller caller = this.current.get();
        List<HomeChild> children = this.homes.children(caller);
        this.audit.listed(caller, children.stream().map(HomeChild::id).toList(), "home");
        return new HomeView(
                this.homes.today(),
                this.current.ties(),
                children,
                this.taps.stream().mapToInt(tap -> tap.waitingFor(caller)).sum(),
                this.afterwords.openQuestions(caller),
                this.setAsides.waitingOf(caller));
    }
}
