package org.tongxing.notification;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.contact.ContactReminderChosen;

/**
 * A parent's own day becomes the day of the one weekly message. That message knows the rest: it says nothing when the call
 * was made, nothing at night, nothing twice, and nothing to an adult who is kept away.
 */
@Component
@RequiredArgsConstructor
class ContactReminderListener {

    private final Subscriptions subscriptions;

    @ApplicationModuleListener
    void on(ContactReminderChosen event) {
        this.subscriptions.remindOfContact(event.account(), event.day());
    }
}
