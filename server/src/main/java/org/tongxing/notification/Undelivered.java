package org.tongxing.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;

/** 没送到的: people whom messages did not reach, or may not have, until somebody has phoned. */
@Service
@Transactional
@RequiredArgsConstructor
public class Undelivered {

    private final UndeliveredMapper mapper;
    private final Vault vault;
    private final Clock clock;

    /** One row per person, whoever waits longest first. */
    @Transactional(readOnly = true)
    public Page<Unreached> list(Scope scope, Paging paging) {
        return new Page<>(
                this.mapper.list(scope, paging).stream().map(this::unreached).toList(), this.mapper.count(scope));
    }

    @Transactional(readOnly = true)
    public Unreached get(Scope scope, long account) {
        UndeliveredMapper.Row row = this.mapper.find(scope, account);
        if (row == null) {
            throw Refusal.notFound("unreached", account);
        }
        return unreached(row);
    }

    /** Says what was done about everything that did not reach this person. */
    public void settle(Caller caller, long account, Settlement how) {
        get(caller.scope(), account);
        this.mapper.settle(caller.scope(), account, how.name(), caller.accountId(), LocalDateTime.now(this.clock));
    }

    private Unreached unreached(UndeliveredMapper.Row row) {
        return new Unreached(
                row.phoneAccountId(),
                row.kind() == null ? null : TieKind.valueOf(row.kind()),
                row.displayName(),
                row.childId(),
                row.placeName(),
                this.vault.open(row.phoneSealed()),
                Occasion.valueOf(row.occasion()),
                Failure.of(row.state(), row.detail()),
                row.messages(),
                row.since());
    }

    /** What the supervisor did about it. */
    public enum Settlement {
        REACHED,
        NOT_REACHED,
        NOT_NEEDED
    }

    /** Why it did not arrive, as far as that is known. */
    public enum Failure {
        /** The person has not agreed to messages, or has taken it back. */
        NO_CONSENT,
        /** The person has no WeChat here. */
        NO_WECHAT,
        /** No answer came: it may have arrived. */
        UNKNOWN,
        /** WeChat did not take it. */
        REFUSED,
        /** WeChat could not be reached for hours. */
        NOT_REACHED,
        /** No template was set up for it. */
        NO_TEMPLATE;

        static Failure of(String state, @Nullable String detail) {
            return switch (state) {
                case "NO_CONSENT" -> NO_CONSENT;
                case "NO_WECHAT" -> NO_WECHAT;
                case "UNKNOWN" -> UNKNOWN;
                default ->
                    "NO_TEMPLATE".equals(detail) ? NO_TEMPLATE : "NOT_REACHED".equals(detail) ? NOT_REACHED : REFUSED;
            };
        }
    }

    /** Somebody who was not reached, unmasked; whoever shows it masks it first. */
    public record Unreached(
            long account,
            @Nullable TieKind kind,
            @Nullable String personName,
            @Nullable Long childId,
            @Nullable String placeName,
            @Nullable String phone,
            Occasion occasion,
            Failure failure,
            int messages,
            LocalDateTime since) {}
}
