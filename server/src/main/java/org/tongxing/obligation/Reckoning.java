package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Days;
import org.tongxing.policy.DeedKind;
import org.tongxing.policy.ObligationRule;
import org.tongxing.policy.Rhythm;

/**
 * Lets deeds fall into windows. A pure function: no clock but the day passed in, and the order in which deeds were typed
 * plays no part. Each day's deed counts for one window, the one that ends first.
 */
@Clause("JB-41")
final class Reckoning {

    private static final Set<DeedKind> AT_HOME = Set.of(DeedKind.VISIT, DeedKind.CARE_ACTIVITY);

    private final ObligationRule rule;
    private final Leeway leeway;
    private final LocalDate today;

    Reckoning(ObligationRule rule, Leeway leeway, LocalDate today) {
        this.rule = rule;
        this.leeway = leeway;
        this.today = today;
    }

    /**
     * The windows that touch the spans, in the order of their ends.
     *
     * @param done the days on which it was done
     * @param tried the days on which somebody went in vain
     * @param waived the days on which nobody has to go
     */
    List<Window> windows(
            List<Span> spans, List<Cut> cuts, Collection<LocalDate> done, Collection<LocalDate> tried, Days waived) {
        List<Slot> slots = new ArrayList<>();
        for (Span span : spans) {
            if (this.rule.per() == Rhythm.AT_ONCE) {
                slots.add(new Slot(new Cut(span.from(), span.from().plusDays(1), null), true));
            } else {
                cuts.stream()
                        .filter(cut ->
                                cut.from().isBefore(span.to()) && span.from().isBefore(cut.until()))
                        .forEach(cut -> slots.add(slot(span, cut)));
            }
        }
        slots.sort(Comparator.comparing((Slot slot) -> slot.cut.until()).thenComparing(slot -> slot.cut.from()));
        for (LocalDate day : new TreeSet<>(done)) {
            Slot first = first(slots, day);
            if (first != null && !day.isAfter(this.today)) {
                first.done++;
            }
        }
        for (LocalDate day : new TreeSet<>(tried)) {
            slots.stream().filter(slot -> slot.cut.contains(day)).findFirst().ifPresent(slot -> slot.efforts++);
        }
        return slots.stream().map(slot -> window(slot, waived)).toList();
    }

    /** What a span owes of a window it does not fill. */
    private Slot slot(Span span, Cut cut) {
        LocalDate from = cut.from();
        LocalDate until = cut.until();
        boolean owed = true;
        if (span.from().isAfter(cut.from())) {
            switch (span.entry()) {
                case STARTED -> {
                    from = span.from();
                    owed = !from.plusDays(this.leeway.least(cut.from(), until)).isAfter(until);
                }
                case RAISED -> {
                    from = span.from();
                    LocalDate earliest = from.plusDays(this.leeway.raisedDays());
                    until = earliest.isAfter(until) ? earliest : until;
                }
                case EASED -> {}
            }
        }
        return new Slot(new Cut(from, until, cut.occasion()), owed && !span.to().isBefore(until));
    }

    /** Where a day's deed counts: a window that still wants it before one that has enough, an owed one before others. */
    private @Nullable Slot first(List<Slot> slots, LocalDate day) {
        return slots.stream()
                .filter(slot -> slot.cut.contains(day))
                .min(Comparator.comparing(Slot::full).thenComparing(slot -> !slot.owed))
                .orElse(null);
    }

    private Window window(Slot slot, Days waived) {
        return new Window(
                slot.cut.from(),
                slot.cut.until(),
                state(slot, waived),
                this.rule.count(),
                slot.done,
                slot.efforts,
                slot.cut.occasion());
    }

    private Window.State state(Slot slot, Days waived) {
        if (slot.full()) {
            return Window.State.MET;
        }
        if (!slot.owed) {
            return Window.State.NOT_OWED;
        }
        if (isWaived(slot.cut, waived)) {
            return Window.State.WAIVED;
        }
        if (this.today.isBefore(slot.cut.from())) {
            return Window.State.AHEAD;
        }
        return this.today.isBefore(slot.cut.until()) ? Window.State.DUE : Window.State.OVERDUE;
    }

    /** Waived when too little of the window is left; never what a child in danger is owed on the day. */
    private boolean isWaived(Cut cut, Days waived) {
        if (!AT_HOME.contains(this.rule.deed()) || this.rule.per() == Rhythm.AT_ONCE) {
            return false;
        }
        long away = waived.within(cut.from(), cut.until());
        long days = ChronoUnit.DAYS.between(cut.from(), cut.until());
        return away > 0 && days - away < this.leeway.least(cut.from(), cut.until());
    }

    /** A window with its tally. */
    private final class Slot {

        private final Cut cut;
        private final boolean owed;
        private int done;
        private int efforts;

        Slot(Cut cut, boolean owed) {
            this.cut = cut;
            this.owed = owed;
        }

        boolean full() {
            return this.done >= Reckoning.this.rule.count();
        }
    }
}
