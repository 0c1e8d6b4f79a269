package org.tongxing.obligation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.child.Children;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Actor;

/** Keeps how much is overdue in each village, so that a province is a sum and not a reckoning. */
@Service
@RequiredArgsConstructor
public class OverdueTally {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueTally.class);
    private static final Duration ONE_NIGHT = Duration.ofHours(20);

    private final TallyMapper mapper;
    private final OverdueList overdue;
    private final Children children;
    private final StringRedisTemplate redis;
    private final TransactionTemplate perVillage;
    private final Clock clock;
    private final String name = UUID.randomUUID().toString();

    /** The sums below a division by its next level, the longest first. */
    @Transactional(readOnly = true)
    public List<Part> parts(Scope scope, @Nullable Actor actor) {
        DivisionCode place = scope.division();
        return this.mapper.parts(place.value(), place.childLength(), actor).stream()
                .map(row -> new Part(
                        new DivisionCode(row.code()), row.children(), row.owing(), row.oldestOn(), row.countedAt()))
                .toList();
    }

    /** Counts every village of a place again, each in a transaction of its own. */
    public void recount(DivisionCode place) {
        for (DivisionCode village : this.children.villages(Scope.of(place))) {
            try {
                this.perVillage.executeWithoutResult(status -> village(village));
            } catch (RuntimeException failure) {
                // One village must not keep the others from being counted.
                LOG.error("Counting what is overdue in {} failed", village, failure);
            }
        }
    }

    /** After midnight, when windows end; one instance takes the night. */
    @Scheduled(cron = "0 10 1 * * *", zone = "Asia/Shanghai")
    void night() {
        String key = "overdue:night:" + LocalDate.now(this.clock);
        if (Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(key, this.name, ONE_NIGHT))) {
            recount(new DivisionCode(""));
        }
    }

    /** Counts one village, in the transaction of the caller. */
    void village(DivisionCode village) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (this.mapper.lock(village.value()) == null) {
            return;
        }
        List<TallyMapper.Row> rows = this.overdue
                .lines(Scope.of(village), OverdueQuestion.overdue(null), now.toLocalDate())
                .stream()
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
    }

    /**
     * What is overdue in a part of a place.
     *
     * @param owing how many owe it; a family with children in two villages counts in both
     */
    public record Part(DivisionCode division, int children, int owing, LocalDate oldest, LocalDateTime countedAt) {}
}
