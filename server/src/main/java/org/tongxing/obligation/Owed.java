package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.policy.ObligationRule;

/**
 * 应做的一件事: what somebody owes to one child, or to one family that helps, with its windows.
 *
 * @param child null only for what is owed to a family
 * @param family who owes it, or whom it is owed to
 * @param windows in the order of their ends
 * @param lastDoneOn the last day on which it was done, by day and not by when it was typed
 * @param year the count of the calendar year, where the document counts by the year
 * @param asOf the day this is said on
 */
public record Owed(
        ObligationRule rule,
        OwedBy by,
        @Nullable ChildId child,
        @Nullable FamilyId family,
        List<Window> windows,
        @Nullable LocalDate lastDoneOn,
        @Nullable YearCount year,
        LocalDate asOf) {

    private static final int MADE_GOOD_DAYS = 30;

    /**
     * The first day on which it was overdue and has been ever since: the end of the earliest missed window after which
     * nothing was done. Once somebody has been there again, what was missed before is history.
     */
    public Optional<LocalDate> overdueSince() {
        return this.windows.stream().filter(this::isOpenDebt).map(Window::until).min(Comparator.naturalOrder());
    }

    /** The earliest window that waits for a deed: a missed one, or the present one. */
    public Optional<Window> next() {
        return this.windows.stream()
                .filter(window -> window.state() == Window.State.DUE || isOpenDebt(window))
                .min(Comparator.comparing(Window::until));
    }

    /** The first window that has not begun. */
    public Optional<Window> ahead() {
        return this.windows.stream()
                .filter(window -> window.state() == Window.State.AHEAD)
                .min(Comparator.comparing(Window::from));
    }

    /** How it stands in one word; MET when nothing is to be done now. */
    public Window.State state() {
        if (overdueSince().isPresent()) {
            return Window.State.OVERDUE;
        }
        if (next().isPresent()) {
            return Window.State.DUE;
        }
        boolean waived =
                this.windows.stream().anyMatch(one -> one.state() == Window.State.WAIVED && one.contains(this.asOf));
        return waived ? Window.State.WAIVED : Window.State.MET;
    }

    /** What to do next, if anything is to be done now. */
    public Optional<NextDeed> action() {
        return next().map(window -> NextDeed.of(this, window)).or(() -> NextDeed.toMakeUp(this));
    }

    /** One window for each stretch of the calendar year, those that are not owed among them. */
    public List<Window> ofYear(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return Cutting.of(this.rule.per(), first, first.plusYears(1)).stream()
                .map(cut -> this.windows.stream()
                        .filter(window -> cut.contains(window.from()))
                        .min(Comparator.comparing((Window one) -> one.state() == Window.State.NOT_OWED)
                                .thenComparing(Window::until))
                        .orElse(new Window(
                                cut.from(), cut.until(), Window.State.NOT_OWED, this.rule.count(), 0, 0, null)))
                .toList();
    }

    /** Nobody can go to last summer's vacation: a missed occasion can be made good for a month. */
    private boolean isOpenDebt(Window window) {
        boolean past =
                window.occasion() != null && !this.asOf.isBefore(window.until().plusDays(MADE_GOOD_DAYS));
        return window.state() == Window.State.OVERDUE
                && !past
                && (this.lastDoneOn == null || this.lastDoneOn.isBefore(window.until()));
    }

    /**
     * The count of a calendar year.
     *
     * @param owed windows of the whole year
     * @param done days of it on which it was done
     * @param behind how many of the windows so far are not made up for; an extra visit makes up for a missed window
     */
    public record YearCount(int year, int owed, int done, int behind) {}
}
