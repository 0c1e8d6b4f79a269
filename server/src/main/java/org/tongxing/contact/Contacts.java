package org.tongxing.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ContactEndpoint.ContactKind;
import org.tongxing.contract.ContactEndpoint.ContactLength;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.obligation.DeedsChanged;
import org.tongxing.problem.Refusal;

/** Records calls and messages between parents and children. */
@Service
@Transactional
@RequiredArgsConstructor
public class Contacts {

    private static final int RHYTHM_WEEKS = 6;
    private static final Duration UNDO = Duration.ofMinutes(10);

    private final ContactMapper mapper;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Records a contact of the signed-in parent with the own child, once per key. */
    public long record(
            PhoneCaller caller, String key, ChildId child, ContactKind kind, ContactLength length, Instant at) {
        Long known = this.mapper.byKey(caller.accountId(), key);
        if (known != null) {
            return known;
        }
        PhoneCaller.ConfirmedTie tie = tie(caller, child);
        Instant now = this.clock.instant();
        if (at.isAfter(now.plus(Duration.ofMinutes(5)))) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.insert(
                child.value(),
                tie.adultId(),
                caller.accountId(),
                kind.name(),
                length.name(),
                LocalDateTime.ofInstant(at, this.clock.getZone()),
                key,
                LocalDateTime.ofInstant(now, this.clock.getZone()));
        this.events.publishEvent(new DeedsChanged(List.of(child.value())));
        return Objects.requireNonNull(this.mapper.byKey(caller.accountId(), key));
    }

    /** The contacts of the last six weeks with the own child, newest first. */
    @Transactional(readOnly = true)
    public List<PastContact> recent(PhoneCaller caller, ChildId child) {
        tie(caller, child);
        return recentOf(child);
    }

    /** The contacts of the last six weeks; the caller has checked that the child is in scope. */
    @Transactional(readOnly = true)
    public List<PastContact> recentOf(ChildId child) {
        LocalDateTime from = LocalDate.now(this.clock).minusWeeks(RHYTHM_WEEKS).atStartOfDay();
        return this.mapper.since(child.value(), from).stream()
                .map(row -> new PastContact(
                        row.id(),
                        row.contactedAt(),
                        ContactKind.valueOf(row.kind()),
                        ContactLength.valueOf(row.length())))
                .toList();
    }

    /** Takes back what was recorded by mistake. */
    public void undo(PhoneCaller caller, long id) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (this.mapper.undo(id, caller.accountId(), now, now.minus(UNDO)) != 1) {
            throw new Refusal(ProblemCode.TOO_LATE_TO_UNDO);
        }
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, LocalDate from, LocalDate until) {
        return this.mapper.countIn(scope.division().value(), from, until);
    }

    private static PhoneCaller.ConfirmedTie tie(PhoneCaller caller, ChildId child) {
        return caller.asParent().stream()
                .filter(tie -> tie.childId() == child.value())
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
    }

    /** A contact of the past. */
    public record PastContact(long id, LocalDateTime at, ContactKind kind, ContactLength length) {}
}
