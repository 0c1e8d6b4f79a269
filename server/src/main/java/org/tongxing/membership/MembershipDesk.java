package org.tongxing.membership;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.Tie.Warning;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;

/** 认人: those who answer for a child, a family or a village say who on a phone is who, and take it back. */
@Service
@Transactional
@RequiredArgsConstructor
public class MembershipDesk {

    private static final String MOBILE = "1\\d{10}";

    private final TieDeskMapper mapper;
    private final Memberships ties;
    private final PhoneTokens tokens;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * The ties of a scope: those that wait the longest first, all others the latest first.
     *
     * @param q the beginning of a name, or a whole number
     */
    @Transactional(readOnly = true)
    public Page<Tie> list(
            Scope scope, @Nullable TieState state, @Nullable TieKind kind, @Nullable String q, Paging paging) {
        boolean number = q != null && q.matches(MOBILE);
        TieDeskMapper.Filter filter = new TieDeskMapper.Filter(
                state == null ? null : state.name(),
                kind == null ? null : kind.name(),
                number ? null : q,
                number ? this.vault.digest(q) : null);
        List<TieDeskMapper.Row> rows = this.mapper.list(scope, filter, paging);
        Map<String, Long> holders = holders(rows);
        return new Page<>(rows.stream().map(row -> tie(row, holders)).toList(), this.mapper.count(scope, filter));
    }

    /** How many ties stand where. */
    @Transactional(readOnly = true)
    public Map<TieState, Long> counts(Scope scope) {
        Map<TieState, Long> counts = new EnumMap<>(TieState.class);
        Stream.of(TieState.values()).forEach(state -> counts.put(state, 0L));
        this.mapper.states(scope).forEach(row -> counts.put(TieState.valueOf(row.state()), row.ties()));
        return counts;
    }

    @Transactional(readOnly = true)
    public Tie get(Scope scope, long id) {
        TieDeskMapper.Row row = row(scope, id);
        return tie(row, holders(List.of(row)));
    }

    /**
     * Says that it is the person on file. Refused for an adult who is kept away, whatever else speaks for it, and for a
     * volunteer who is not checked and trained.
     */
    public Tie confirm(Caller caller, long id) {
        TieDeskMapper.Row row = decidable(caller, id);
        Set<Warning> warnings = warnings(row, Map.of());
        if (warnings.contains(Warning.KEPT_AWAY) || warnings.contains(Warning.FAMILY_LEFT)) {
            throw new Refusal(ProblemCode.ADULT_KEPT_AWAY);
        }
        if (row.kind().equals(TieKind.VOLUNTEER.name()) && !this.ties.open(id)) {
            throw new Refusal(ProblemCode.VOLUNTEER_NOT_READY);
        }
        return decide(caller, row, TieState.CONFIRMED, null);
    }

    /** Says that it is not; the person sees nothing, and the same number asks no second time. */
    public Tie refuse(Caller caller, long id, @Nullable String reason) {
        return decide(caller, decidable(caller, id), TieState.REFUSED, reason);
    }

    /** Takes back what was confirmed, and signs out everywhere. */
    public Tie revoke(Caller caller, long id, String reason) {
        TieDeskMapper.Row row = row(caller.scope(), id);
        mayDecide(caller, row);
        if (!TieState.CONFIRMED.name().equals(this.mapper.lock(caller.scope(), id))) {
            throw new Refusal(ProblemCode.MEMBERSHIP_DECIDED);
        }
        this.mapper.revoke(id, caller.accountId(), reason, now());
        this.tokens.revokeAll(row.phoneAccountId());
        return get(caller.scope(), id);
    }

    /** A phone was lost: whoever holds it has to sign in again. The tie stays. */
    public Tie signOut(Caller caller, long id) {
        TieDeskMapper.Row row = row(caller.scope(), id);
        mayDecide(caller, row);
        this.tokens.revokeAll(row.phoneAccountId());
        return tie(row, Map.of());
    }

    /** How many phones are tied as each adult around a child. */
    @Transactional(readOnly = true)
    public Map<Long, Phones> ofChild(Scope scope, long child) {
        return this.mapper.ofChild(scope, child).stream()
                .collect(Collectors.toMap(
                        TieDeskMapper.AdultCount::adultId, row -> new Phones(row.confirmed(), row.requested())));
    }

    private TieDeskMapper.Row decidable(Caller caller, long id) {
        TieDeskMapper.Row row = row(caller.scope(), id);
        mayDecide(caller, row);
        if (!TieState.REQUESTED.name().equals(this.mapper.lock(caller.scope(), id))) {
            throw new Refusal(ProblemCode.MEMBERSHIP_DECIDED);
        }
        return row;
    }

    private Tie decide(Caller caller, TieDeskMapper.Row row, TieState state, @Nullable String reason) {
        LocalDateTime now = now();
        this.mapper.decide(row.id(), state.name(), caller.accountId(), reason, now);
        this.events.publishEvent(new MembershipDecided(
                row.id(), row.phoneAccountId(), state == TieState.CONFIRMED, row.divisionCode(), now));
        return get(caller.scope(), row.id());
    }

    private TieDeskMapper.Row row(Scope scope, long id) {
        TieDeskMapper.Row row = this.mapper.find(scope, id);
        if (row == null) {
            throw Refusal.notFound("membership", id);
        }
        return row;
    }

    private static void mayDecide(Caller caller, TieDeskMapper.Row row) {
        Role role = caller.role();
        boolean may = switch (TieKind.valueOf(row.kind())) {
            case PARENT, CAREGIVER -> role.arranges() || role == Role.CHILD_DIRECTOR;
            case CADRE_FAMILY -> role.arranges() || role == Role.UNIT_LIAISON;
            case VOLUNTEER, CHILD_DIRECTOR -> role.arranges();
            case CHILD_SUPERVISOR -> role.administers();
        };
        if (!may) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        if (Objects.equals(row.accountId(), caller.accountId())) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
    }

    private Map<String, Long> holders(List<TieDeskMapper.Row> rows) {
        Set<String> digests = rows.stream()
                .map(TieDeskMapper.Row::ownDigest)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return digests.isEmpty()
                ? Map.of()
                : this.mapper.holders(digests).stream()
                        .collect(Collectors.toMap(TieDeskMapper.Holder::digest, TieDeskMapper.Holder::people));
    }

    private Tie tie(TieDeskMapper.Row row, Map<String, Long> holders) {
        return TieReading.tie(
                row, this.vault.open(row.fileSealed()), this.vault.open(row.ownSealed()), warnings(row, holders));
    }

    private static Set<Warning> warnings(TieDeskMapper.Row row, Map<String, Long> holders) {
        return TieReading.warnings(row, holders);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** How many phones are confirmed as an adult, and how many ask to be. */
    public record Phones(int confirmed, int requested) {}
}
