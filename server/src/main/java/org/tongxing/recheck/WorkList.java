package org.tongxing.recheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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
        LocalDate today = LocalDate.now(this.clock);
        Map<Kind, Integer> counts = new TreeMap<>();
        this.mapper.counts(scope, postponed, today).forEach(count -> counts.put(count.kind(), count.items()));
        int total = kind == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(kind, 0);
        return new Sheet(
                this.mapper.page(scope, kind, postponed, today, paging.size(), paging.offset()).stream()
                        .map(row -> WorkItem.of(row, today))
                        .toList(),
                total,
                counts,
                this.mapper.lastChecked(scope.division().value()));
    }

    /** Puts an item off until a day, at most ninety days ahead, with a reason. */
    @Transactional
    public void postpone(Caller caller, long id, LocalDate until, String reason) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        long days = ChronoUnit.DAYS.between(LocalDate.now(this.clock), until);
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
            Map<Kind, Integer> counts,
            @Nullable LocalDateTime checkedAt) {}
}
