package org.tongxing.notification;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.HomeEndpoint.HomeChild;
import org.tongxing.contract.HomeEndpoint.NextAction;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Homes;

/** The visits a family owes, as its phone shows them. */
@Component
@RequiredArgsConstructor
class VisitsDue implements DueWork {

    private final Homes homes;

    @Override
    public Due of(PhoneCaller person, LocalDate today) {
        List<NextAction> next = this.homes.children(person).stream()
                .map(HomeChild::nextAction)
                .filter(action -> action != null)
                .toList();
        return new Due(
                next.size(),
                (int) next.stream()
                        .filter(action -> !action.until().isAfter(today))
                        .count(),
                next.stream().map(NextAction::until).min(LocalDate::compareTo).orElse(null));
    }
}
