package org.tongxing.contact;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contact.Contacts.ContactDay;
import org.tongxing.contract.ContactEndpoint.ContactProof;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;

/** How often children hear from their parents, week by week: rhythm and gaps, never content. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Rhythms {

    /** How many weeks are looked at, the running one among them. */
    public static final int WEEKS = 8;

    private final Contacts contacts;
    private final Children children;
    private final Clock clock;

    /** The children of a scope with a parent elsewhere, the longest silence first. */
    public List<Rhythm> in(Scope scope) {
        LocalDate thisWeek = LocalDate.now(this.clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate from = thisWeek.minusWeeks(WEEKS - 1);
        Map<Long, List<ContactDay>> days = this.contacts.days(scope, from, thisWeek.plusWeeks(1)).stream()
                .collect(Collectors.groupingBy(day -> day.child().value()));
        List<Rhythm> rhythms = new ArrayList<>();
        for (long child :
                this.children.parentsAway(scope, LocalDate.now(this.clock)).keySet()) {
            rhythms.add(rhythm(child, days.getOrDefault(child, List.of()), from));
        }
        rhythms.sort(Comparator.comparing(Rhythm::silentWeeks)
                .reversed()
                .thenComparing(one -> one.child().value()));
        return rhythms;
    }

    /** How often one child of a scope heard from its parents; a child outside heard from nobody. */
    public Rhythm of(Scope scope, ChildId child) {
        LocalDate thisWeek = LocalDate.now(this.clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate from = thisWeek.minusWeeks(WEEKS - 1);
        Scope only = new Scope(scope.division(), scope.unitId(), Set.of(child.value()));
        return rhythm(child.value(), this.contacts.days(only, from, thisWeek.plusWeeks(1)), from);
    }

    private static Rhythm rhythm(long child, List<ContactDay> days, LocalDate from) {
        int[] weeks = new int[WEEKS];
        days.forEach(day -> weeks[(int) ChronoUnit.WEEKS.between(from, day.on())]++);
        int silent = 0;
        // The running week is not over: it can end a silence, but does not add to it.
        for (int week = WEEKS - 1; week >= 0 && weeks[week] == 0; week--) {
            silent += week == WEEKS - 1 ? 0 : 1;
        }
        return new Rhythm(
                new ChildId(child),
                Arrays.stream(weeks).boxed().toList(),
                days.isEmpty() ? null : days.get(days.size() - 1).on(),
                silent,
                (int) days.stream()
                        .filter(day -> day.proof() == ContactProof.CONFIRMED)
                        .count(),
                (int) days.stream()
                        .filter(day -> day.proof() == ContactProof.DENIED)
                        .count());
    }

    /**
     * How often one child heard from its parents.
     *
     * @param weeks contacts per week, the oldest first
     * @param lastOn null when there was none in these weeks
     * @param silentWeeks whole weeks without any up to now
     */
    public record Rhythm(
            ChildId child,
            List<Integer> weeks,
            @Nullable LocalDate lastOn,
            int silentWeeks,
            int confirmed,
            int denied) {}
}
