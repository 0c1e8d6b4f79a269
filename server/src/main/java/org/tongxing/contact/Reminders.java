package org.tongxing.contact;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;

/** The day of the week a parent has chosen to be reminded on. */
@Service
@Transactional
@RequiredArgsConstructor
public class Reminders {

    private final ReminderMapper mapper;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public Optional<DayOfWeek> of(PhoneCaller caller) {
        parent(caller);
        return Optional.ofNullable(this.mapper.find(caller.accountId())).map(DayOfWeek::valueOf);
    }

    /** Sets the day, or none. */
    public void set(PhoneCaller caller, @Nullable DayOfWeek day) {
        parent(caller);
        if (day == null) {
            this.mapper.delete(caller.accountId());
        } else {
            this.mapper.put(caller.accountId(), day.name(), LocalDateTime.now(this.clock));
        }
        this.events.publishEvent(new ContactReminderChosen(caller.accountId(), day));
    }

    private static void parent(PhoneCaller caller) {
        if (caller.asParent().isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }
}
