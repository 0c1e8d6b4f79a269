package org.tongxing.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.UnitId;
import org.tongxing.problem.Refusal;

/** Opens accounts and checks who signs in. */
@Service
@Transactional(noRollbackFor = Refusal.class)
public class Accounts {

    private final AccountMapper mapper;
    private final Attempts attempts;
    private final PasswordEncoder passwords;
    private final Vault vault;
    private final Clock clock;
    private final CompletableFuture<String> nobody;

    Accounts(AccountMapper mapper, Attempts attempts, PasswordEncoder passwords, Vault vault, Clock clock) {
        this.mapper = mapper;
        this.attempts = attempts;
        this.passwords = passwords;
        this.vault = vault;
        this.clock = clock;
        // Matched against for an unknown name, so that it costs as much time as a known one; made beside the start.
        this.nobody = CompletableFuture.supplyAsync(
                () -> passwords.encode(UUID.randomUUID().toString()));
    }

    /**
     * Checks name and password; the answer is the same for an unknown name and a wrong password.
     *
     * @throws Refusal CREDENTIALS_WRONG with {@code attemptsLeft}, ACCOUNT_LOCKED, or NO_ROLE_NOW
     */
    public SignedIn signIn(String username, String password) {
        Account account = this.mapper.findByUsername(username);
        boolean known = account != null && account.getDisabledAt() == null;
        String who = known ? Attempts.of(Objects.requireNonNull(account.getId())) : Attempts.ofUnknown(username);
        this.attempts.refuseIfLocked(who);
        if (!this.passwords.matches(password, known ? account.getPasswordHash() : this.nobody.join()) || !known) {
            this.attempts.fail(who, ProblemCode.CREDENTIALS_WRONG);
        }
        SignedIn person = signedIn(Objects.requireNonNull(account));
        if (person.roles().isEmpty()) {
            throw new Refusal(ProblemCode.NO_ROLE_NOW);
        }
        if (!person.hasSecondFactor()) {
            // Otherwise only the right code clears the count: a known password must not buy endless guesses at codes.
            this.attempts.clear(who);
        }
        this.mapper.signedIn(person.accountId(), LocalDateTime.now(this.clock));
        return person;
    }

    /** The account with the roles held today, the first of which is in use until another is chosen. */
    @Transactional(readOnly = true)
    public SignedIn get(long accountId) {
        return signedIn(Objects.requireNonNull(this.mapper.selectById(accountId)));
    }

    /** Where the account of this name is kept, for the record of a sign-in that failed. */
    @Transactional(readOnly = true)
    public Optional<Kept> kept(String username) {
        return Optional.ofNullable(this.mapper.findByUsername(username))
                .map(account ->
                        new Kept(Objects.requireNonNull(account.getId()), new DivisionCode(account.getDivisionCode())));
    }

    /** Replaces the password; the initial one must be replaced before anything else. */
    public void choosePassword(long accountId, String current, String replacement) {
        Account account = Objects.requireNonNull(this.mapper.selectById(accountId));
        String who = Attempts.of(accountId);
        this.attempts.refuseIfLocked(who);
        if (!this.passwords.matches(current, account.getPasswordHash())) {
            this.attempts.fail(who, ProblemCode.CREDENTIALS_WRONG);
        }
        if (replacement.equals(current) || !PasswordStrength.suffices(replacement, account.getUsername())) {
            throw new Refusal(ProblemCode.PASSWORD_TOO_WEAK);
        }
        this.mapper.setPassword(accountId, this.passwords.encode(replacement), false);
    }

    /** Opens an account with an initial password and one role. */
    public long open(NewAccount wanted, @Nullable Long by) {
        Account account = Account.open(
                wanted.username(),
                wanted.displayName(),
                wanted.role().division(),
                this.passwords.encode(wanted.password()));
        this.mapper.insert(account);
        long id = Objects.requireNonNull(account.getId());
        this.mapper.addRole(id, wanted.role(), by);
        if (wanted.phone() != null) {
            this.mapper.setPhone(id, this.vault.seal(wanted.phone()), this.vault.digest(wanted.phone()));
        }
        return id;
    }

    /** Whether somebody can sign in as liaison of this unit. */
    @Transactional(readOnly = true)
    public boolean hasLiaison(UnitId unit) {
        return this.mapper.countLiaisons(unit.value()) > 0;
    }

    /** The child directors and supervisors of today on file with this verified phone. */
    @Transactional(readOnly = true)
    public List<Office> withPhone(String phone) {
        return this.mapper.offices(Objects.requireNonNull(this.vault.digest(phone)), LocalDate.now(this.clock)).stream()
                .map(row -> new Office(
                        row.accountId(),
                        row.displayName(),
                        Role.valueOf(row.role()),
                        new DivisionCode(row.divisionCode())))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return this.mapper.count() == 0;
    }

    private SignedIn signedIn(Account account) {
        long id = Objects.requireNonNull(account.getId());
        List<HeldRole> roles = this.mapper.roles(id, LocalDate.now(this.clock)).stream()
                .map(HeldRole::of)
                .toList();
        return new SignedIn(
                id,
                account.getUsername(),
                account.getDisplayName(),
                account.isPasswordInitial(),
                account.getTotpSecret() != null,
                roles);
    }

    /** What it takes to open an account. */
    public record NewAccount(
            String username,
            String displayName,
            String password,
            @Nullable String phone,
            NewRole role) {

        /** Somebody who works at the console only. */
        public NewAccount(String username, String displayName, String password, NewRole role) {
            this(username, displayName, password, null, role);
        }
    }

    /** A role that is also worked from a phone. */
    public record Office(long accountId, String displayName, Role role, DivisionCode division) {}

    /** An account and the division in which it is kept. */
    public record Kept(long accountId, DivisionCode division) {}

    /** An account as it signed in. */
    public record SignedIn(
            long accountId,
            String username,
            String displayName,
            boolean mustChangePassword,
            boolean hasSecondFactor,
            List<HeldRole> roles) {

        /** This person in one of the roles held. */
        public Caller as(HeldRole held) {
            return new Caller(
                    this.accountId,
                    this.username,
                    this.displayName,
                    held.id(),
                    held.role(),
                    held.division(),
                    held.unitId());
        }

        /** What a session owes that has given no code yet; one role above the township is enough to owe one. */
        public SecondFactor.State owed() {
            if (this.hasSecondFactor) {
                return SecondFactor.State.REQUIRED;
            }
            return this.roles.stream().map(HeldRole::role).anyMatch(Role::needsSecondFactor)
                    ? SecondFactor.State.ENROL
                    : SecondFactor.State.NONE;
        }
    }

    /** A role with its scope and its last day's morrow. */
    public record HeldRole(
            long id,
            Role role,
            DivisionCode division,
            String divisionName,
            @Nullable Long unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        static HeldRole of(AccountMapper.RoleRow row) {
            return new HeldRole(
                    row.id(),
                    Role.valueOf(row.role()),
                    new DivisionCode(row.divisionCode()),
                    row.divisionName(),
                    row.unitId(),
                    row.startsOn(),
                    row.endsOn());
        }
    }
}
