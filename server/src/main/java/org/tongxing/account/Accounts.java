package org.tongxing.account;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.problem.Refusal;

/** Opens accounts and checks who signs in. */
@Service
@Transactional(noRollbackFor = Refusal.class)
@RequiredArgsConstructor
public class Accounts {

    private static final int SHORTEST_PASSWORD = 10;

    private final AccountMapper mapper;
    private final PasswordEncoder passwords;
    private final Clock clock;

    /** Checks name and password; the answer is the same for an unknown name and a wrong password. */
    public SignedIn signIn(String username, String password) {
        Account account = this.mapper.findByUsername(username);
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (account == null || account.getDisabledAt() != null) {
            // The same work as for a known name, so that the time of the answer tells nothing.
            this.passwords.encode(password);
            throw new Refusal(ProblemCode.CREDENTIALS_WRONG);
        }
        if (account.lockedAt(now)) {
            throw new Refusal(ProblemCode.ACCOUNT_LOCKED);
        }
        if (!this.passwords.matches(password, account.getPasswordHash())) {
            account.fail(now);
            this.mapper.saveAttempts(account);
            throw account.lockedAt(now)
                    ? new Refusal(ProblemCode.ACCOUNT_LOCKED)
                    : new Refusal(
                            ProblemCode.CREDENTIALS_WRONG,
                            Map.of("attemptsLeft", Account.ATTEMPTS - account.getFailedAttempts()));
        }
        account.succeed();
        this.mapper.saveAttempts(account);
        return signedIn(account);
    }

    /** The account with its roles, the first of which is in use until another is chosen. */
    @Transactional(readOnly = true)
    public SignedIn get(long accountId) {
        return signedIn(Objects.requireNonNull(this.mapper.selectById(accountId)));
    }

    /** Replaces the password; the initial one must be replaced before anything else. */
    public void choosePassword(long accountId, String current, String replacement) {
        Account account = Objects.requireNonNull(this.mapper.selectById(accountId));
        if (!this.passwords.matches(current, account.getPasswordHash())) {
            throw new Refusal(ProblemCode.CREDENTIALS_WRONG);
        }
        if (replacement.length() < SHORTEST_PASSWORD
                || replacement.equals(current)
                || replacement.toLowerCase(java.util.Locale.ROOT).contains(account.getUsername())) {
            throw new Refusal(ProblemCode.PASSWORD_TOO_WEAK);
        }
        account.choosePassword(this.passwords.encode(replacement));
        this.mapper.save(account);
    }

    /** Opens an account with an initial password and one role. */
    public long open(NewAccount wanted) {
        Account account =
                Account.open(wanted.username(), wanted.displayName(), this.passwords.encode(wanted.password()));
        this.mapper.insert(account);
        long id = Objects.requireNonNull(account.getId());
        this.mapper.addRole(id, wanted.role().name(), wanted.division().value(), wanted.unitId());
        return id;
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return this.mapper.count() == 0;
    }

    private SignedIn signedIn(Account account) {
        long id = Objects.requireNonNull(account.getId());
        List<HeldRole> roles = this.mapper.roles(id).stream()
                .map(row -> new HeldRole(
                        row.id(),
                        Role.valueOf(row.role()),
                        new DivisionCode(row.divisionCode()),
                        row.divisionName(),
                        row.unitId()))
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
            Role role,
            DivisionCode division,
            @Nullable Long unitId) {}

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
    }

    /** A role with its scope. */
    public record HeldRole(
            long id,
            Role role,
            DivisionCode division,
            String divisionName,
            @Nullable Long unitId) {}
}
