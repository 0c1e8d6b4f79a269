package org.tongxing.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitTests {

    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private final Circuit circuit = new Circuit(new Moving(), 3, Duration.ofSeconds(20));

    @Test
    void letsNobodyTryAfterThreeSilentCallsInARow() {
        silent(2);
        assertThat(this.circuit.allows()).isTrue();
        silent(1);
        assertThat(this.circuit.allows()).isFalse();
    }

    @Test
    void countsOnlyCallsInARow() {
        silent(2);
        this.circuit.answered();
        silent(2);
        assertThat(this.circuit.allows()).isTrue();
    }

    @Test
    void letsOneTryAfterTheRestAndTheOthersWhenItWasAnswered() {
        silent(3);
        pass(21);
        assertThat(this.circuit.allows()).isTrue();
        assertThat(this.circuit.allows()).isFalse();
        this.circuit.answered();
        assertThat(this.circuit.allows()).isTrue();
    }

    @Test
    void restsAgainWhenTheOneWhoTriedHeardNothing() {
        silent(3);
        pass(21);
        assertThat(this.circuit.allows()).isTrue();
        silent(1);
        pass(19);
        assertThat(this.circuit.allows()).isFalse();
        pass(2);
        assertThat(this.circuit.allows()).isTrue();
    }

    private void silent(int times) {
        for (int i = 0; i < times; i++) {
            this.circuit.unanswered();
        }
    }

    private void pass(long seconds) {
        this.now = this.now.plusSeconds(seconds);
    }

    private final class Moving extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return CircuitTests.this.now;
        }
    }
}
