package org.tongxing.obligation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.Residents;
import org.tongxing.contract.ProblemCode;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Actor;
import org.tongxing.policy.DeedKind;
import org.tongxing.problem.Refusal;

/**
 * Records the deeds that no other module does: that a child's data were looked through and nothing had changed, a family's
 * training, guidance for parents. What somebody wrote into a child's file counts as an update by itself.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PlainDeeds implements DeedSource {

    private static final Duration UNDO = Duration.ofMinutes(10);

    private final PlainDeedMapper mapper;
    private final Residents residents;
    private final Children children;
    private final Helpers helpers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Records an update or guidance about a child.
     *
     * @return the moment by which it can be taken back
     * @throws Refusal ROLE_MAY_NOT to a unit; INVALID_REQUEST for another kind, a day ahead or more than a year ago
     */
    @Clause("SV-14")
    @Clause("GD-45")
    public LocalDateTime record(Caller caller, DeedKind kind, ChildId child, LocalDate on) {
        if (kind != DeedKind.UPDATE && kind != DeedKind.GUIDANCE) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (!caller.role().seesRisk()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        this.children.get(caller.scope(), child);
        LocalDateTime at = check(on);
        this.mapper.insert(List.of(new PlainDeedMapper.Row(kind, child.value(), null, on, caller.accountId(), at)));
        return at;
    }

    /** Records that families were trained on a day; all of them or none. */
    @Clause("JB-36")
    public LocalDateTime train(Caller caller, Collection<FamilyId> families, LocalDate on) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        families.forEach(family -> this.helpers.get(caller.scope(), family));
        LocalDateTime at = check(on);
        this.mapper.insert(families.stream()
                .distinct()
                .map(family ->
                        new PlainDeedMapper.Row(DeedKind.TRAINING, null, family.value(), on, caller.accountId(), at))
                .toList());
        return at;
    }

    /** Takes back what the caller recorded at that moment, within ten minutes. */
    public void undo(Caller caller, DeedKind kind, LocalDateTime recordedAt) {
        LocalDateTime now = now();
        if (recordedAt.isBefore(now.minus(UNDO)) || this.mapper.undo(kind, caller.accountId(), recordedAt, now) == 0) {
            throw new Refusal(ProblemCode.TOO_LATE_TO_UNDO);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Deed> since(Scope scope, LocalDate from) {
        Stream<Deed> written = this.residents.updates(scope, from).entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(day -> deed(Actor.CHILD_DIRECTOR, entry.getKey(), DeedKind.UPDATE, day)));
        Stream<Deed> recorded = this.mapper.since(scope, from).stream()
                .filter(row -> row.childId() != null)
                .map(row -> deed(by(row.kind()), new ChildId(row.childId()), row.kind(), row.doneOn()));
        return Stream.concat(written, recorded).toList();
    }

    /** The trainings of these families since a day. */
    List<Deed> trainings(Scope scope, Collection<FamilyId> families, LocalDate from) {
        return families.isEmpty()
                ? List.of()
                : this.mapper
                        .ofFamilies(
                                scope, families.stream().map(FamilyId::value).toList(), from)
                        .stream()
                        .filter(row -> row.familyId() != null)
                        .map(row -> new Deed(
                                Actor.TOWNSHIP,
                                new FamilyId(row.familyId()),
                                null,
                                row.kind(),
                                row.doneOn(),
                                Deed.Outcome.DONE))
                        .toList();
    }

    private static Actor by(DeedKind kind) {
        return kind == DeedKind.UPDATE ? Actor.CHILD_DIRECTOR : Actor.WOMENS_FEDERATION;
    }

    private static Deed deed(Actor by, ChildId child, DeedKind kind, LocalDate on) {
        return new Deed(by, null, child, kind, on, Deed.Outcome.DONE);
    }

    private LocalDateTime check(LocalDate on) {
        LocalDateTime now = now();
        if (on.isAfter(now.toLocalDate()) || on.isBefore(now.toLocalDate().minusYears(1))) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        return now;
    }

    /** To the millisecond, as the database keeps it. */
    private LocalDateTime now() {
        return LocalDateTime.now(this.clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
