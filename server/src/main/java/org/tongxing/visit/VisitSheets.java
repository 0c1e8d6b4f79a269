package org.tongxing.visit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.Met;
import org.tongxing.contract.VisitContent.MissedReason;
import org.tongxing.contract.VisitContent.NeglectBy;
import org.tongxing.contract.VisitContent.SafetyFinding;
import org.tongxing.contract.VisitContent.SafetyItem;
import org.tongxing.contract.VisitContent.Topic;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitContent.Visitor;
import org.tongxing.contract.VisitEndpoint.RemarkKind;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Scope;
import org.tongxing.media.Photos;
import org.tongxing.visit.DeskMapper.SignalRow;
import org.tongxing.visit.ReadMapper.ChildRow;
import org.tongxing.visit.ReadMapper.VisitRow;

/** Puts the sheets of visits together: a few queries for a whole page, and one more set for what was written. */
@Component
@RequiredArgsConstructor
class VisitSheets {

    private final ReadMapper visits;
    private final DeskMapper desk;
    private final Photos photos;
    private final Children children;
    private final HandIns handIns;
    private final Vault vault;

    List<VisitSheet> of(Scope scope, List<VisitRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(VisitRow::id).toList();
        Map<Long, List<Long>> children = this.visits.children(scope, ids).stream()
                .collect(Collectors.groupingBy(
                        ChildRow::visitId, Collectors.mapping(ChildRow::childId, Collectors.toList())));
        Map<String, Photos.Shown> shown =
                this.photos.of(ids.stream().map(VisitPhotos::subject).toList());
        Map<Long, Boolean> confirmed = this.visits.confirmed(scope, ids).stream()
                .collect(Collectors.toMap(ReadMapper.ConfirmedRow::visitId, ReadMapper.ConfirmedRow::asTold));
        Map<Long, List<VisitSheet.Signal>> signals = questions(scope, ids);
        Set<Long> askedBack = this.desk.askedBack(scope, ids);
        Map<Long, VisitSheet.HandIn> handIns = handIns(scope, rows, children);
        return rows.stream()
                .map(row -> new VisitSheet(
                        row.id(),
                        row.visitedOn(),
                        VisitOutcome.valueOf(row.outcome()),
                        row.missedReason() == null ? null : MissedReason.valueOf(row.missedReason()),
                        TieKind.valueOf(row.actor()),
                        row.familyId(),
                        row.actorName(),
                        children.getOrDefault(row.id(), List.of()),
                        VisitReader.values(Visitor.class, row.went()),
                        VisitReader.values(Met.class, row.met()),
                        VisitReader.values(Topic.class, row.topics()),
                        VisitReader.values(Topic.class, row.guardianTopics()),
                        row.childCondition() == null ? null : Condition.valueOf(row.childCondition()),
                        shown.getOrDefault(VisitPhotos.subject(row.id()), Photos.Shown.NONE),
                        confirmed.get(row.id()),
                        signals.getOrDefault(row.id(), List.of()),
                        askedBack.contains(row.id()),
                        handIns.get(row.id()),
                        row.savedAt(),
                        row.recordedAt()))
                .toList();
    }

    VisitSheet.Words words(Scope scope, VisitRow row) {
        Map<Long, Condition> conditions = new HashMap<>();
        this.visits.children(scope, List.of(row.id())).stream()
                .filter(child -> child.childCondition() != null)
                .forEach(child -> conditions.put(child.childId(), Condition.valueOf(child.childCondition())));
        return new VisitSheet.Words(
                this.vault.open(row.noteSealed()),
                this.vault.open(row.missedSealed()),
                row.neglectBy() == null ? null : NeglectBy.valueOf(row.neglectBy()),
                this.vault.open(row.neglectSealed()),
                conditions,
                this.visits.safety(scope, row.id()).stream()
                        .map(safety -> new VisitSheet.Safety(
                                SafetyItem.valueOf(safety.item()),
                                SafetyFinding.valueOf(safety.finding()),
                                this.vault.open(safety.wordsSealed())))
                        .toList(),
                this.visits.promises(scope, row.id()).stream()
                        .map(promise -> new VisitSheet.Promise(
                                promise.id(),
                                Objects.requireNonNull(this.vault.open(promise.wordsSealed())),
                                promise.dueOn(),
                                promise.keptOn()))
                        .toList(),
                this.visits.remarks(scope, List.of(row.id())).stream()
                        .map(remark -> new VisitSheet.Remark(
                                remark.id(),
                                RemarkKind.valueOf(remark.kind()),
                                this.vault.open(remark.wordsSealed()),
                                remark.byName(),
                                remark.byAccount() == null,
                                remark.at()))
                        .toList(),
                this.visits.releasesOf(scope, row.id()).stream()
                        .map(release -> new VisitSheet.Released(
                                release.childId(),
                                Audience.valueOf(release.audience()),
                                this.vault.open(release.wordsSealed()),
                                release.withPhotos()))
                        .toList());
    }

    private Map<Long, VisitSheet.HandIn> handIns(Scope scope, List<VisitRow> rows, Map<Long, List<Long>> children) {
        Map<Long, KnownChild> known = this.children.known(
                scope, children.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        HandIns.Looked looked = this.handIns.look();
        Map<Long, VisitSheet.HandIn> handIns = new HashMap<>();
        for (VisitRow row : rows) {
            children.getOrDefault(row.id(), List.of()).stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .flatMap(child -> looked.of(child.village(), row.visitedOn(), row.recordedAt()))
                    .ifPresent(handIn -> handIns.put(row.id(), handIn));
        }
        return handIns;
    }

    private Map<Long, List<VisitSheet.Signal>> questions(Scope scope, List<Long> ids) {
        return this.desk.signals(scope, ids).stream()
                .collect(Collectors.groupingBy(
                        SignalRow::visitId, Collectors.mapping(this::signal, Collectors.toList())));
    }

    private VisitSheet.Signal signal(SignalRow row) {
        SignalKind kind = SignalKind.valueOf(row.kind());
        LocalDate otherDay = row.otherOn();
        String day = otherDay == null ? "" : otherDay.getMonthValue() + " 月 " + otherDay.getDayOfMonth() + " 日";
        return new VisitSheet.Signal(
                row.id(),
                kind,
                kind.question(day, row.figure()),
                row.otherVisitId() == 0 ? null : row.otherVisitId(),
                this.vault.open(row.answerSealed()),
                row.answeredByName(),
                row.answeredAt());
    }
}
