package org.tongxing.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ContactEndpoint.ContactKind;
import org.tongxing.contract.ContactEndpoint.ContactLength;
import org.tongxing.contract.ContactEndpoint.ContactProof;
import org.tongxing.contract.ContactEndpoint.ContactRequest;
import org.tongxing.contract.ContactEndpoint.ContactView;
import org.tongxing.contract.ContactEndpoint.Mood;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.obligation.DeedsChanged;
import org.tongxing.problem.Refusal;

/** Records calls and messages between parents and children; how they went, only the parent reads. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("SV-08")
@Clause("SG-14")
@Clause("GD-48")
public class Contacts {

    private static final int RHYTHM_WEEKS = 6;
    private static final Duration UNDO = Duration.ofMinutes(10);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(400);

    private final ContactMapper mapper;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Records a contact of the signed-in parent with the own child, once per key. */
    public long record(PhoneCaller caller, String key, ContactRequest request) {
        String own = key.toLowerCase(Locale.ROOT);
        LocalDateTime at = LocalDateTime.ofInstant(reasonable(request.contactedAt()), this.clock.getZone())
                .truncatedTo(ChronoUnit.MILLIS);
        ContactMapper.KnownRow known = this.mapper.byKey(caller.accountId(), own);
        if (known != null) {
            return same(known, request, at);
        }
        PhoneCaller.ConfirmedTie tie = tie(caller, new ChildId(request.childId()));
        try {
            this.mapper.insert(new ContactMapper.NewContact(
                    request.childId(),
                    tie.adultId(),
                    caller.accountId(),
                    request.kind().name(),
                    request.length().name(),
                    at,
                    request.mood() == null ? null : request.mood().name(),
                    this.vault.seal(request.words()),
                    own,
                    LocalDateTime.now(this.clock)));
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            return same(Objects.requireNonNull(this.mapper.byKey(caller.accountId(), own)), request, at);
        }
        long id = Objects.requireNonNull(this.mapper.byKey(caller.accountId(), own))
                .id();
        this.events.publishEvent(new DeedsChanged(List.of(request.childId())));
        this.events.publishEvent(new ContactRecorded(id, new ChildId(request.childId()), at.toLocalDate()));
        return id;
    }

    private static long same(ContactMapper.KnownRow known, ContactRequest request, LocalDateTime at) {
        boolean same = known.childId() == request.childId()
                && known.kind().equals(request.kind().name())
                && known.length().equals(request.length().name())
                && known.contactedAt().equals(at);
        if (!same) {
            throw new Refusal(ProblemCode.KEY_USED);
        }
        return known.id();
    }

    private Instant reasonable(Instant at) {
        Instant now = this.clock.instant();
        if (at.isAfter(now.plus(CLOCKS_APART)) || at.isBefore(now.minus(OLDEST))) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        return at;
    }

    /** The own contacts of the last six weeks with the own child, newest first. */
    @Transactional(readOnly = true)
    public List<ContactView> recent(PhoneCaller caller, ChildId child) {
        tie(caller, child);
        return this.mapper.own(caller.accountId(), child.value(), sixWeeksAgo()).stream()
                .map(row -> new ContactView(
                        row.id(),
                        row.contactedAt().atZone(this.clock.getZone()).toInstant(),
                        ContactKind.valueOf(row.kind()),
                        ContactLength.valueOf(row.length()),
                        row.mood() == null ? null : Mood.valueOf(row.mood()),
                        this.vault.open(row.wordsSealed()),
                        proof(row.asTold())))
                .toList();
    }

    /** On which days the children of a scope heard from which parent, in {@code [from, until)}, by one query. */
    @Transactional(readOnly = true)
    public List<ContactDay> days(Scope scope, LocalDate from, LocalDate until) {
        return this.mapper.days(scope, from, until).stream()
                .map(row -> new ContactDay(new ChildId(row.childId()), row.adultId(), row.onDay(), proof(row.asTold())))
                .toList();
    }

    /** Takes back what was recorded by mistake. */
    public void undo(PhoneCaller caller, long id) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        Long child = this.mapper.childOf(id, caller.accountId());
        if (child == null) {
            throw Refusal.notFound("contact", id);
        }
        if (this.mapper.undo(id, caller.accountId(), now, now.minus(UNDO)) != 1) {
            throw new Refusal(ProblemCode.TOO_LATE_TO_UNDO);
        }
        this.events.publishEvent(new DeedsChanged(List.of(child)));
    }

    static ContactProof proof(@Nullable Boolean asTold) {
        if (asTold == null) {
            return ContactProof.SELF_REPORTED;
        }
        return asTold ? ContactProof.CONFIRMED : ContactProof.DENIED;
    }

    private LocalDateTime sixWeeksAgo() {
        return LocalDate.now(this.clock).minusWeeks(RHYTHM_WEEKS).atStartOfDay();
    }

    private static PhoneCaller.ConfirmedTie tie(PhoneCaller caller, ChildId child) {
        return caller.asParent().stream()
                .filter(tie -> tie.childId() == child.value())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("child", child.value()));
    }

    /** A day on which a child heard from a parent. */
    public record ContactDay(ChildId child, long adult, LocalDate on, ContactProof proof) {}
}
