package org.tongxing.membership;

import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.DivisionCode;

/** Keeps a row of every child somebody of the phone side has read about. */
@Component
@RequiredArgsConstructor
public class PhoneAudit {

    private final AuditLog audit;

    /** One file, opened. */
    public void read(PhoneCaller caller, long child, String what) {
        record(caller, Deed.READ, List.of(child), what);
    }

    /** Several children in a list; nothing is kept of an empty one. */
    public void listed(PhoneCaller caller, Collection<Long> children, String what) {
        if (!children.isEmpty()) {
            record(caller, Deed.LISTED, children, what);
        }
    }

    /** Something was decided or written about children. */
    public void changed(PhoneCaller caller, Collection<Long> children, String what) {
        record(caller, Deed.CHANGED, children, what);
    }

    private void record(PhoneCaller caller, Deed deed, Collection<Long> children, String what) {
        // Where the first tie holds: that is the region whose auditor answers for this person.
        String place = caller.ties().isEmpty() ? "" : caller.ties().get(0).divisionCode();
        this.audit.recordUnsigned(new DivisionCode(place), deed, "phone:" + caller.accountId() + " " + what, children);
    }
}
