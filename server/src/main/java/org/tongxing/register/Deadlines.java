package org.tongxing.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;

/** What villages and townships owe by a day and have not done, from the time on when it is worth saying. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Deadlines {

    private static final int NOTICE_DAYS_OF_REFRESH = 60;
    private static final int NOTICE_DAYS_OF_QUARTER = 20;

    private final Refreshes refreshes;
    private final Quarters quarters;

    /** What is owed in a place today: the update of the year by its villages, the result of this quarter by its townships. */
    @Clause("JB-32")
    @Clause("JB-62")
    public List<Owed> in(DivisionCode place, LocalDate today) {
        List<Owed> owed = new ArrayList<>();
        Scope scope = Scope.of(place);
        Refreshes.RefreshSheet sheet = this.refreshes.of(scope, today.getYear(), today);
        LocalDate due = sheet.due();
        if (due != null && sheet.clause() != null && !today.isBefore(due.minusDays(NOTICE_DAYS_OF_REFRESH))) {
            sheet.villages().stream()
                    // Once it is counted, what is left are children without anybody, each of whom has an item of its
                    // own.
                    .filter(village -> village.said() == null
                            && (village.state() == VillageRefresh.State.OPEN
                                    || village.state() == VillageRefresh.State.MISSED))
                    .forEach(village -> owed.add(new Owed(
                            Kind.REFRESH,
                            village.code(),
                            sheet.clause(),
                            due,
                            due.minusDays(NOTICE_DAYS_OF_REFRESH),
                            Words.shortDay(due) + "前更新：" + Words.missing(village, due))));
        }
        if (place.level().compareTo(DivisionCode.Level.TOWNSHIP) <= 0) {
            quarters(scope, today, owed);
        }
        return owed;
    }

    private void quarters(Scope scope, LocalDate today, List<Owed> owed) {
        Quarter quarter = Quarter.of(today);
        for (Quarters.QuarterlyReporting township : this.quarters.of(scope, quarter.year(), today)) {
            QuarterStanding standing = township.quarters().get(quarter.number() - 1);
            LocalDate due = standing.due();
            boolean open = standing.state() == QuarterStanding.State.OPEN
                    && !today.isBefore(due.minusDays(NOTICE_DAYS_OF_QUARTER));
            if (open || standing.state() == QuarterStanding.State.OVERDUE) {
                String text = "第%s季度结对结果，%s前报".formatted(Words.numeral(quarter.number()), Words.shortDay(due));
                owed.add(new Owed(
                        Kind.QUARTER,
                        township.code(),
                        township.clause(),
                        due,
                        due.minusDays(NOTICE_DAYS_OF_QUARTER),
                        text));
            }
        }
    }

    /** Which deadline. */
    public enum Kind {
        REFRESH,
        QUARTER
    }

    /**
     * Something a place owes; {@code text} names no child.
     *
     * @param since from when on it is said
     */
    public record Owed(Kind kind, String division, String clause, LocalDate due, LocalDate since, String text) {}
}
