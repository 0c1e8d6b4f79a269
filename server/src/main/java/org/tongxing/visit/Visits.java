package org.tongxing.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.media.Photos;

/** Knows who visited whom on which day; what was seen and said is read elsewhere. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Visits {

    private final VisitMapper mapper;
    private final Photos photos;

    /** The days since {@code from} on which this family met this child; trying does not count. */
    @Clause("JB-41")
    public List<LocalDate> days(ChildId child, FamilyId family, LocalDate from) {
        return this.mapper.days(child.value(), family.value(), from);
    }

    /** The day on which each of these children was last met by anybody; a child never met is missing. */
    public Map<Long, LocalDate> last(Collection<Long> children) {
        return children.isEmpty()
                ? Map.of()
                : this.mapper.last(children).stream()
                        .collect(Collectors.toMap(VisitMapper.LastRow::childId, VisitMapper.LastRow::visitedOn));
    }

    /** The last visits to a child, newest first; the caller has checked that the child is in scope. */
    public List<PastVisit> ofChild(ChildId child) {
        List<VisitMapper.PastRow> rows = this.mapper.ofChild(child.value());
        Map<String, Photos.Shown> photos = this.photos.of(
                rows.stream().map(row -> VisitPhotos.subject(row.id())).toList());
        return rows.stream()
                .map(row -> {
                    Photos.Shown shown = photos.getOrDefault(VisitPhotos.subject(row.id()), Photos.Shown.NONE);
                    return new PastVisit(
                            row.id(),
                            row.visitedOn(),
                            row.name(),
                            shown.visible().size() + shown.held(),
                            VisitOutcome.valueOf(row.outcome()));
                })
                .toList();
    }

    /** How many visits there were in a scope on the days {@code [from, until)}. */
    public int count(Scope scope, LocalDate from, LocalDate until) {
        return this.mapper.countIn(scope.division().value(), from, until);
    }

    /** A visit of the past. */
    public record PastVisit(long id, LocalDate on, String by, int photos, VisitOutcome outcome) {}
}
