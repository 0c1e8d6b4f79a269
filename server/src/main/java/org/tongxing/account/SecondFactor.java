package org.tongxing.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalLong;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.problem.Refusal;

/** The code from an authenticator app that is asked for besides the password. Secrets are sealed at rest. */
@Service
@Transactional(noRollbackFor = Refusal.class)
@RequiredArgsConstructor
public class SecondFactor {

    private final AccountMapper mapper;
    private final Attempts attempts;
    private final Vault vault;
    private final Clock clock;

    /** Offers a new secret; it counts only after a first code proves that the app holds it. */
    public Enrolment enrol(long accountId) {
        Account account = get(accountId);
        String secret = Totp.secret();
        this.mapper.offerSecret(accountId, Objects.requireNonNull(this.vault.seal(secret)));
        String name = URLEncoder.encode("童行:" + account.getUsername(), StandardCharsets.UTF_8);
        String issuer = URLEncoder.encode("童行", StandardCharsets.UTF_8);
        return new Enrolment(secret, "otpauth://totp/" + name + "?secret=" + secret + "&issuer=" + issuer);
    }

    /**
     * Accepts a code once.
     *
     * @param enrolling whether a secret on offer may take effect by it
     * @throws Refusal CODE_WRONG, or ACCOUNT_LOCKED after too many wrong ones
     */
    public void confirm(long accountId, String code, boolean enrolling) {
        Account account = get(accountId);
        String tried = Attempts.of(accountId);
        this.attempts.refuseIfLocked(tried);
        String offered = enrolling ? account.getTotpPending() : null;
        if (offered != null && step(offered, code).isPresent()) {
            this.mapper.takeSecret(accountId, step(offered, code).getAsLong());
        } else if (!accepted(account, code)) {
            this.attempts.fail(tried, ProblemCode.CODE_WRONG);
        }
        this.attempts.clear(tried);
    }

    private boolean accepted(Account account, String code) {
        OptionalLong step = step(account.getTotpSecret(), code);
        return step.isPresent() && this.mapper.useStep(Objects.requireNonNull(account.getId()), step.getAsLong()) == 1;
    }

    private OptionalLong step(@Nullable String sealed, String code) {
        String secret = this.vault.open(sealed);
        return secret == null ? OptionalLong.empty() : Totp.match(secret, code, this.clock.instant());
    }

    private Account get(long accountId) {
        return Objects.requireNonNull(this.mapper.selectById(accountId));
    }

    /**
     * What to put into the authenticator app.
     *
     * @param secret base 32, to type
     * @param uri the same as an {@code otpauth} address, to scan
     */
    public record Enrolment(String secret, String uri) {}

    /** What a session still owes: nothing, a code, or the set-up of an app. */
    public enum State {
        NONE,
        REQUIRED,
        ENROL
    }
}
