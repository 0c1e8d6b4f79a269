package org.tongxing.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.child.Facet;
import org.tongxing.child.Facets;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.ChildEndpoint.BriefView;
import org.tongxing.contract.ChildEndpoint.ChangeView;
import org.tongxing.contract.ChildEndpoint.FacetView;
import org.tongxing.contract.ChildEndpoint.PromiseView;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.pairing.HandOvers;
import org.tongxing.persistence.Paging;
import org.tongxing.region.Divisions;
import org.tongxing.visit.Nearness.Standing;

/** What to know before a visit: what changed, what was promised, what is near; the least that is needed. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Briefs {

    private static final int BIRTHDAY_NEAR_DAYS = 45;
    private static final int NAMED = 3;
    private static final Duration KEPT_ON_THE_PHONE = Duration.ofDays(14);

    private final Nearness nearness;
    private final Children children;
    private final Facets facets;
    private final HandOvers handOvers;
    private final Divisions divisions;
    private final Difficulties difficulties;
    private final DifficultyViews difficultyViews;
    private final ReadMapper visits;
    private final Vault vault;
    private final Clock clock;

    /** The brief about a child the caller visits; any other does not exist. */
    public BriefView of(PhoneCaller caller, ChildId id) {
        Standing standing = this.nearness.require(caller, id);
        LocalDate today = LocalDate.now(this.clock);
        Scope only = Scope.ofChildren(Set.of(id.value()));
        CaseFile file = this.children.get(only, id);
        KnownChild known = Objects.requireNonNull(
                this.children.known(only, List.of(id.value())).get(id.value()));
        List<ReadMapper.VisitRow> rows = this.visits.in(only);
        LocalDate since = ownLast(rows, standing);
        Map<Facet, List<Facets.Wording>> ledger = this.facets.of(only, id);
        return new BriefView(
                id.value(),
                standing.as(),
                known.petName(),
                known.ageOn(today),
                this.divisions
                        .names(Set.of(known.village().value()))
                        .getOrDefault(known.village().value(), ""),
                since,
                siblings(caller, file),
                file.adults().stream()
                        .filter(CaseFile.Adult::carer)
                        .map(CaseFile.Adult::relation)
                        .findFirst()
                        .orElse(null),
                birthday(known.birthOn(), today),
                standing.family() == null
                        ? null
                        : this.handOvers.before(standing.family(), id).orElse(null),
                changes(rows, ledger, standing, since),
                promises(only, standing),
                this.difficulties.list(only, Difficulties.Question.OPEN, new Paging(1, 20)).rows().stream()
                        .map(this.difficultyViews::of)
                        .toList(),
                Arrays.stream(Facet.values())
                        .map(facet -> view(facet, ledger.getOrDefault(facet, List.of())))
                        .toList(),
                VisitTopics.forAge(known.ageOn(today)),
                VisitTopics.ofSeason(today),
                this.clock.instant().plus(KEPT_ON_THE_PHONE));
    }

    private static @Nullable LocalDate ownLast(List<ReadMapper.VisitRow> rows, Standing standing) {
        return rows.stream()
                .filter(row -> isOwn(row, standing) && row.outcome().equals(VisitOutcome.MET.name()))
                .map(ReadMapper.VisitRow::visitedOn)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOwn(ReadMapper.VisitRow row, Standing standing) {
        return standing.family() == null
                ? row.actor().equals(standing.as().name())
                : row.familyId() != null && row.familyId() == standing.family().value();
    }

    private List<Long> siblings(PhoneCaller caller, CaseFile file) {
        return this.children.siblings(Scope.of(file.village()), file).stream()
                .filter(sibling -> this.nearness.visits(caller, sibling))
                .map(ChildId::value)
                .toList();
    }

    /** The next birthday, if it is near; somebody born on 29 February has it on the 28th in other years. */
    static @Nullable LocalDate birthday(LocalDate born, LocalDate today) {
        LocalDate next = MonthDay.from(born).atYear(today.getYear());
        if (next.isBefore(today)) {
            next = MonthDay.from(born).atYear(today.getYear() + 1);
        }
        return ChronoUnit.DAYS.between(today, next) <= BIRTHDAY_NEAR_DAYS ? next : null;
    }

    /** That others visited, and what was written in the ledger since; never what others wrote about a visit. */
    private static List<ChangeView> changes(
            List<ReadMapper.VisitRow> rows,
            Map<Facet, List<Facets.Wording>> ledger,
            Standing standing,
            @Nullable LocalDate since) {
        if (since == null) {
            return List.of();
        }
        List<ChangeView> changes = new ArrayList<>();
        rows.stream()
                .filter(row -> !isOwn(row, standing)
                        && row.visitedOn().isAfter(since)
                        && row.outcome().equals(VisitOutcome.MET.name()))
                .forEach(row -> changes.add(new ChangeView(
                        row.visitedOn(), VisitReader.calledBy(row.familyId(), row.actorName()) + "去看过")));
        Map<LocalDate, List<String>> written = new TreeMap<>();
        ledger.forEach((facet, wordings) -> {
            LocalDate day = wordings.get(0).at().toLocalDate();
            if (day.isAfter(since)) {
                written.computeIfAbsent(day, first -> new ArrayList<>()).add(facet.label());
            }
        });
        written.forEach((day, facets) -> changes.add(new ChangeView(day, news(facets))));
        changes.sort(Comparator.comparing(ChangeView::on).reversed());
        return changes;
    }

    /** One line for what was written on one day; of many columns the first three by name. */
    static String news(List<String> facets) {
        return facets.size() <= NAMED
                ? String.join("、", facets) + "有新的"
                : String.join("、", facets.subList(0, NAMED)) + "等 " + facets.size() + " 栏有新的";
    }

    private List<PromiseView> promises(Scope only, Standing standing) {
        return this.visits
                .openPromises(
                        only,
                        standing.as().name(),
                        standing.family() == null ? 0 : standing.family().value())
                .stream()
                .map(row -> new PromiseView(
                        row.id(),
                        Objects.requireNonNull(this.vault.open(row.wordsSealed())),
                        row.madeOn(),
                        row.dueOn()))
                .toList();
    }

    private static FacetView view(Facet facet, List<Facets.Wording> wordings) {
        return wordings.isEmpty()
                ? new FacetView(facet.name(), facet.label(), null, null, 0)
                : new FacetView(
                        facet.name(),
                        facet.label(),
                        wordings.get(0).content(),
                        wordings.get(0).at().toLocalDate(),
                        wordings.get(0).id());
    }
}
