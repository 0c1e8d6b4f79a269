package org.tongxing.visit.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.HomeEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Homes;

@RestController
@RequiredArgsConstructor
class HomeController implements HomeEndpoint {

    private final Homes homes;
    private final Memberships memberships;
    private final CurrentPhone current;

    @Override
    public HomeView home() {
        PhoneCaller caller = this.current.get();
        List<HomeChild> children = this.homes.children(caller);
        return new HomeView(this.homes.today(), this.memberships.ties(caller.accountId()), children);
    }
}
