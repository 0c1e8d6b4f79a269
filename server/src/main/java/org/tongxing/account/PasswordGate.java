package org.tongxing.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets a signed-in person through, but only to the session itself until the initial password is replaced. */
@Component
class PasswordGate implements AuthorizationManager<RequestAuthorizationContext> {

    static final String INITIAL_PASSWORD = "INITIAL_PASSWORD";

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication person = authentication.get();
        if (person == null || !(person.getPrincipal() instanceof org.tongxing.kernel.Caller)) {
            return new AuthorizationDecision(false);
        }
        boolean initial = person.getAuthorities().stream()
                .anyMatch(authority -> INITIAL_PASSWORD.equals(authority.getAuthority()));
        return new AuthorizationDecision(
                !initial || context.getRequest().getRequestURI().startsWith("/api/admin/session"));
    }
}
