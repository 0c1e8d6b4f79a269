package org.tongxing.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
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
import org.tongxing.account.SecondFactor;
import org.tongxing.account.Sessions;
import org.tongxing.account.Standing;
import org.tongxing.account.web.SessionViews.Code;
import org.tongxing.account.web.SessionViews.Credentials;
import org.tongxing.account.web.SessionViews.PasswordChange;
import org.tongxing.account.web.SessionViews.RoleChoice;
import org.tongxing.account.web.SessionViews.SessionView;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;

@RestController
@RequestMapping("/api/admin/session")
@RequiredArgsConstructor
class SessionController {

    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final SessionKeeper keeper;
    private final AuditLog audit;

    @PostMapping
    SessionView open(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        SignedIn person;
        boolean passed = false;
        try {
            person = this.accounts.signIn(credentials.username(), credentials.password());
            if (person.owed() == SecondFactor.State.REQUIRED && credentials.code() != null) {
                this.secondFactor.confirm(person.accountId(), credentials.code(), false);
                passed = true;
            }
        } catch (Refusal refusal) {
            recordFailure(credentials.username(), refusal);
            throw refusal;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        HeldRole first = person.roles().get(0);
        SessionView view = this.keeper.keep(person, first, passed, request, response);
        this.audit.record(person.as(first), Deed.SIGNED_IN, "account:" + person.accountId());
        return view;
    }

    @GetMapping
    SessionView get(Caller caller, Authentication authentication) {
        SignedIn person = this.accounts.get(caller.accountId());
        HeldRole held = person.roles().stream()
                .filter(role -> role.id() == caller.roleId())
                .findFirst()
                // Its last day is over; signing in again finds the roles of today.
                .orElseThrow(() -> new Refusal(ProblemCode.SIGNED_OUT));
        return this.keeper.view(person, held, standing(authentication));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller caller, HttpServletRequest request) {
        this.audit.record(caller, Deed.SIGNED_OUT, "account:" + caller.accountId());
        request.getSession().invalidate();
    }

    @DeleteMapping("/all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeAll(Caller caller, HttpServletRequest request) {
        this.audit.record(caller, Deed.SIGNED_OUT, "sessions:" + caller.accountId());
        this.sessions.end(caller.accountId(), request.getSession().getId());
        request.getSession().invalidate();
    }

    @PostMapping("/second-factor/enrolment")
    SecondFactor.Enrolment enrol(Caller caller, Authentication authentication) {
        if (!mayEnrol(standing(authentication))) {
            // Whoever knows the password only must not be able to put another app in the place of the owner's.
            throw new Refusal(ProblemCode.SECOND_FACTOR_NEEDED);
        }
        return this.secondFactor.enrol(caller.accountId());
    }

    @PostMapping("/second-factor")
    SessionView confirm(
            Caller caller,
            Authentication authentication,
            @Valid @RequestBody Code code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Standing standing = standing(authentication);
        this.secondFactor.confirm(caller.accountId(), code.code(), mayEnrol(standing));
        request.changeSessionId();
        SignedIn person = this.accounts.get(caller.accountId());
        this.audit.record(caller, Deed.CHANGED, "second-factor:" + caller.accountId());
        return this.keeper.keep(person, held(person, caller.roleId()), true, request, response);
    }

    @PutMapping("/role")
    SessionView choose(
            Caller caller,
            Authentication authentication,
            @RequestBody RoleChoice choice,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedIn person = this.accounts.get(caller.accountId());
        HeldRole held = held(person, choice.roleId());
        return this.keeper.keep(person, held, standing(authentication).passed(), request, response);
    }

    @PutMapping("/password")
    SessionView password(
            Caller caller,
            Authentication authentication,
            @Valid @RequestBody PasswordChange change,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.accounts.choosePassword(caller.accountId(), change.current(), change.replacement());
        this.sessions.end(caller.accountId(), request.getSession().getId());
        this.audit.record(caller, Deed.CHANGED, "password:" + caller.accountId());
        SignedIn person = this.accounts.get(caller.accountId());
        return this.keeper.keep(
                person, held(person, caller.roleId()), standing(authentication).passed(), request, response);
    }

    private void recordFailure(String username, Refusal refusal) {
        var kept = this.accounts.kept(username);
        this.audit.recordUnsigned(
                kept.map(Accounts.Kept::accountId).orElse(null),
                kept.map(Accounts.Kept::division).orElse(new DivisionCode("")),
                Deed.SIGN_IN_FAILED,
                "sign-in:" + refusal.getCode());
    }

    private static boolean mayEnrol(Standing standing) {
        return standing.passed() || standing.secondFactor() != SecondFactor.State.REQUIRED;
    }

    private static Standing standing(Authentication authentication) {
        return (Standing) authentication.getDetails();
    }

    private static HeldRole held(SignedIn person, long roleId) {
        return person.roles().stream()
                .filter(role -> role.id() == roleId)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("role", roleId));
    }
}
