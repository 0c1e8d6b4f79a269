package org.tongxing.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the events of an instance that died for failed, whichever instance is left. Whoever is alive says so of what it is
 * handing to a listener; what waits for its turn for longer may be handed out twice, which listeners do not mind.
 */
@Component
@RequiredArgsConstructor
class GivenUp {

    private static final Logger LOG = LoggerFactory.getLogger(GivenUp.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 1_000;

    private final PublicationMapper mapper;
    private final AtWork atWork;
    private final Clock clock;

    @Scheduled(
            initialDelayString = "${tongxing.events.again:10}",
            fixedDelayString = "${tongxing.events.again:10}",
            timeUnit = TimeUnit.SECONDS)
    void look() {
        LocalDateTime now = LocalDateTime.now(this.clock);
        List<String> mine = this.atWork.ids();
        if (!mine.isEmpty()) {
            this.mapper.renew(mine, now);
        }
        // A moment that is still to come was written by a clock that has been put right since.
        List<String> silent = this.mapper.heardOfOutside(now.minus(PATIENCE), now.plus(PATIENCE), AT_ONCE);
        if (!silent.isEmpty()) {
            this.mapper.giveUp(silent);
            LOG.info("{} events were not heard of for {} and are handed out again", silent.size(), PATIENCE);
        }
    }
}
