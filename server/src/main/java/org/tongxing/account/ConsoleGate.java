package org.tongxing.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.problem.ClosedGate;

/**
 * Lets a signed-in person through, but only to the session itself until the initial password is replaced and the second
 * factor given; people who keep accounts or logs come to no case.
 */
@Component
@RequiredArgsConstructor
class ConsoleGate implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String SESSION = "/api/admin/session";
    private static final String SECOND_FACTOR = SESSION + "/second-factor";
    private static final List<String> WITHOUT_CASES = List.of(
            SESSION,
            "/api/admin/accounts",
            "/api/admin/audit",
            "/api/admin/divisions",
            "/api/admin/rulebooks",
            "/api/admin/units",
            "/api/admin/danger-reporters");

    private final Clock clock;

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication person = authentication.get();
        if (person == null
                || !(person.getPrincipal() instanceof Caller caller)
                || !(person.getDetails() instanceof Standing standing)) {
            return new AuthorizationDecision(false);
        }
        String path = context.getRequest().getRequestURI();
        boolean aboutSession = isBelow(path, SESSION);
        if (standing.secondFactor() == SecondFactor.State.REQUIRED
                && !path.equals(SESSION)
                && !isBelow(path, SECOND_FACTOR)) {
            return new ClosedGate(ProblemCode.SECOND_FACTOR_NEEDED);
        }
        if (standing.mustChangePassword() && !aboutSession) {
            return new ClosedGate(ProblemCode.PASSWORD_MUST_CHANGE);
        }
        if (standing.secondFactor() == SecondFactor.State.ENROL && !aboutSession) {
            return new ClosedGate(ProblemCode.SECOND_FACTOR_NEEDED);
        }
        LocalDate ends = standing.roleEndsOn();
        boolean over = ends != null && !LocalDate.now(this.clock).isBefore(ends);
        boolean may = caller.role().readsCases() || WITHOUT_CASES.stream().anyMatch(allowed -> isBelow(path, allowed));
        return new AuthorizationDecision(may && (!over || aboutSession));
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
