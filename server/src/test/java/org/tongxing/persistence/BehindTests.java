package org.tongxing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BehindTests {

    private final List<Integer> written = new CopyOnWriteArrayList<>();

    @Test
    void writesOnePartAfterTheOther() {
        try (Behind behind = new Behind("behind")) {
            for (int part = 1; part <= 5; part++) {
                int number = part;
                behind.write(() -> this.written.add(number));
            }
            behind.await();
            assertThat(this.written).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void letsTheNextPartBeMadeMeanwhile() {
        CountDownLatch made = new CountDownLatch(1);
        try (Behind behind = new Behind("behind")) {
            behind.write(() -> {
                try {
                    made.await();
                    this.written.add(1);
                } catch (InterruptedException unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            });
            assertThat(this.written).isEmpty();
            made.countDown();
        }
        assertThat(this.written).as("closing waits for it").containsExactly(1);
    }

    @Test
    void writesNothingAfterAPartThatCouldNotBeWritten() {
        try (Behind behind = new Behind("behind")) {
            behind.write(() -> {
                throw new IllegalArgumentException("full");
            });
            assertThatThrownBy(() -> behind.write(() -> this.written.add(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("full");
            assertThatThrownBy(behind::await).hasMessage("full");
        }
        assertThat(this.written).isEmpty();
    }
}
