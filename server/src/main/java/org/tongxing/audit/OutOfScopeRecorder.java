package org.tongxing.audit;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.Caller;
import org.tongxing.problem.NothingThere;

/** Keeps a row of every id a signed-in person of the console asked for and may not have. */
@Component
@RequiredArgsConstructor
class OutOfScopeRecorder {

    private static final String CHILD = "child:";

    private final AuditLog audit;

    @EventListener
    void on(NothingThere event) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && person.getPrincipal() instanceof Caller caller) {
            String subject = event.subject();
            this.audit.record(
                    caller,
                    Deed.OUT_OF_SCOPE,
                    subject,
                    subject.startsWith(CHILD) ? List.of(Long.valueOf(subject.substring(CHILD.length()))) : List.of());
        }
    }
}
