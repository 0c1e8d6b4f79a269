package org.tongxing.obligation.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.FamilyId;
import org.tongxing.obligation.Owed;
import org.tongxing.obligation.VisitWaiver;
import org.tongxing.obligation.Window;
import org.tongxing.obligation.web.OverdueViews.ActorView;
import org.tongxing.policy.DeedKind;
import org.tongxing.policy.Occasion;

/** What is owed to one child, as its file shows it. */
final class OwedViews {

    private static final int SHOWN_MONTHS = 12;

    private OwedViews() {}

    /** Everything that is owed to a child, what waits longest first, and the days on which nobody has to go. */
    record ChildOwedView(List<OwedView> owed, List<WaiverView> waivers, boolean mayWaive) {}

    /**
     * One obligation.
     *
     * @param by as screens call the one who owes it
     * @param rule in words: who owes what how often
     * @param text what to do next; null when nothing is to be done now
     * @param windows of the last twelve months and those to come, in the order of their ends
     */
    record OwedView(
            ActorView actor,
            String by,
            @Nullable Long familyId,
            String clause,
            String rule,
            DeedKind deed,
            Window.State state,
            @Nullable String text,
            @Nullable LocalDate until,
            @Nullable LocalDate lastDoneOn,
            @Nullable YearView year,
            List<WindowView> windows) {

        static OwedView of(Owed owed, Map<FamilyId, Helpers.Named> families) {
            Helpers.Named family = owed.family() == null ? null : families.get(owed.family());
            LocalDate from = owed.asOf().minusMonths(SHOWN_MONTHS);
            return new OwedView(
                    ActorView.of(owed.by()),
                    family == null ? owed.by().kind().label() : family.familyName(),
                    owed.family() == null ? null : owed.family().value(),
                    owed.rule().clause().toString(),
                    owed.rule().say(),
                    owed.rule().deed(),
                    owed.state(),
                    owed.action().map(next -> next.text()).orElse(null),
                    owed.action().map(next -> next.until()).orElse(null),
                    owed.lastDoneOn(),
                    owed.year() == null ? null : YearView.of(owed.year()),
                    owed.windows().stream()
                            .filter(window -> window.until().isAfter(from))
                            .map(WindowView::of)
                            .toList());
        }
    }

    /** A window with what became of it; {@code until} is exclusive. */
    record WindowView(
            LocalDate from,
            LocalDate until,
            Window.State state,
            int done,
            int efforts,
            @Nullable Occasion occasion) {

        static WindowView of(Window window) {
            return new WindowView(
                    window.from(), window.until(), window.state(), window.done(), window.efforts(), window.occasion());
        }
    }

    /** The count of a calendar year. */
    record YearView(int year, int owed, int done, int behind) {

        static YearView of(Owed.YearCount count) {
            return new YearView(count.year(), count.owed(), count.done(), count.behind());
        }
    }

    /** Days on which nobody has to go, why, and who said so. */
    record WaiverView(
            long id,
            VisitWaiver.Reason reason,
            String reasonName,
            @Nullable String detail,
            LocalDate from,
            LocalDate until,
            String by,
            LocalDateTime at,
            @Nullable String changedBy,
            @Nullable LocalDateTime changedAt,
            boolean takenBack) {

        static WaiverView of(VisitWaiver one, Map<Long, String> names) {
            return new WaiverView(
                    one.id(),
                    one.reason(),
                    one.reason().label(),
                    one.detail(),
                    one.from(),
                    one.until(),
                    names.getOrDefault(one.by(), ""),
                    one.at(),
                    one.changedBy() == null ? null : names.get(one.changedBy()),
                    one.changedAt(),
                    one.takenBack());
        }
    }
}
