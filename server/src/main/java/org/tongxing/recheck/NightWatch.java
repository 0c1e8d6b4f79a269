package org.tongxing.recheck;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.OverdueTally;

/** Walks through all villages of a place, one short transaction each; at night through all of them. */
@Component
@RequiredArgsConstructor
class NightWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);
    private static final int AT_ONCE = 2;
    private static final Duration ONE_NIGHT = Duration.ofHours(20);

    private final Rechecks rechecks;
    private final OverdueTally tally;
    private final Children children;
    private final WorkItemMapper mapper;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private final String name = UUID.randomUUID().toString();

    /** One instance takes the night; the key outlives the others' clocks, whatever they are off by. */
    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
    void night() {
        String key = "recheck:night:" + LocalDate.now(this.clock);
        if (Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(key, this.name, ONE_NIGHT))) {
            walk(new DivisionCode(""));
        }
    }

    /** Checks everybody in a place and answers how many villages that were. */
    int walk(DivisionCode place) {
        List<DivisionCode> villages = this.children.villages(Scope.of(place));
        int checked = checked(villages);
        villages.stream()
                .map(village -> village.at(DivisionCode.Level.TOWNSHIP))
                .distinct()
                .forEach(this::deadlines);
        this.rechecks.families(place.at(DivisionCode.Level.TOWNSHIP));
        this.mapper.checked(place.value(), LocalDateTime.now(this.clock));
        return checked;
    }

    /** Checks these villages, and what their townships owe and have. */
    void walk(Set<String> villages) {
        Set<DivisionCode> townships = new HashSet<>();
        for (String code : villages) {
            DivisionCode village = new DivisionCode(code);
            check(village);
            townships.add(village.at(DivisionCode.Level.TOWNSHIP));
        }
        townships.forEach(township -> {
            deadlines(township);
            this.rechecks.families(township);
            this.mapper.checked(township.value(), LocalDateTime.now(this.clock));
        });
    }

    /** How many of the villages could be checked; some at a time, since most of the time goes into waiting for the database. */
    private int checked(List<DivisionCode> villages) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return villages.stream()
                    .map(village -> CompletableFuture.supplyAsync(() -> check(village), workers))
                    .toList()
                    .stream()
                    .mapToInt(check -> check.join() ? 1 : 0)
                    .sum();
        } finally {
            workers.shutdown();
        }
    }

    private boolean check(DivisionCode village) {
        try {
            this.tally.recount(village);
            return true;
        } catch (RuntimeException failure) {
            // One village must not keep the others from being checked.
            LOG.error("Re-check of village {} failed", village, failure);
            return false;
        }
    }

    private void deadlines(DivisionCode township) {
        try {
            this.rechecks.deadlines(township);
        } catch (RuntimeException failure) {
            LOG.error("Deadlines of township {} could not be looked at", township, failure);
        }
    }
}
