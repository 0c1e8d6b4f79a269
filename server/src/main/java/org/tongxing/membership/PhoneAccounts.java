package org.tongxing.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.problem.Refusal;

/**
 * Accounts of the phone side: one per WeChat person, and one per number for whoever has no WeChat here. The two are never
 * merged by number, because numbers are handed on: the next owner must not come into what the last one was confirmed for.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PhoneAccounts {

    /** Carriers give a number to somebody else after about three months; before that a code proves the same person. */
    private static final Period LONG_AWAY = Period.ofDays(60);

    private final PhoneAccountMapper mapper;
    private final MembershipMapper ties;
    private final Vault vault;
    private final PhoneTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The account of a WeChat person, opened on the first visit. */
    public long ofWeChat(String openid) {
        if (this.mapper.byOpenid(openid) == null) {
            this.mapper.open(openid, null, now());
        }
        long id = Objects.requireNonNull(this.mapper.byOpenid(openid)).id();
        this.mapper.seen(id, now().toLocalDate());
        return id;
    }

    /** The account of a WeChat person who has been here before. */
    @Transactional(readOnly = true)
    public Optional<Long> knownByWeChat(String openid) {
        return Optional.ofNullable(this.mapper.byOpenid(openid)).map(PhoneAccountMapper.AccountRow::id);
    }

    /** The account of whoever has just proved to hold this number; after a long absence its ties wait again. */
    public long ofNumber(String phone) {
        String digest = digest(phone);
        if (this.mapper.bySms(digest) == null) {
            this.mapper.open(null, digest, now());
        }
        PhoneAccountMapper.AccountRow account = Objects.requireNonNull(this.mapper.bySms(digest));
        LocalDate today = now().toLocalDate();
        if (account.lastSeenOn() != null && account.lastSeenOn().plus(LONG_AWAY).isBefore(today)) {
            this.ties.confirmAnew(account.id(), Anew.LONG_AWAY.name(), null, now());
            this.tokens.revokeAll(account.id());
        }
        this.mapper.seen(account.id(), today);
        return account.id();
    }

    /**
     * Notes the number somebody has proved to hold. Another one than before makes everything wait again that the old one
     * had opened, and signs out everywhere.
     */
    public void verified(long account, String phone) {
        PhoneAccountMapper.AccountRow before = this.mapper.lock(account);
        if (before == null) {
            throw new Refusal(ProblemCode.SIGNED_OUT);
        }
        String digest = digest(phone);
        this.mapper.verify(account, Objects.requireNonNull(this.vault.seal(phone)), digest, now());
        if (before.phoneDigest() != null && !before.phoneDigest().equals(digest)) {
            this.ties.confirmAnew(account, Anew.NUMBER_CHANGED.name(), "PHONE", now());
            this.tokens.revokeAll(account);
        }
    }

    /** 注销: forgets who this was; what was done stays with the account's number. */
    public void close(long account) {
        this.ties.giveUp(account, null, "本人注销", now());
        this.mapper.close(account, now());
        this.tokens.revokeAll(account);
        this.events.publishEvent(new PhoneAccountClosed(account));
    }

    /** The WeChat person behind an account; null without WeChat, or after 注销. */
    @Transactional(readOnly = true)
    public @Nullable String openid(long account) {
        PhoneAccountMapper.AccountRow row = this.mapper.find(account);
        return row == null ? null : row.openid();
    }

    /** The verified number of an account, unmasked; whoever shows it masks it or says what for. */
    @Transactional(readOnly = true)
    public @Nullable String phone(long account) {
        PhoneAccountMapper.AccountRow row = this.mapper.find(account);
        return row == null ? null : this.vault.open(row.phoneSealed());
    }

    private String digest(String phone) {
        return Objects.requireNonNull(this.vault.digest(phone));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** Why something that was confirmed waits again. */
    public enum Anew {
        NUMBER_CHANGED,
        LONG_AWAY
    }
}
