package org.tongxing.notification;

import org.tongxing.contract.SubscriptionEndpoint.SubscribeTopic;

/** What somebody is told about; one message each, and nothing that was not on this list. */
public enum Occasion {
    /** Somebody has confirmed who this person is. */
    MEMBERSHIP_CONFIRMED(SubscribeTopic.DECISION, false),
    /** Somebody has said that this is not the person. */
    MEMBERSHIP_REFUSED(SubscribeTopic.DECISION, false),
    /** What is due, on the day of the week the person has chosen. */
    WEEKLY(SubscribeTopic.DUE, true),
    /** The township asks to do what is overdue. */
    NUDGE(SubscribeTopic.DUE, true),
    /** A wish of one's village or township was claimed. */
    WISH_CLAIMED(SubscribeTopic.WISH, true),
    /** Whoever promised a wish has two days left to say when it comes. */
    WISH_ARRANGE(SubscribeTopic.WISH, true),
    /** The day is near on which one has promised to deliver a wish. */
    WISH_DUE(SubscribeTopic.WISH, true),
    /** A promise has ended without the person having given it back. */
    WISH_RELEASED(SubscribeTopic.WISH, true),
    /** A reviewer has given back a wish one has written down. */
    WISH_RETURNED(SubscribeTopic.WISH, true),
    /** The child says thanks for the wish one has brought. */
    THANKS_SHOWN(SubscribeTopic.WISH, true),
    /** An activity one expects to take place does not. */
    ACTIVITY_CANCELLED(SubscribeTopic.DUE, true),
    /** Somebody has reported danger, and nobody has taken it up yet; knows no quiet hours. */
    DANGER(SubscribeTopic.DUE, true);

    private final SubscribeTopic topic;
    private final boolean needsTie;

    Occasion(SubscribeTopic topic, boolean needsTie) {
        this.topic = topic;
        this.needsTie = needsTie;
    }

    /** By which template it is told. */
    public SubscribeTopic topic() {
        return this.topic;
    }

    /** Whether it is said at any hour. */
    boolean isUrgent() {
        return this == DANGER;
    }

    /** Whether only somebody is told whose tie holds at the moment of sending. */
    boolean needsTie() {
        return this.needsTie;
    }
}
