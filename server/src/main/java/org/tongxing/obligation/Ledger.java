package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.FamilyId;
import org.tongxing.pairing.Episode;
import org.tongxing.policy.Actor;
import org.tongxing.policy.Days;
import org.tongxing.policy.ObligationRule;
import org.tongxing.policy.Period;
import org.tongxing.policy.Rhythm;

/**
 * Everything that is owed on one day, from what is known and what was done. A pure function. It looks two whole years
 * back, and half a year where something is owed every week; who has done nothing for longer is overdue since then.
 */
final class Ledger {

    private static final int YEARS_BACK = 2;
    private static final int WEEKS_BACK = 26;

    private final LocalDate today;
    private final Leeway leeway;

    Ledger(LocalDate today, Leeway leeway) {
        this.today = today;
        this.leeway = leeway;
    }

    /** The first day that plays a part. */
    static LocalDate firstDay(LocalDate today) {
        return today.withDayOfYear(1).minusYears(YEARS_BACK);
    }

    /** The first day after the last window that plays a part. */
    static LocalDate lastDay(LocalDate today) {
        return today.withDayOfYear(1).plusYears(1);
    }

    /** What is owed to a child by those who answer for it today; nothing to a child that is not there any more. */
    List<Owed> of(ChildCase child, RuleTimeline timeline, OccasionDays occasions, Collection<Deed> deeds) {
        if (!child.present().contains(this.today)) {
            return List.of();
        }
        List<Owed> owed = new ArrayList<>();
        Days waived = Days.of(child.waived());
        Owing.spans(child, timeline).forEach((rule, spans) -> {
            List<Cut> cuts = cuts(rule, occasions);
            if (rule.actor() == Actor.CADRE_FAMILY) {
                for (Map.Entry<FamilyId, List<Period>> pairing : pairings(child).entrySet()) {
                    List<Deed> theirs = deeds.stream()
                            .filter(deed -> deed.by() != Actor.CADRE_FAMILY
                                    || pairing.getKey().equals(deed.family()))
                            .toList();
                    owed.add(owed(
                            rule,
                            OwedBy.family(pairing.getKey()),
                            child.child().id(),
                            pairing.getKey(),
                            within(spans, pairing.getValue()),
                            cuts,
                            theirs,
                            waived));
                }
            } else {
                ChildId id = child.child().id();
                OwedBy by = OwedBy.of(rule.actor(), child.child().village(), id);
                owed.add(owed(rule, by, id, null, spans, cuts, deeds, waived));
            }
        });
        return owed;
    }

    /** What is owed to a family that takes part on those days: its training [JB-36]. */
    @Clause("JB-36")
    Owed toFamily(ObligationRule rule, OwedBy by, FamilyId family, Period takesPart, Collection<Deed> deeds) {
        return owed(
                rule,
                by,
                null,
                family,
                List.of(new Span(takesPart.from(), takesPart.to(), Span.Entry.STARTED)),
                Cutting.of(rule.per(), firstDay(this.today), lastDay(this.today)),
                deeds,
                Days.NONE);
    }

    private Owed owed(
            ObligationRule rule,
            OwedBy by,
            @Nullable ChildId child,
            @Nullable FamilyId family,
            List<Span> spans,
            List<Cut> cuts,
            Collection<Deed> deeds,
            Days waived) {
        TreeSet<LocalDate> done = days(rule, deeds, Deed.Outcome.DONE);
        Set<LocalDate> tried = days(rule, deeds, Deed.Outcome.TRIED);
        List<Window> windows = new Reckoning(rule, this.leeway, this.today)
                .windows(spans, cuts, done, tried, waived).stream()
                        .filter(window -> window.until().isAfter(firstDay(this.today)))
                        .toList();
        return new Owed(
                rule,
                by,
                child,
                family,
                windows,
                done.isEmpty() ? null : done.last(),
                year(rule, windows, done),
                this.today);
    }

    private TreeSet<LocalDate> days(ObligationRule rule, Collection<Deed> deeds, Deed.Outcome outcome) {
        return deeds.stream()
                .filter(deed -> deed.outcome() == outcome
                        && rule.counts(deed.by(), deed.kind())
                        && !deed.on().isAfter(this.today))
                .map(Deed::on)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Cut> cuts(ObligationRule rule, OccasionDays occasions) {
        LocalDate first = firstDay(this.today);
        return switch (rule.per()) {
            case AT_ONCE -> List.of();
            case OCCASION -> occasions.cuts(rule.occasions(), first.getYear(), this.today.getYear() + 1);
            case WEEK -> Cutting.of(Rhythm.WEEK, this.today.minusWeeks(WEEKS_BACK), this.today.plusDays(1));
            default -> Cutting.of(rule.per(), first, lastDay(this.today));
        };
    }

    /** The families that have the child today, with all their episodes; who has let it go owes nothing any more. */
    private Map<FamilyId, List<Period>> pairings(ChildCase child) {
        Set<FamilyId> now = child.episodes().stream()
                .filter(episode -> episode.endsOn() == null || this.today.isBefore(episode.endsOn()))
                .map(Episode::family)
                .collect(Collectors.toSet());
        return child.episodes().stream()
                .filter(episode -> now.contains(episode.family()))
                .collect(Collectors.groupingBy(
                        Episode::family,
                        Collectors.mapping(
                                episode -> Period.of(episode.startsOn(), episode.endsOn()), Collectors.toList())));
    }

    /** A family owes from its own start, whatever others owed before it. */
    private static List<Span> within(List<Span> spans, List<Period> episodes) {
        Days owing = Days.of(
                spans.stream().map(span -> new Period(span.from(), span.to())).toList());
        return owing.and(Days.of(episodes)).stretches().stream()
                .map(days -> new Span(days.from(), days.to(), Span.Entry.STARTED))
                .toList();
    }

    private Owed.@Nullable YearCount year(ObligationRule rule, List<Window> windows, TreeSet<LocalDate> done) {
        if (rule.perYear() == null) {
            return null;
        }
        int year = this.today.getYear();
        List<Window> owed = windows.stream()
                .filter(window -> window.from().getYear() == year
                        && window.state() != Window.State.NOT_OWED
                        && window.state() != Window.State.WAIVED)
                .toList();
        int visits = (int) done.stream().filter(day -> day.getYear() == year).count();
        long soFar = owed.stream()
                .filter(window -> window.state() == Window.State.MET || !this.today.isBefore(window.until()))
                .count();
        return new Owed.YearCount(
                year, owed.size() * rule.count(), visits, (int) Math.max(0, soFar * rule.count() - visits));
    }

    /** What waits longest first, then what is due soonest, then what lies ahead. */
    static Comparator<Owed> urgentFirst() {
        return Comparator.comparing((Owed one) -> one.overdueSince().isEmpty())
                .thenComparing(one -> one.next().map(Window::until).orElse(LocalDate.MAX))
                .thenComparing(one -> one.ahead().map(Window::from).orElse(LocalDate.MAX))
                .thenComparing(one -> one.rule().clause());
    }
}
