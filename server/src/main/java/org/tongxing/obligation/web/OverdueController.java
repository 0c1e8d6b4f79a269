package org.tongxing.obligation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.Nudge;
import org.tongxing.obligation.Nudges;
import org.tongxing.obligation.OverdueGroup;
import org.tongxing.obligation.OverdueLine;
import org.tongxing.obligation.OverdueList;
import org.tongxing.obligation.OverdueQuestion;
import org.tongxing.obligation.OverdueTally;
import org.tongxing.obligation.OwedBy;
import org.tongxing.obligation.web.OverdueViews.OverdueGroupView;
import org.tongxing.obligation.web.OverdueViews.OverdueLineView;
import org.tongxing.obligation.web.OverdueViews.OverdueView;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.policy.Actor;
import org.tongxing.policy.RiskTier;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;

/** What has not been done in a place, by village, family and unit, down to the children. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class OverdueController {

    private final OverdueList overdue;
    private final OverdueTally tally;
    private final Nudges nudges;
    private final Divisions divisions;
    private final AuditLog audit;
    private final Clock clock;

    /** Above the township the parts of the place are summed from what was counted; below it everything is reckoned now. */
    @GetMapping("/overdue")
    OverdueView overdue(
            Caller caller,
            @RequestParam DivisionCode division,
            @RequestParam(defaultValue = "OVERDUE") OverdueQuestion.Which which,
            @RequestParam(required = false) @Nullable Actor actor,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(required = false) @Nullable RiskTier tier,
            @RequestParam(defaultValue = "VILLAGE") OverdueList.By by,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        Scope scope = caller.scope().within(division);
        Paging paging = new Paging(page, size);
        if (division.level().compareTo(DivisionCode.Level.TOWNSHIP) < 0 && scope.unitId() == null) {
            return parts(scope, actor, paging);
        }
        List<OverdueLine> lines = this.overdue.lines(
                scope, new OverdueQuestion(which, actor, clause, null, null, seen(caller, tier)), today());
        List<OverdueGroup> groups = this.overdue.groups(lines, by);
        List<OverdueGroup> shown = paged(groups, paging);
        Map<OwedBy, Nudge> latest = this.nudges.latest(
                scope,
                shown.stream()
                        .flatMap(group -> group.actors().stream())
                        .distinct()
                        .toList());
        record(caller, lines);
        List<OwedBy> owing =
                lines.stream().map(line -> line.owed().by()).distinct().toList();
        return new OverdueView(
                OverdueLine.childIds(lines).size(),
                owing.size(),
                lines.size(),
                lines.stream().mapToLong(OverdueLine::days).max().orElse(0),
                shown.stream().map(group -> OverdueGroupView.of(group, latest)).toList(),
                groups.size(),
                (int) owing.stream().filter(OwedBy::canBeNudged).count(),
                unsent(scope),
                null);
    }

    @GetMapping("/overdue/lines")
    Page<OverdueLineView> lines(
            Caller caller,
            @RequestParam DivisionCode division,
            @RequestParam(defaultValue = "OVERDUE") OverdueQuestion.Which which,
            @RequestParam(required = false) @Nullable Actor actor,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(required = false) @Nullable Long family,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable RiskTier tier,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        Scope scope = township(caller, division);
        List<OverdueLine> lines = this.overdue.lines(
                scope, new OverdueQuestion(which, actor, clause, family, unit, seen(caller, tier)), today());
        List<OverdueLine> shown = paged(lines, new Paging(page, size));
        record(caller, shown);
        Map<OwedBy, Nudge> latest = this.nudges.latest(
                scope, shown.stream().map(line -> line.owed().by()).distinct().toList());
        Map<String, String> villages = this.overdue.villageNames(shown);
        return new Page<>(
                shown.stream()
                        .map(line -> OverdueLineView.of(
                                line, villages, latest, caller.role().seesRisk()))
                        .toList(),
                lines.size());
    }

    /** A place that can be reckoned while somebody waits: a township or less, or the families of one unit. */
    static Scope township(Caller caller, DivisionCode division) {
        Scope scope = caller.scope().within(division);
        if (division.level().compareTo(DivisionCode.Level.TOWNSHIP) < 0 && scope.unitId() == null) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        return scope;
    }

    private OverdueView parts(Scope scope, @Nullable Actor actor, Paging paging) {
        List<OverdueTally.Part> parts = this.tally.parts(scope, actor);
        Map<String, String> names = this.divisions.names(
                parts.stream().map(part -> part.division().value()).toList());
        LocalDate today = today();
        List<OverdueGroupView> groups = parts.stream()
                .map(part -> new OverdueGroupView(
                        part.division().value(),
                        names.getOrDefault(part.division().value(), ""),
                        "",
                        part.children(),
                        part.owing(),
                        part.oldest(),
                        ChronoUnit.DAYS.between(part.oldest(), today),
                        List.of(),
                        null))
                .toList();
        return new OverdueView(
                parts.stream().mapToInt(OverdueTally.Part::children).sum(),
                parts.stream().mapToInt(OverdueTally.Part::owing).sum(),
                parts.stream().mapToInt(OverdueTally.Part::owing).sum(),
                groups.stream().mapToLong(OverdueGroupView::days).max().orElse(0),
                paged(groups, paging),
                groups.size(),
                0,
                unsent(scope),
                parts.stream()
                        .map(OverdueTally.Part::countedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDateTime.now(this.clock)));
    }

    private int unsent(Scope scope) {
        return (int) this.nudges.history(scope, true, new Paging(1, 1)).total();
    }

    private void record(Caller caller, Collection<OverdueLine> lines) {
        this.audit.record(caller, Deed.LISTED, OverdueLine.childIds(lines), null);
    }

    /** Who may not know the tier may not ask for it either. */
    static @Nullable RiskTier seen(Caller caller, @Nullable RiskTier tier) {
        if (tier != null && !caller.role().seesRisk()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return tier;
    }

    private static <T> List<T> paged(List<T> all, Paging paging) {
        return all.stream().skip(paging.offset()).limit(paging.size()).toList();
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }
}
