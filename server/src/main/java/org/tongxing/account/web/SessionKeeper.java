package org.tongxing.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.tongxing.account.Accounts.HeldRole;
import org.tongxing.account.Accounts.SignedIn;
import org.tongxing.account.SecondFactor;
import org.tongxing.account.Sessions;
import org.tongxing.account.Standing;
import org.tongxing.account.web.SessionViews.RoleView;
import org.tongxing.account.web.SessionViews.SessionView;
import org.tongxing.audit.AuditLog;

/** Keeps who is signed in, in which role and how far, in the session. */
@Component
@RequiredArgsConstructor
class SessionKeeper {

    private final SecurityContextRepository contexts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    SessionView keep(
            SignedIn person, HeldRole held, boolean passed, HttpServletRequest request, HttpServletResponse response) {
        Standing standing = new Standing(
                person.mustChangePassword(), passed ? SecondFactor.State.NONE : person.owed(), passed, held.endsOn());
        UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                person.as(held),
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + held.role().name())));
        authentication.setDetails(standing);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        this.contexts.saveContext(context, request, response);
        this.sessions.file(request.getSession(), person.accountId());
        return view(person, held, standing);
    }

    SessionView view(SignedIn person, HeldRole held, Standing standing) {
        LocalDate today = LocalDate.now(this.clock);
        return new SessionView(
                person.accountId(),
                person.username(),
                person.displayName(),
                standing.mustChangePassword(),
                standing.secondFactor(),
                RoleView.of(held),
                person.roles().stream().map(RoleView::of).toList(),
                today,
                this.audit.readsOn(person.accountId(), today));
    }
}
