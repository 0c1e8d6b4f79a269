package org.tongxing.membership;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.NothingThere;

/** Keeps a row of every id a signed-in phone asked for and may not have. */
@Component
@RequiredArgsConstructor
class PhoneOutOfScope {

    private static final int LONGEST_SUBJECT = 64;

    private final AuditLog audit;

    @EventListener
    void on(NothingThere event) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && person.getPrincipal() instanceof PhoneCaller caller) {
            String subject = "phone:" + caller.accountId() + " " + event.subject();
            // Where the first tie holds: that is the region whose auditor answers for this person.
            String place = caller.ties().isEmpty() ? "" : caller.ties().get(0).divisionCode();
            this.audit.recordUnsigned(
                    null,
                    new DivisionCode(place),
                    Deed.OUT_OF_SCOPE,
                    subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)));
        }
    }
}
