package org.tongxing.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.media.Photos;

/** Knows who visited whom on which day; what was seen and said is read elsewhere. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Visits {

    private final VisitMapper mapper;
    private final Photos photos;

    /** The day on which each of these children was last met by anybody; a child never met is missing. */
    public Map<Long, LocalDate> last(Collection<Long> children) {
        return children.isEmpty()
                ? Map.of()
                : this.mapper.last(Scope.ofChildren(Set.copyOf(children))).stream()
                        .collect(Collectors.toMap(VisitMapper.LastRow::childId, VisitMapper.LastRow::visitedOn));
    }

    /** The last visits to a child of a scope, newest first; none for a child outside. */
    public List<PastVisit> ofChild(Scope scope, ChildId child) {
        List<VisitMapper.PastRow> rows =
                this.mapper.past(new Scope(scope.division(), scope.unitId(), Set.of(child.value())));
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

    /** A visit of the past. */
    public record PastVisit(long id, LocalDate on, String by, int photos, VisitOutcome outcome) {}
}
