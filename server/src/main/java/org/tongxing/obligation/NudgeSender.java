package org.tongxing.obligation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces nudges whose minute is over. The announcement and its record are one transaction, so that each is announced
 * once, with several instances running too; whoever sends messages listens.
 */
@Component
@RequiredArgsConstructor
class NudgeSender {

    private static final int AT_ONCE = 200;

    private final NudgeMapper mapper;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Scheduled(fixedDelay = 10_000, initialDelay = 15_000)
    @Transactional
    public void send() {
        List<NudgeMapper.Row> waiting = this.mapper.waiting(LocalDateTime.now(this.clock), AT_ONCE);
        if (waiting.isEmpty()) {
            return;
        }
        this.mapper.handOver(waiting.stream().map(NudgeMapper.Row::id).toList());
        waiting.forEach(
                row -> this.events.publishEvent(new Nudged(row.id(), row.actor(), row.actorId(), row.overdue())));
    }
}
