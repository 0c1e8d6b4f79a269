package org.tongxing.account.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.AccountAdministration;
import org.tongxing.account.AccountAdministration.Listed;
import org.tongxing.account.AccountAdministration.Opened;
import org.tongxing.account.Accounts.HeldRole;
import org.tongxing.account.NewRole;
import org.tongxing.account.web.SessionViews.PlaceView;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

@RestController
@RequestMapping("/api/admin/accounts")
@RolesAllowed("SECURITY_ADMIN")
@RequiredArgsConstructor
class AccountController {

    private final AccountAdministration administration;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    Page<AccountView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Page<Listed> found = this.administration.list(
                caller.scope(), q == null || q.isBlank() ? null : q.strip(), new Paging(page, size));
        return new Page<>(found.rows().stream().map(AccountView::of).toList(), found.total());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(Caller caller, @Valid @RequestBody Opening opening) {
        Opened opened = this.administration.open(
                caller, opening.username(), opening.displayName(), opening.phone(), role(opening.role()));
        this.audit.record(caller, Deed.CHANGED, "account:" + opened.id());
        return opened;
    }

    @PostMapping("/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(Caller caller, @PathVariable long id, @Valid @RequestBody Grant grant) {
        this.administration.grant(caller, id, role(grant));
        this.audit.record(caller, Deed.CHANGED, "roles:" + id);
    }

    @PostMapping("/{id}/roles/{roleId}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endRole(
            Caller caller,
            @PathVariable long id,
            @PathVariable long roleId,
            @RequestBody(required = false) GrantEnding ending) {
        this.administration.endRole(caller, id, roleId, ending == null ? null : ending.on());
        this.audit.record(caller, Deed.CHANGED, "roles:" + id);
    }

    @PostMapping("/{id}/password-reset")
    Opened resetPassword(Caller caller, @PathVariable long id) {
        Opened opened = this.administration.resetPassword(caller, id);
        this.audit.record(caller, Deed.CHANGED, "password:" + id);
        return opened;
    }

    @PutMapping("/{id}/phone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPhone(Caller caller, @PathVariable long id, @Valid @RequestBody AccountPhone phone) {
        this.administration.setPhone(caller, id, phone.phone());
        this.audit.record(caller, Deed.CHANGED, "phone-of:" + id);
    }

    @PostMapping("/{id}/unlocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(Caller caller, @PathVariable long id) {
        this.administration.unlock(caller, id);
        this.audit.record(caller, Deed.CHANGED, "lock:" + id);
    }

    @DeleteMapping("/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(Caller caller, @PathVariable long id) {
        this.administration.resetSecondFactor(caller, id);
        this.audit.record(caller, Deed.CHANGED, "second-factor:" + id);
    }

    @PostMapping("/{id}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller caller, @PathVariable long id) {
        this.administration.close(caller, id, true);
        this.audit.record(caller, Deed.CHANGED, "closing:" + id);
    }

    @PostMapping("/{id}/reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(Caller caller, @PathVariable long id) {
        this.administration.close(caller, id, false);
        this.audit.record(caller, Deed.CHANGED, "reopening:" + id);
    }

    private NewRole role(Grant grant) {
        return new NewRole(
                grant.role(),
                grant.division(),
                grant.unitId(),
                grant.startsOn() == null ? LocalDate.now(this.clock) : grant.startsOn(),
                grant.endsOn());
    }

    /** A new account with its first role. */
    record Opening(
            @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,39}")
            String username,

            @NotBlank @Size(max = 50) String displayName,
            @Nullable @Pattern(regexp = "1\\d{10}") String phone,
            @Valid @NotNull Grant role) {}

    /** The mobile number of the person, or none. */
    record AccountPhone(
            @Nullable @Pattern(regexp = "1\\d{10}") String phone) {}

    /** A role to grant, from today if no day is given. */
    record Grant(
            @NotNull Role role,
            @NotNull DivisionCode division,
            @Nullable Long unitId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** The first day a role no longer holds; today if not given. */
    record GrantEnding(@Nullable LocalDate on) {}

    /** An account in the list. */
    record AccountView(
            long id,
            String username,
            String displayName,
            PlaceView division,
            boolean initialPassword,
            boolean secondFactor,
            boolean locked,
            boolean closed,
            @Nullable String phone,
            @Nullable LocalDateTime lastSignInAt,
            List<GrantedView> roles) {

        static AccountView of(Listed listed) {
            return new AccountView(
                    listed.id(),
                    listed.username(),
                    listed.displayName(),
                    place(new DivisionCode(listed.divisionCode()), listed.divisionName()),
                    listed.initialPassword(),
                    listed.secondFactor(),
                    listed.locked(),
                    listed.closed(),
                    masked(listed.phone()),
                    listed.lastSignInAt(),
                    listed.roles().stream().map(GrantedView::of).toList());
        }
    }

    /** A role with its days. */
    record GrantedView(
            long id,
            Role role,
            PlaceView division,
            @Nullable Long unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        static GrantedView of(HeldRole held) {
            return new GrantedView(
                    held.id(),
                    held.role(),
                    place(held.division(), held.divisionName()),
                    held.unitId(),
                    held.startsOn(),
                    held.endsOn());
        }
    }

    private static @Nullable String masked(@Nullable String phone) {
        return phone == null ? null : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    private static PlaceView place(DivisionCode code, String name) {
        return new PlaceView(code.value(), name, code.level());
    }
}
