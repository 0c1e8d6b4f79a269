/**
 * 提醒: tells people of the phone side what concerns them, by subscribe message. It listens and is never called: what
 * happened comes as an event after its transaction, and is written down once per occasion and person before anything is
 * sent. A new occasion is a word of {@link org.tongxing.notification.Occasion}, a listener that writes it down, and a line
 * of {@link org.tongxing.notification.Teller} that says it without a name. The alarm of a child in danger is the one occasion
 * that knows no quiet hours.
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "activity",
            "child",
            "contact",
            "membership",
            "obligation",
            "policy",
            "safeguard",
            "wechat",
            "wish"
        })
@NullMarked
package org.tongxing.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
