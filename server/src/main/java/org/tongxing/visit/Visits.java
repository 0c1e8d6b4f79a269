package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.media.Photos;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.obligation.DeedsChanged;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairings;
import org.tongxing.problem.Refusal;

/** Records what paired families did, once, however often it was sent. */
@Service
@Transactional
@RequiredArgsConstructor
public class Visits {

    private final VisitMapper mapper;
    private final Pairings pairings;
    private final Photos photos;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Records a visit of one of the caller's families to children paired with it on that day. */
    public long record(PhoneCaller caller, String key, Report report) {
        Long known = this.mapper.byKey(caller.accountId(), key);
        if (known != null) {
            return known;
        }
        long family = familyOf(caller, report);
        if (!this.photos.ownedBy(caller.accountId(), report.photoIds())) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        VisitMapper.NewVisit visit =
                new VisitMapper.NewVisit(family, caller.accountId(), report, key, LocalDateTime.now(this.clock));
        try {
            this.mapper.insert(visit);
        } catch (DuplicateKeyException sentTwice) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        report.children().forEach(child -> this.mapper.addChild(visit.getId(), child.value()));
        report.photoIds().forEach(photo -> this.mapper.addPhoto(visit.getId(), photo));
        this.events.publishEvent(
                new DeedsChanged(report.children().stream().map(ChildId::value).toList()));
        return visit.getId();
    }

    /** The days since {@code from} on which this family visited this child. */
    @Transactional(readOnly = true)
    public List<LocalDate> days(ChildId child, FamilyId family, LocalDate from) {
        return this.mapper.days(child.value(), family.value(), from);
    }

    /** The last visits to a child, newest first; the caller has checked that the child is in scope. */
    @Transactional(readOnly = true)
    public List<PastVisit> ofChild(ChildId child) {
        return this.mapper.ofChild(child.value()).stream()
                .map(row -> new PastVisit(row.id(), row.visitedOn(), row.cadreName(), row.photos()))
                .toList();
    }

    /** How many visits there were in a scope on the days {@code [from, until)}. */
    @Transactional(readOnly = true)
    public int count(Scope scope, LocalDate from, LocalDate until) {
        return this.mapper.countIn(scope.division().value(), from, until);
    }

    private long familyOf(PhoneCaller caller, Report report) {
        for (long family : caller.familyIds()) {
            Set<ChildId> paired = this.pairings.activeOf(new FamilyId(family)).stream()
                    .filter(episode -> episode.holdsOn(report.visitedOn()))
                    .map(Episode::child)
                    .collect(java.util.stream.Collectors.toSet());
            if (paired.containsAll(report.children())) {
                return family;
            }
        }
        throw new Refusal(ProblemCode.NOT_FOUND);
    }

    /** What the family reports of a visit; sets are joined by commas. */
    public record Report(
            Set<ChildId> children,
            LocalDate visitedOn,
            String met,
            String topics,
            String condition,
            @Nullable String note,
            @Nullable String difficulty,
            List<Long> photoIds) {}

    /** A visit of the past. */
    public record PastVisit(long id, LocalDate on, String by, int photos) {}
}
