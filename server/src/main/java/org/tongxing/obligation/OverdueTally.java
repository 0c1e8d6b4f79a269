package org.tongxing.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Actor;

/** Keeps how much is overdue in each village, so that a province is a sum and not a reckoning. */
@Service
@RequiredArgsConstructor
public class OverdueTally {

    private final TallyMapper mapper;
    private final OverdueList overdue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The sums below a division by its next level, the longest first. */
    @Transactional(readOnly = true)
    public List<Part> parts(Scope scope, @Nullable Actor actor) {
        DivisionCode place = scope.division();
        return this.mapper.parts(place.value(), place.childLength(), actor).stream()
                .map(row -> new Part(
                        new DivisionCode(row.code()), row.children(), row.owing(), row.oldestOn(), row.countedAt()))
                .toList();
    }

    /** Counts a village again, and tells inside this transaction what is overdue there. */
    @Transactional
    public void recount(DivisionCode village) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (this.mapper.lock(village.value()) == null) {
            return;
        }
        List<OverdueLine> lines =
                this.overdue.lines(Scope.of(village), OverdueQuestion.overdue(null), now.toLocalDate());
        List<TallyMapper.Row> rows = lines.stream()
                .filter(line -> line.child() != null)
                .collect(Collectors.groupingBy(line -> line.owed().by().kind()))
                .entrySet()
                .stream()
                .map(entry -> new TallyMapper.Row(
                        village.value(),
                        entry.getKey(),
                        OverdueGroup.childrenOf(entry.getValue()).size(),
                        OverdueGroup.actorsOf(entry.getValue()).size(),
                        entry.getValue().get(0).since(),
                        now))
                .toList();
        this.mapper.clear(village.value());
        if (!rows.isEmpty()) {
            this.mapper.insert(rows);
        }
        this.events.publishEvent(new DeedsReckoned(village, lines));
    }

    /**
     * What is overdue in a part of a place.
     *
     * @param owing how many owe it; a family with children in two villages counts in both
     */
    public record Part(DivisionCode division, int children, int owing, LocalDate oldest, LocalDateTime countedAt) {}
}
