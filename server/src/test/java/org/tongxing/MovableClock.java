package org.tongxing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes on ticking from whatever day it was set to; the server of a test follows it. */
final class MovableClock extends Clock {

    private static final int MORNING = 10;

    private volatile Duration offset = Duration.ZERO;

    void goTo(LocalDate day) {
        Instant morning =
                day.atTime(MORNING, 0).atZone(TongxingApplication.ZONE).toInstant();
        this.offset = Duration.between(Instant.now(), morning);
    }

    void forward(Duration by) {
        this.offset = this.offset.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return TongxingApplication.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), this.offset);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(this.offset);
    }

    /** Begins at the hour of the machine. */
    @TestConfiguration(proxyBeanMethods = false)
    static class FromNow {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    /** Begins on a day in January. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OnADayInJanuary {

        @Bean
        @Primary
        MovableClock movableClock() {
            MovableClock clock = new MovableClock();
            clock.goTo(LocalDate.of(2026, 1, 15));
            return clock;
        }
    }
}
