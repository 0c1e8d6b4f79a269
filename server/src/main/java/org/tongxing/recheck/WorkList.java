package org.tongxing.recheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;

/** What has to be put right, the oldest first. */
@Service
@RequiredArgsConstructor
public class WorkList {

    private static final int LONGEST_POSTPONEMENT_DAYS = 90;

    private final WorkItemMapper mapper;
    private final NightWatch watch;
    private final Clock clock;

    /** Checks a place now; above a township in the background. Answers whether it is done already. */
    public boolean recheck(Caller caller, DivisionCode division) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        DivisionCode place = caller.scope().within(division).division();
        if (place.level().compareTo(DivisionCode.Level.TOWNSHIP) >= 0) {
            this.watch.walk(place);
            return true;
        }
        CompletableFuture.runAsync(() -> this.watch.walk(place));
        return false;
    }

    /** One page of items, with the counts of all kinds; {@code postponed} asks for those put off instead. */
    @Transactional(readOnly = true)
    public Sheet find(Scope scope, @Nullable Kind kind, boolean postponed, Paging paging) {
        LocalDate today = today();
        List<KindCount> kinds = kinds(scope, postponed, today);
        int total = kinds.stream()
                .filter(one -> kind == null || one.kind() == kind)
                .mapToInt(KindCount::items)
                .sum();
        return sheet(
                scope,
                kinds,
                total,
                this.mapper.page(scope, kind, postponed, today, paging.size(), paging.offset()),
                today);
    }

    /** The oldest few items of every kind, the kinds that harm most first. */
    @Transactional(readOnly = true)
    public Sheet fewOfEach(Scope scope, boolean postponed, int few) {
        LocalDate today = today();
        List<KindCount> kinds = kinds(scope, postponed, today);
        return sheet(
                scope,
                kinds,
                kinds.stream().mapToInt(KindCount::items).sum(),
                this.mapper.fewOfEach(scope, postponed, today, few).stream()
                        .sorted(Comparator.comparing(WorkItemMapper.Row::kind))
                        .toList(),
                today);
    }

    private List<KindCount> kinds(Scope scope, boolean postponed, LocalDate today) {
        return this.mapper.counts(scope, postponed, today).stream()
                .collect(Collectors.groupingBy(WorkItemMapper.Count::kind, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> KindCount.of(rows, today))
                .toList();
    }

    private Sheet sheet(Scope scope, List<KindCount> kinds, int total, List<WorkItemMapper.Row> rows, LocalDate today) {
        return new Sheet(
                rows.stream().map(row -> WorkItem.of(row, today)).toList(),
                total,
                kinds,
                this.mapper.lastChecked(scope.division().value()));
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    /** Puts an item off until a day, at most ninety days ahead, with a reason. */
    @Transactional
    public void postpone(Caller caller, long id, LocalDate until, String reason) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        long days = ChronoUnit.DAYS.between(today(), until);
        if (days < 1 || days > LONGEST_POSTPONEMENT_DAYS) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (this.mapper.postpone(caller.scope(), id, until, reason, caller.accountId()) != 1) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
    }

    /**
     * A page of the list.
     *
     * @param checkedAt when the place was last checked as a whole; null when never
     */
    public record Sheet(
            List<WorkItem> rows,
            int total,
            List<KindCount> kinds,
            @Nullable LocalDateTime checkedAt) {

        /** How many items there are of each kind that has any. */
        public Map<Kind, Integer> counts() {
            return this.kinds.stream().collect(Collectors.toMap(KindCount::kind, KindCount::items));
        }
    }

    /** How many items of a kind there are, for how many days the oldest has stood, and the clauses they come from. */
    public record KindCount(Kind kind, int items, long oldestDays, List<ClauseItems> clauses) {

        static KindCount of(List<WorkItemMapper.Count> rows, LocalDate today) {
            return new KindCount(
                    rows.get(0).kind(),
                    rows.stream().mapToInt(WorkItemMapper.Count::items).sum(),
                    rows.stream()
                            .mapToLong(row -> ChronoUnit.DAYS.between(row.oldest(), today))
                            .max()
                            .orElse(0),
                    rows.stream()
                            .map(row -> new ClauseItems(row.clause(), row.items()))
                            .toList());
        }
    }

    /** How many items of a kind come from a clause, or from a local setting. */
    public record ClauseItems(String clause, int items) {}
}
