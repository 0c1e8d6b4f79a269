package org.tongxing.notification;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.Memberships.TiedAccount;
import org.tongxing.obligation.Nudged;
import org.tongxing.obligation.Nudges;

/** Tells whoever is nudged, and tells those who nudge whether it arrived. */
@Component
@RequiredArgsConstructor
class NudgeListener {

    private final Outbox outbox;
    private final NotificationMapper mapper;
    private final Memberships memberships;
    private final Nudges nudges;

    @ApplicationModuleListener
    void on(Nudged event) {
        List<TiedAccount> people = people(event);
        if (people.isEmpty()) {
            this.nudges.settle(event.nudge(), false, "没认过人，打电话吧");
        }
        people.forEach(person -> this.outbox.add(
                Occasion.NUDGE,
                "nudge:" + event.nudge(),
                event.nudge(),
                person.account(),
                person.tie().id(),
                person.tie().divisionCode()));
    }

    /** In the transaction in which the message ends; one that arrived is enough where several people are meant. */
    @EventListener
    void on(NotificationEnded event) {
        if (event.occasion() != Occasion.NUDGE || event.subjectId() == null) {
            return;
        }
        if (event.state() == Dispatcher.State.SENT) {
            this.nudges.settle(event.subjectId(), true, null);
        } else if (this.mapper.onTheWay(Occasion.NUDGE.name(), event.subjectId()) == 0) {
            this.nudges.settle(event.subjectId(), false, why(event));
        }
    }

    private List<TiedAccount> people(Nudged event) {
        return switch (event.actor()) {
            case CADRE_FAMILY -> this.memberships.ofFamily(new FamilyId(Long.parseLong(event.actorId())));
            case PARENT -> this.memberships.parentsOf(new ChildId(Long.parseLong(event.actorId())));
            case CHILD_DIRECTOR -> this.memberships.directorsOf(new DivisionCode(event.actorId()));
            case SOCIAL_WORKER, TOWNSHIP, WOMENS_FEDERATION -> List.of();
        };
    }

    private static String why(NotificationEnded event) {
        return switch (event.state()) {
            case NO_CONSENT -> "没同意收消息，打电话吧";
            case NO_WECHAT -> "没用微信，打电话吧";
            case UNKNOWN -> "微信没回话，不知道到没到，打电话问问";
            case DROPPED -> Dispatcher.MUTED.equals(event.detail()) ? "本人不收提醒，打电话吧" : "没发：已经办了，或不归他了";
            default -> "微信没收下，打电话吧";
        };
    }
}
