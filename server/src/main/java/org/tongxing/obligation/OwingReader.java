package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Resident;
import org.tongxing.child.Residents;
import org.tongxing.child.RiskTiers;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.Helpers;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairings;
import org.tongxing.policy.Actor;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.ObligationRule;
import org.tongxing.policy.Period;
import org.tongxing.policy.TierInterval;

/** Reads what is known and what was done, in a number of queries that does not grow with the list, and lets it be reckoned. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class OwingReader {

    private final Residents residents;
    private final RiskTiers tiers;
    private final Pairings pairings;
    private final Helpers helpers;
    private final LocalSettings settings;
    private final SchoolVacations vacations;
    private final Waivers waivers;
    private final PlainDeeds plainDeeds;
    private final List<DeedSource> sources;
    private final FestivalCalls festivalCalls;
    private final Adoptions adoptions;

    /** What is owed about the children of a scope on a day. */
    Gathered children(Scope scope, LocalDate today) {
        List<Resident> children = this.residents.in(scope).stream()
                .filter(child -> child.presentOn(today))
                .toList();
        if (children.isEmpty()) {
            return new Gathered(Map.of(), Map.of(), List.of());
        }
        LocalDate from = Ledger.firstDay(today);
        Place place = place(scope, children);
        Map<ChildId, List<TierInterval>> graded = this.tiers.in(scope, from);
        Map<ChildId, List<Episode>> episodes =
                this.pairings.in(scope).stream().collect(Collectors.groupingBy(Episode::child));
        Map<ChildId, List<Period>> entrusted = this.residents.entrusted(scope);
        Map<ChildId, List<Period>> waived = this.waivers.in(scope, from);
        Map<ChildId, List<Deed>> deeds = this.sources.stream()
                .flatMap(source -> source.since(scope, from).stream())
                .collect(Collectors.groupingBy(deed -> Objects.requireNonNull(deed.child())));
        List<Owed> owed = new ArrayList<>();
        for (Resident child : children) {
            DivisionCode village = child.village();
            Leeway leeway = place.leeway(village);
            owed.addAll(new Ledger(today, leeway)
                    .of(
                            new ChildCase(
                                    child,
                                    graded.getOrDefault(child.id(), List.of()),
                                    episodes.getOrDefault(child.id(), List.of()),
                                    entrusted.getOrDefault(child.id(), List.of()),
                                    waived.getOrDefault(child.id(), List.of())),
                            place.timeline(village, from, today),
                            new OccasionDays(
                                    child.birthOn(),
                                    leeway.occasionDays(),
                                    (kind, year) -> place.vacations().days(village, kind, year)),
                            deeds.getOrDefault(child.id(), List.of())));
        }
        return new Gathered(
                children.stream().collect(Collectors.toMap(Resident::id, child -> child)),
                graded,
                this.festivalCalls.withoutComings(scope, owed).stream()
                        .filter(one -> concerns(scope, one))
                        .toList());
    }

    /** What is owed to the families of a scope: their training. */
    List<Owed> families(Scope scope, LocalDate today) {
        LocalDate from = Ledger.firstDay(today);
        List<CadreFamily> families = this.helpers.confirmed(scope).stream()
                .filter(family -> family.takesPartOn(today))
                .toList();
        Map<FamilyId, List<Deed>> trainings =
                this.plainDeeds
                        .trainings(scope, families.stream().map(CadreFamily::id).toList(), from)
                        .stream()
                        .collect(Collectors.groupingBy(deed -> Objects.requireNonNull(deed.family())));
        Map<DivisionCode, Map<ObligationRule, Period>> rules = new HashMap<>();
        List<Owed> owed = new ArrayList<>();
        for (CadreFamily family : families) {
            Ledger ledger = new Ledger(today, Leeway.USUAL);
            rules.computeIfAbsent(family.division(), division -> trainingRules(division, today))
                    .forEach((rule, held) -> {
                        LocalDate start = family.joinedOn().isAfter(held.from()) ? family.joinedOn() : held.from();
                        if (start.isBefore(held.to())) {
                            owed.add(ledger.toFamily(
                                    rule,
                                    OwedBy.township(rule.actor(), family.division()),
                                    family.id(),
                                    new Period(start, held.to()),
                                    trainings.getOrDefault(family.id(), List.of())));
                        }
                    });
        }
        return owed;
    }

    private Map<ObligationRule, Period> trainingRules(DivisionCode division, LocalDate today) {
        Map<ObligationRule, Period> held = new HashMap<>();
        RuleTimeline.of(this.adoptions, division, Ledger.firstDay(today), today)
                .stretches()
                .forEach(stretch -> stretch.things().values().stream()
                        .map(rules -> rules.get(0).rule())
                        .filter(ObligationRule::isAboutFamilies)
                        .forEach(rule -> held.merge(
                                rule,
                                stretch.days().stretches().get(0),
                                (one, two) -> new Period(one.from(), two.to()))));
        return held;
    }

    /** A unit answers for its own families and for nothing else. */
    private static boolean concerns(Scope scope, Owed owed) {
        return scope.unitId() == null || owed.by().kind() == Actor.CADRE_FAMILY;
    }

    /** The smallest place that holds all these children: what it decided is read, and nothing of other places. */
    private Place place(Scope scope, List<Resident> children) {
        DivisionCode common = scope.division();
        if (scope.childIds() != null) {
            common = children.get(0).village();
            for (Resident child : children) {
                common = common.with(child.village());
            }
        }
        return new Place(
                this.adoptions,
                this.settings.decidedAround(common),
                this.vacations.around(common),
                new HashMap<>(),
                new HashMap<>());
    }

    /** What holds in a place, looked up once per village. */
    private record Place(
            Adoptions adoptions,
            LocalSettings.Decided settings,
            SchoolVacations.Decided vacations,
            Map<DivisionCode, RuleTimeline> timelines,
            Map<DivisionCode, Leeway> leeways) {

        RuleTimeline timeline(DivisionCode village, LocalDate from, LocalDate today) {
            return this.timelines.computeIfAbsent(village, code -> RuleTimeline.of(this.adoptions, code, from, today));
        }

        Leeway leeway(DivisionCode village) {
            return this.leeways.computeIfAbsent(
                    village,
                    code -> new Leeway(
                            this.settings.value(code, LocalSetting.WINDOW_LEAST_DAYS),
                            this.settings.value(code, LocalSetting.RAISED_LEAST_DAYS),
                            this.settings.value(code, LocalSetting.OCCASION_DAYS)));
        }
    }

    /** The children of a scope by id, their tiers, and what is owed about them. */
    record Gathered(Map<ChildId, Resident> children, Map<ChildId, List<TierInterval>> tiers, List<Owed> owed) {

        Set<FamilyId> families() {
            return this.owed.stream().map(Owed::family).filter(Objects::nonNull).collect(Collectors.toSet());
        }
    }
}
