package org.tongxing.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Facet;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.ChildFinding;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.DifficultyRequest;
import org.tongxing.contract.VisitContent.FoundNeed;
import org.tongxing.contract.VisitContent.Met;
import org.tongxing.contract.VisitContent.MissedReason;
import org.tongxing.contract.VisitContent.Neglect;
import org.tongxing.contract.VisitContent.Place;
import org.tongxing.contract.VisitContent.PromiseRequest;
import org.tongxing.contract.VisitContent.SafetyCheck;
import org.tongxing.contract.VisitContent.Topic;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.contract.VisitContent.Visitor;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.problem.Refusal;

/** What visitors report, with what was left out filled in and what contradicts itself refused. */
@Clause("JB-42")
@Clause("JB-43")
record Report(
        List<ChildId> children,
        LocalDate visitedOn,
        VisitOutcome outcome,
        @Nullable MissedReason missedReason,
        @Nullable String missedWords,
        Set<Visitor> went,
        Set<Met> met,
        Set<Topic> topics,
        Set<Topic> guardianTopics,
        @Nullable Condition condition,
        @Nullable String note,
        @Nullable String difficulty,
        List<SafetyCheck> safety,
        List<ChildFinding> findings,
        List<PromiseRequest> promises,
        Set<Long> keptPromises,
        List<DifficultyRequest> difficulties,
        @Nullable Neglect neglect,
        @Nullable Place place,
        @Nullable TieKind as,
        List<Long> photos,
        @Nullable LocalDateTime placedAt,
        @Nullable LocalDateTime begunAt,
        @Nullable LocalDateTime savedAt,
        List<FoundNeed> needs) {

    static Report of(VisitRequest request, ZoneId zone) {
        VisitOutcome outcome = request.outcome() == null ? VisitOutcome.MET : request.outcome();
        Place place = request.place();
        Report report = new Report(
                request.childIds().stream().sorted().map(ChildId::new).toList(),
                request.visitedOn(),
                outcome,
                request.missedReason(),
                request.missedWords(),
                orEmpty(request.went()),
                request.met(),
                request.topics(),
                orEmpty(request.guardianTopics()),
                request.condition(),
                request.note(),
                request.difficulty(),
                orEmpty(request.safety()),
                orEmpty(request.children()),
                orEmpty(request.promises()),
                orEmpty(request.keptPromiseIds()),
                orEmpty(request.difficulties()),
                request.neglect(),
                place,
                request.as(),
                List.copyOf(new LinkedHashSet<>(request.photoIds())),
                local(place == null ? null : place.at(), zone),
                local(request.begunAt(), zone),
                local(request.savedAt(), zone),
                orEmpty(request.needs()));
        report.check();
        return report;
    }

    /** A visit somebody was met on says whom and how the child was; one nobody was met on says why, and nothing more. */
    private void check() {
        boolean right = this.outcome == VisitOutcome.MET
                ? !this.met.isEmpty() && this.condition != null && this.missedReason == null
                : this.met.isEmpty() && this.condition == null && this.missedReason != null && nothingSeen();
        boolean known = this.findings.stream()
                        .allMatch(finding -> this.children.contains(new ChildId(finding.childId()))
                                && finding.facets().stream().allMatch(note -> facet(note.facet()) != null))
                && this.needs.stream().allMatch(need -> this.children.contains(new ChildId(need.childId())));
        boolean once = this.safety.stream().map(SafetyCheck::item).distinct().count() == this.safety.size()
                && this.findings.stream().map(ChildFinding::childId).distinct().count() == this.findings.size();
        if (!right || !known || !once) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
    }

    private boolean nothingSeen() {
        return this.topics.isEmpty()
                && this.guardianTopics.isEmpty()
                && this.findings.isEmpty()
                && this.promises.isEmpty()
                && this.needs.isEmpty()
                && this.safety.isEmpty();
    }

    List<Long> childIds() {
        return this.children.stream().map(ChildId::value).toList();
    }

    /** How this child was: as said of it, or as said of all. */
    @Nullable
    Condition conditionOf(ChildId child) {
        return this.findings.stream()
                .filter(finding -> finding.childId() == child.value() && finding.condition() != null)
                .map(ChildFinding::condition)
                .findFirst()
                .orElse(this.condition);
    }

    static @Nullable Facet facet(String code) {
        for (Facet facet : Facet.values()) {
            if (facet.name().equals(code)) {
                return facet;
            }
        }
        return null;
    }

    static String joined(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable LocalDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null || at.getEpochSecond() < 0 || at.getEpochSecond() > FARTHEST
                ? null
                : LocalDateTime.ofInstant(at, zone);
    }

    private static <T> Set<T> orEmpty(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    /** The end of the year 9999, which is as far as the database counts. */
    private static final long FARTHEST = 253_402_300_799L;
}
