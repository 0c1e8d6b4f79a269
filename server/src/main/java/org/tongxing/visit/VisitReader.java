package org.tongxing.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.Met;
import org.tongxing.contract.VisitContent.MissedReason;
import org.tongxing.contract.VisitContent.Topic;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitEndpoint.RemarkKind;
import org.tongxing.contract.VisitEndpoint.RemarkView;
import org.tongxing.contract.VisitEndpoint.VisitView;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.media.Photos;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Nearness.Standing;
import org.tongxing.visit.ReadMapper.ReleaseRow;
import org.tongxing.visit.ReadMapper.RemarkRow;
import org.tongxing.visit.ReadMapper.VisitRow;

/**
 * What people of the phone side may read of visits: their own while they visit, everything where they answer for the
 * village, and otherwise only what a supervisor released. After a hand-over the new family does not read the old one's
 * notes, and the old one reads nothing any more.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class VisitReader {

    private final ReadMapper mapper;
    private final Nearness nearness;
    private final Photos photos;
    private final Vault vault;
    private final Clock clock;

    /** The visits to a child that the caller may read, the newest first; a child out of reach does not exist. */
    public List<VisitView> ofChild(PhoneCaller caller, ChildId child) {
        Optional<Standing> standing = this.nearness.standing(caller, child);
        if (standing.isEmpty() && caller.asGuardian(child).isEmpty()) {
            throw Refusal.notFound("child", child.value());
        }
        Audience audience = standing.isPresent() ? Audience.FAMILY : Audience.PARENT;
        Scope only = Scope.ofChildren(Set.of(child.value()));
        Map<Long, ReleaseRow> released = this.mapper.releases(only, audience.name()).stream()
                .collect(Collectors.toMap(ReleaseRow::visitId, Function.identity()));
        List<VisitRow> rows = this.mapper.in(only).stream()
                .filter(row -> readsAll(standing, row) || released.containsKey(row.id()))
                .toList();
        return views(caller, only, rows, row -> readsAll(standing, row) ? null : released.get(row.id()));
    }

    /** One visit, as far as the caller may read it. */
    public VisitView get(PhoneCaller caller, long id) {
        for (long child : this.mapper.about(List.of(id))) {
            ChildId childId = new ChildId(child);
            if (this.nearness.isNear(caller, childId)) {
                Optional<VisitView> found = ofChild(caller, childId).stream()
                        .filter(visit -> visit.id() == id)
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw Refusal.notFound("visit", id);
    }

    /** The own family's visits, and any where the caller answers for the village. */
    private static boolean readsAll(Optional<Standing> standing, VisitRow row) {
        return standing.isPresent()
                && (standing.get().family() == null
                        || row.familyId() != null
                                && row.familyId() == standing.get().family().value());
    }

    private List<VisitView> views(
            PhoneCaller caller, Scope scope, List<VisitRow> rows, Function<VisitRow, @Nullable ReleaseRow> release) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(VisitRow::id).toList();
        Map<String, Photos.Shown> shown =
                this.photos.of(ids.stream().map(VisitPhotos::subject).toList());
        Map<Long, List<Long>> children = near(caller, ids);
        Map<Long, List<RemarkRow>> remarks =
                this.mapper.remarks(scope, ids).stream().collect(Collectors.groupingBy(RemarkRow::visitId));
        Map<Long, Boolean> confirmed = this.mapper.confirmed(scope, ids).stream()
                .collect(Collectors.toMap(ReadMapper.ConfirmedRow::visitId, ReadMapper.ConfirmedRow::asTold));
        return rows.stream()
                .map(row -> view(
                        caller,
                        row,
                        release.apply(row),
                        children.getOrDefault(row.id(), List.of()),
                        shown.getOrDefault(VisitPhotos.subject(row.id()), Photos.Shown.NONE),
                        confirmed.get(row.id()),
                        remarks.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** The children of visits the caller is near; others who were visited along with them are not told. */
    private Map<Long, List<Long>> near(PhoneCaller caller, List<Long> visits) {
        Set<Long> near = this.mapper.about(visits).stream()
                .filter(child -> this.nearness.isNear(caller, new ChildId(child)))
                .collect(Collectors.toSet());
        return this.mapper.children(Scope.ofChildren(near), visits).stream()
                .collect(Collectors.groupingBy(
                        ReadMapper.ChildRow::visitId,
                        Collectors.mapping(ReadMapper.ChildRow::childId, Collectors.toList())));
    }

    private VisitView view(
            PhoneCaller caller,
            VisitRow row,
            @Nullable ReleaseRow release,
            List<Long> children,
            Photos.Shown photos,
            @Nullable Boolean confirmed,
            List<RemarkRow> remarks) {
        boolean whole = release == null;
        boolean withPhotos = release == null || release.withPhotos();
        return new VisitView(
                row.id(),
                row.visitedOn(),
                VisitOutcome.valueOf(row.outcome()),
                whole && row.missedReason() != null ? MissedReason.valueOf(row.missedReason()) : null,
                TieKind.valueOf(row.actor()),
                calledBy(row.familyId(), row.actorName()),
                isMine(caller, row),
                whole ? children : List.of(),
                whole ? values(Met.class, row.met()) : List.of(),
                values(Topic.class, row.topics()),
                row.childCondition() == null ? null : Condition.valueOf(row.childCondition()),
                this.vault.open(release == null ? row.noteSealed() : release.wordsSealed()),
                withPhotos ? photos.visible() : List.of(),
                whole ? photos.held() : 0,
                whole ? confirmed : null,
                whole ? remarks.stream().map(remark -> view(caller, remark)).toList() : List.of());
    }

    private RemarkView view(PhoneCaller caller, RemarkRow row) {
        return new RemarkView(
                row.id(),
                RemarkKind.valueOf(row.kind()),
                row.byName(),
                row.byPhone() != null && row.byPhone() == caller.accountId(),
                this.vault.open(row.wordsSealed()),
                instant(row.at()));
    }

    private Instant instant(LocalDateTime at) {
        return at.atZone(this.clock.getZone()).toInstant();
    }

    private static boolean isMine(PhoneCaller caller, VisitRow row) {
        return row.recordedBy() == caller.accountId()
                || row.familyId() != null && caller.familyIds().contains(row.familyId());
    }

    /** Families are called by their name, 谢家; officers by theirs. */
    static String calledBy(@Nullable Long family, String name) {
        return family == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "家";
    }

    static <E extends Enum<E>> List<E> values(Class<E> type, String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(","))
                        .map(name -> Enum.valueOf(type, name))
                        .toList();
    }
}
