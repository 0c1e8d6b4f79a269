package org.tongxing.notification;

import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.activity.ActivityCancelled;
import org.tongxing.activity.SignUps;
import org.tongxing.activity.SignUps.Expecting;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.Memberships.TiedAccount;

/** Tells everybody who expects an activity to take place that it does not: guardians, those who wait, and those who help. */
@Component
@RequiredArgsConstructor
class ActivityListener {

    private final Outbox outbox;
    private final SignUps signUps;
    private final Memberships memberships;

    @ApplicationModuleListener
    void on(ActivityCancelled event) {
        this.signUps.expecting(event.activity()).stream()
                .flatMap(this::people)
                .forEach(person -> this.outbox.add(
                        Occasion.ACTIVITY_CANCELLED,
                        "activity-cancelled:" + event.activity(),
                        event.activity(),
                        person.account(),
                        person.tie().id(),
                        event.place()));
    }

    /** Whoever signed the child up; where a paper was signed, everybody at home who has a phone here. */
    private Stream<TiedAccount> people(Expecting one) {
        if (one.child() == null) {
            long volunteer = Objects.requireNonNull(one.phone());
            return this.memberships.confirmed(volunteer).stream()
                    .filter(tie -> tie.kind() == TieKind.VOLUNTEER)
                    .limit(1)
                    .map(tie -> new TiedAccount(volunteer, tie));
        }
        return this.memberships.guardiansOf(new ChildId(one.child())).stream()
                .filter(guardian -> one.phone() == null || one.phone() == guardian.account());
    }
}
