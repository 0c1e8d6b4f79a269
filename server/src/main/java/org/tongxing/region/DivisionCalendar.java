package org.tongxing.region;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets names and mergers that were entered ahead take effect on their day. */
@Component
@RequiredArgsConstructor
class DivisionCalendar {

    private final DivisionChangeMapper mapper;
    private final Mergers mergers;
    private final Clock clock;

    /** At the start too: nobody promises that the server runs at midnight. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 1 0 * * *", zone = "Asia/Shanghai")
    @Transactional
    void turnThePage() {
        LocalDate today = LocalDate.now(this.clock);
        this.mapper.showNames(null, today);
        this.mergers.carryOut(today);
    }
}
