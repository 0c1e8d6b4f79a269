package org.tongxing.notification;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.Clause;
import org.tongxing.membership.Memberships;
import org.tongxing.safeguard.DangerReported;
import org.tongxing.safeguard.Dangers;

/** Tells the directors and supervisors of the place that somebody has to take up a report, at any hour. */
@Component
@RequiredArgsConstructor
class DangerListener {

    private final Outbox outbox;
    private final Memberships memberships;
    private final Dangers dangers;

    @Clause("JB-49")
    @ApplicationModuleListener
    void on(DangerReported event) {
        this.dangers
                .waitingAt(event.report())
                .ifPresent(place -> this.memberships
                        .staffOf(place)
                        .forEach(staff -> this.outbox.add(
                                Occasion.DANGER,
                                "danger:" + event.report(),
                                event.report(),
                                staff.account(),
                                staff.tie().id(),
                                place.value())));
    }
}
