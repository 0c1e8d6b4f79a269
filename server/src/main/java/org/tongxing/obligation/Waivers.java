package org.tongxing.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Period;
import org.tongxing.problem.Refusal;

/**
 * Says on which days nobody has to go and see a child. Not by those who would have to go: administrators and the child
 * supervisor say so, with a reason and an end.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class Waivers {

    private static final int LONGEST_DAYS = 366;

    private final WaiverMapper mapper;
    private final Children children;
    private final Vault vault;
    private final Clock clock;

    /** What was ever waived for a child, the latest first. */
    @Transactional(readOnly = true)
    public List<VisitWaiver> of(Scope scope, ChildId child) {
        this.children.get(scope, child);
        return this.mapper.of(scope, child.value()).stream().map(this::waiver).toList();
    }

    /**
     * Waives the days {@code [from, until)}.
     *
     * @throws Refusal ROLE_MAY_NOT to whoever does not arrange; INVALID_REQUEST for more than a year, or another reason
     *     without a word about it
     */
    public void waive(
            Caller caller,
            ChildId child,
            VisitWaiver.Reason reason,
            @Nullable String detail,
            LocalDate from,
            LocalDate until) {
        mayWaive(caller);
        this.children.get(caller.scope(), child);
        long days = ChronoUnit.DAYS.between(from, until);
        boolean silent = detail == null || detail.isBlank();
        if (days < 1 || days > LONGEST_DAYS || (silent && reason == VisitWaiver.Reason.OTHER)) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.insert(
                child.value(),
                reason,
                silent ? null : this.vault.seal(detail.strip()),
                from,
                until,
                caller.accountId(),
                now());
    }

    /** Ends a waiver today if it has begun; takes it back if it lies ahead, or has passed and was a mistake. */
    public void end(Caller caller, ChildId child, long id) {
        mayWaive(caller);
        this.children.get(caller.scope(), child);
        LocalDate today = LocalDate.now(this.clock);
        if (this.mapper.end(child.value(), id, today, caller.accountId(), now()) == 0
                && this.mapper.revoke(child.value(), id, caller.accountId(), now()) == 0) {
            throw Refusal.notFound("waiver", id);
        }
    }

    /** The waived days of the children of a scope, in one query. */
    Map<ChildId, List<Period>> in(Scope scope, LocalDate from) {
        return this.mapper.in(scope, from).stream()
                .collect(Collectors.groupingBy(
                        row -> new ChildId(row.childId()),
                        Collectors.mapping(row -> new Period(row.startsOn(), row.endsOn()), Collectors.toList())));
    }

    private static void mayWaive(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private VisitWaiver waiver(WaiverMapper.Row row) {
        return new VisitWaiver(
                row.id(),
                row.reason(),
                this.vault.open(row.detailSealed()),
                row.startsOn(),
                row.endsOn(),
                row.waivedBy(),
                row.waivedAt(),
                row.revokedBy() == null ? row.endedBy() : row.revokedBy(),
                row.revokedAt() == null ? row.endedAt() : row.revokedAt(),
                row.revokedAt() != null);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
