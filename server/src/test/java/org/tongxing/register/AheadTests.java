package org.tongxing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What comes next is read while what came before is written, and in its order. */
class AheadTests {

    @Test
    void readsTheNextTwoWhileOneIsBeingWrittenAndNoMore() {
        CountDownLatch second = new CountDownLatch(2);
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        List<String> out = new ArrayList<>();
        each(
                List.of(1, 2, 3, 4),
                number -> {
                    second.countDown();
                    assertThat(read.incrementAndGet() - written.get()).isBetween(1, 3);
                    return "read " + number;
                },
                (number, found) -> {
                    assertThat(comes(second)).isTrue();
                    out.add(number + " " + found);
                    written.incrementAndGet();
                });
        assertThat(out).containsExactly("1 read 1", "2 read 2", "3 read 3", "4 read 4");
    }

    @Test
    void endsWithWhateverReadingOrWritingThrows() {
        List<Integer> out = new ArrayList<>();
        assertThatThrownBy(() -> each(List.of(1, 0, 2), number -> 10 / number, (number, found) -> out.add(found)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(out).containsExactly(10);
        assertThatThrownBy(() -> each(List.of(1, 2), number -> number, (number, found) -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
    }

    @Test
    void hasNothingToDoWithNothing() {
        each(List.of(), one -> one, (one, found) -> {
            throw new AssertionError(one);
        });
    }

    private static <T, R> void each(List<T> all, Function<T, R> read, BiConsumer<T, R> write) {
        try (Ahead<T, R> ahead = new Ahead<>(all, read)) {
            ahead.each(write);
        }
    }

    private static boolean comes(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
