package org.tongxing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands where a test puts it. */
public final class StoppedClock extends Clock {

    private final AtomicReference<Instant> now;

    public StoppedClock(String local) {
        this.now = new AtomicReference<>(
                LocalDateTime.parse(local).atZone(TongxingApplication.ZONE).toInstant());
    }

    public void set(String local) {
        this.now.set(LocalDateTime.parse(local).atZone(TongxingApplication.ZONE).toInstant());
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    public void pass(Duration time) {
        this.now.updateAndGet(now -> now.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return TongxingApplication.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(this.now.get(), zone);
    }

    @Override
    public Instant instant() {
        return this.now.get();
    }

    /** The Monday to come. */
    public static LocalDate monday() {
        return LocalDate.now(TongxingApplication.ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** Puts the whole server on one: ten o'clock on the Monday to come, so that what is done today lies behind it. */
    @TestConfiguration
    public static class OnMonday {

        @Bean
        @Primary
        StoppedClock stoppedClock() {
            return new StoppedClock(monday() + "T10:00:00");
        }
    }
}
