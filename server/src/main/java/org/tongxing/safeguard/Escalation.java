package org.tongxing.safeguard;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.safeguard.DangerMapper.OverdueRow;

/** Shows reports one level further up when nobody has accepted them in time; any number of instances may look at once. */
@Component
class Escalation {

    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);

    private final DangerMapper mapper;
    private final LocalSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(
            DangerMapper mapper,
            LocalSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tongxing.danger.look-every:15s}")
    void look() {
        for (OverdueRow report : this.mapper.overdue(LocalDateTime.now(this.clock))) {
            try {
                this.transaction.executeWithoutResult(status -> escalate(report));
            } catch (RuntimeException failure) {
                // One report must not keep the others from going up.
                LOG.error("Danger report {} could not go up", report.id(), failure);
            }
        }
    }

    private void escalate(OverdueRow report) {
        DangerLevel from = DangerLevel.valueOf(report.level());
        Optional<DangerLevel> above = from.above();
        LocalDateTime now = LocalDateTime.now(this.clock);
        int minutes = this.settings.value(new DivisionCode(report.divisionCode()), LocalSetting.DANGER_ACCEPT_MINUTES);
        // At the top it stays where it is and is only looked at again.
        DangerLevel to = above.orElse(from);
        int gone = this.mapper.escalate(report.id(), from.name(), to.name(), now.plusMinutes(minutes), now);
        if (gone == 1 && above.isPresent()) {
            this.events.publishEvent(new DangerEscalated(report.id(), to));
        }
    }
}
