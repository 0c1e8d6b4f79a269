package org.tongxing.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.account.Accounts.HeldRole;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;

/**
 * What a security administrator does with the accounts of the own region. Nobody grants outside it or to himself, and
 * keeping accounts, reading the audit and working on cases are never in one hand.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AccountAdministration {

    private final Accounts accounts;
    private final AccountMapper mapper;
    private final AccountListMapper list;
    private final Attempts attempts;
    private final Sessions sessions;
    private final PasswordEncoder passwords;
    private final Divisions divisions;
    private final Vault vault;
    private final Clock clock;

    /** The accounts kept in a scope; {@code q} is the beginning of a user name or a person's name. */
    @Transactional(readOnly = true)
    public Page<Listed> list(Scope scope, @Nullable String q, Paging paging) {
        LocalDate today = LocalDate.now(this.clock);
        List<AccountListMapper.Row> rows = this.list.list(scope, today, q, paging);
        Map<Long, List<HeldRole>> roles =
                roles(scope, rows.stream().map(AccountListMapper.Row::id).toList());
        return new Page<>(rows.stream().map(row -> listed(row, roles)).toList(), this.list.count(scope, today, q));
    }

    /** Opens an account; the initial password is told once and kept nowhere. */
    public Opened open(Caller caller, String username, String displayName, @Nullable String phone, NewRole role) {
        check(caller, role);
        String password = PasswordStrength.initial();
        long id = this.accounts.open(
                new Accounts.NewAccount(username, displayName, password, phone, role), caller.accountId());
        return new Opened(id, username, password);
    }

    /** Adds a role; one that is held already on the first day is refused. */
    public void grant(Caller caller, long accountId, NewRole role) {
        notOneself(caller, accountId);
        lock(caller, accountId);
        check(caller, role);
        List<HeldRole> held = roles(caller.scope(), List.of(accountId)).getOrDefault(accountId, List.of()).stream()
                .filter(other -> other.endsOn() == null || other.endsOn().isAfter(role.startsOn()))
                .toList();
        if (held.stream().anyMatch(other -> clash(other.role(), role.role()))) {
            throw new Refusal(ProblemCode.ROLES_CLASH);
        }
        if (held.stream()
                .anyMatch(other -> other.role() == role.role()
                        && other.division().equals(role.division())
                        && Objects.equals(other.unitId(), role.unitId()))) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        this.mapper.addRole(accountId, role, caller.accountId());
    }

    /** Ends a role on a day, and the sessions that may be using it. */
    public void endRole(Caller caller, long accountId, long roleId, @Nullable LocalDate on) {
        lock(caller, accountId);
        if (this.list.endRole(accountId, roleId, on == null ? LocalDate.now(this.clock) : on) != 1) {
            throw Refusal.notFound("role", roleId);
        }
        this.sessions.end(accountId, null);
    }

    /** Replaces a forgotten password by an initial one, told once, and ends all sessions. */
    public Opened resetPassword(Caller caller, long accountId) {
        AccountListMapper.Row row = lock(caller, accountId);
        String password = PasswordStrength.initial();
        this.mapper.setPassword(accountId, Objects.requireNonNull(this.passwords.encode(password)), true);
        this.attempts.clear(Attempts.of(accountId));
        this.sessions.end(accountId, null);
        return new Opened(accountId, row.username(), password);
    }

    /** Notes the number by which a director or supervisor may ask to use the phone too; none takes it away. */
    public void setPhone(Caller caller, long accountId, @Nullable String phone) {
        lock(caller, accountId);
        this.mapper.setPhone(accountId, this.vault.seal(phone), this.vault.digest(phone));
    }

    /** Lets somebody try again who was locked out. */
    public void unlock(Caller caller, long accountId) {
        lock(caller, accountId);
        this.attempts.clear(Attempts.of(accountId));
    }

    /** Forgets the authenticator app of a lost phone; a new one has to be set up at the next sign-in. */
    public void resetSecondFactor(Caller caller, long accountId) {
        notOneself(caller, accountId);
        lock(caller, accountId);
        this.list.clearSecondFactor(accountId);
        this.sessions.end(accountId, null);
    }

    /** Closes an account of somebody who left, or opens it again. */
    public void close(Caller caller, long accountId, boolean closed) {
        notOneself(caller, accountId);
        lock(caller, accountId);
        this.list.disable(accountId, closed ? LocalDateTime.now(this.clock) : null);
        this.sessions.end(accountId, null);
    }

    /** The names of people with an account, for lists of what they did. */
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> accountIds) {
        return accountIds.isEmpty()
                ? Map.of()
                : this.list.names(accountIds).stream()
                        .collect(Collectors.toMap(AccountListMapper.Named::id, AccountListMapper.Named::displayName));
    }

    private void check(Caller caller, NewRole role) {
        Scope scope = caller.scope().within(role.division());
        this.divisions.get(role.division());
        boolean dated = role.endsOn() == null || role.endsOn().isAfter(role.startsOn());
        boolean unit = (role.role() == Role.UNIT_LIAISON) == (role.unitId() != null);
        if (!dated || !unit || !role.role().isHeldAt(role.division().level())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (role.unitId() != null && this.list.units(scope, role.unitId()) == 0) {
            throw Refusal.notFound("unit", role.unitId());
        }
    }

    private AccountListMapper.Row lock(Caller caller, long accountId) {
        AccountListMapper.Row row = this.list.lock(caller.scope(), LocalDate.now(this.clock), accountId);
        if (row == null) {
            throw Refusal.notFound("account", accountId);
        }
        return row;
    }

    private static void notOneself(Caller caller, long accountId) {
        if (caller.accountId() == accountId) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
    }

    private static boolean clash(Role one, Role other) {
        return one != other && !(one.readsCases() && other.readsCases());
    }

    private Map<Long, List<HeldRole>> roles(Scope scope, Collection<Long> accountIds) {
        return accountIds.isEmpty()
                ? Map.of()
                : this.list.roles(scope, LocalDate.now(this.clock), accountIds).stream()
                        .collect(Collectors.groupingBy(
                                AccountMapper.RoleRow::accountId,
                                Collectors.mapping(HeldRole::of, Collectors.toList())));
    }

    private Listed listed(AccountListMapper.Row row, Map<Long, List<HeldRole>> roles) {
        return new Listed(
                row,
                this.vault.open(row.phoneSealed()),
                this.attempts.isLocked(Attempts.of(row.id())),
                roles.getOrDefault(row.id(), List.of()));
    }

    /** An account with its initial password, which is shown this once. */
    public record Opened(long id, String username, String initialPassword) {}

    /** An account in the list, with all roles it ever held; whoever shows the phone masks it first. */
    public record Listed(
            long id,
            String username,
            String displayName,
            String divisionCode,
            String divisionName,
            boolean initialPassword,
            boolean secondFactor,
            boolean locked,
            boolean closed,
            @Nullable String phone,
            @Nullable LocalDateTime lastSignInAt,
            List<HeldRole> roles) {

        Listed(AccountListMapper.Row row, @Nullable String phone, boolean locked, List<HeldRole> roles) {
            this(
                    row.id(),
                    row.username(),
                    row.displayName(),
                    row.divisionCode(),
                    row.divisionName() == null ? "全国" : row.divisionName(),
                    row.passwordInitial(),
                    row.secondFactor(),
                    locked,
                    row.disabledAt() != null,
                    phone,
                    row.lastSignInAt(),
                    roles);
        }
    }
}
