package org.tongxing.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.Accounts;
import org.tongxing.account.Accounts.HeldRole;
import org.tongxing.account.Accounts.SignedIn;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.problem.Refusal;

@RestController
@RequestMapping("/api/admin/session")
@RequiredArgsConstructor
class SessionController {

    private final Accounts accounts;
    private final SecurityContextRepository contexts;
    private final AuditLog audit;
    private final Clock clock;

    @PostMapping
    SessionView open(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        SignedIn person;
        try {
            person = this.accounts.signIn(credentials.username(), credentials.password());
        } catch (Refusal refusal) {
            this.audit.record(null, Deed.SIGN_IN_FAILED, "sign-in:" + refusal.getCode());
            throw refusal;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        HeldRole first = person.roles().get(0);
        keep(person, first, request, response);
        this.audit.record(person.as(first), Deed.SIGNED_IN, "account:" + person.accountId());
        return view(person, first);
    }

    @GetMapping
    SessionView get(Caller caller) {
        SignedIn person = this.accounts.get(caller.accountId());
        return view(person, held(person, caller.roleId()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller caller, HttpServletRequest request) {
        this.audit.record(caller, Deed.SIGNED_OUT, "account:" + caller.accountId());
        request.getSession().invalidate();
    }

    @PutMapping("/role")
    SessionView choose(
            Caller caller, @RequestBody RoleChoice choice, HttpServletRequest request, HttpServletResponse response) {
        SignedIn person = this.accounts.get(caller.accountId());
        HeldRole held = held(person, choice.roleId());
        keep(person, held, request, response);
        return view(person, held);
    }

    @PutMapping("/password")
    SessionView password(
            Caller caller,
            @Valid @RequestBody PasswordChange change,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.accounts.choosePassword(caller.accountId(), change.current(), change.replacement());
        this.audit.record(caller, Deed.CHANGED, "password:" + caller.accountId());
        SignedIn person = this.accounts.get(caller.accountId());
        HeldRole held = held(person, caller.roleId());
        keep(person, held, request, response);
        return view(person, held);
    }

    private static HeldRole held(SignedIn person, long roleId) {
        return person.roles().stream()
                .filter(role -> role.id() == roleId)
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
    }

    private void keep(SignedIn person, HeldRole held, HttpServletRequest request, HttpServletResponse response) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(new SimpleGrantedAuthority("ROLE_" + held.role().name()));
        if (person.mustChangePassword()) {
            authorities.add(new SimpleGrantedAuthority("INITIAL_PASSWORD"));
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person.as(held), null, authorities));
        SecurityContextHolder.setContext(context);
        this.contexts.saveContext(context, request, response);
    }

    private SessionView view(SignedIn person, HeldRole held) {
        LocalDate today = LocalDate.now(this.clock);
        return new SessionView(
                person.accountId(),
                person.username(),
                person.displayName(),
                person.mustChangePassword(),
                RoleView.of(held),
                person.roles().stream().map(RoleView::of).toList(),
                today,
                this.audit.readsOn(person.accountId(), today));
    }

    /** Name and password. */
    record Credentials(
            @NotBlank @Size(max = 40) String username,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 10) String code) {}

    /** The role to act in from now on. */
    record RoleChoice(long roleId) {}

    /** The password in use and the one to use from now on. */
    record PasswordChange(
            @NotBlank String current,
            @NotBlank @Size(max = 200) String replacement) {}

    /** Who is signed in, in which role, and how many children he or she looked at today. */
    record SessionView(
            long accountId,
            String username,
            String displayName,
            boolean mustChangePassword,
            RoleView role,
            List<RoleView> roles,
            LocalDate today,
            int readsToday) {}

    /** A role with its place. */
    record RoleView(
            long id,
            Role role,
            RoleDivision division,
            @Nullable Long unitId) {

        static RoleView of(HeldRole held) {
            return new RoleView(
                    held.id(),
                    held.role(),
                    new RoleDivision(
                            held.division().value(),
                            held.divisionName(),
                            held.division().level()),
                    held.unitId());
        }
    }

    /** Where a role holds. */
    record RoleDivision(String code, String name, DivisionCode.Level level) {}
}
