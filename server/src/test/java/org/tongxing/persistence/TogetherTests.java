package org.tongxing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class TogetherTests {

    private static final int PEOPLE = 40;

    private final List<List<Integer>> served = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch allHaveAsked = new CountDownLatch(PEOPLE);

    @Test
    void servesEverybodyOnceAndManyOfThemAtOnce() throws Exception {
        Together<Integer, Integer> doubling = new Together<>(15, some -> {
            waitForAll();
            this.served.add(some);
            return some.stream().map(one -> 2 * one).toList();
        });
        assertThat(everybody(doubling))
                .isEqualTo(IntStream.range(0, PEOPLE).mapToObj(i -> 2 * i).toList());
        assertThat(this.served.stream().flatMap(List::stream)).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(this.served).hasSizeLessThan(PEOPLE / 2).allMatch(some -> some.size() <= 15);
    }

    @Test
    void refusesTheOneTheDatabaseRefusesAndNobodyElse() throws Exception {
        Together<Integer, Integer> picky = new Together<>(PEOPLE, some -> {
            waitForAll();
            if (some.contains(7)) {
                throw new DuplicateKeyException("seven");
            }
            this.served.add(some);
            return some;
        });
        List<Object> answers = everybody(picky);
        assertThat(answers.get(7)).isInstanceOf(DuplicateKeyException.class);
        assertThat(this.served.stream().flatMap(List::stream))
                .hasSize(PEOPLE - 1)
                .doesNotContain(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsEverybodyThatItFailedAndServesTheNext() {
        Together<String, String> moody = new Together<>(9, some -> {
            if (some.contains("break")) {
                throw new IllegalStateException("broken");
            }
            return some;
        });
        assertThatThrownBy(() -> moody.ask("break")).hasMessage("broken");
        assertThat(moody.ask("again")).isEqualTo("again");
    }

    @Test
    void leavesNobodyWaitingWhenTheMachineFails() {
        Together<String, String> fragile = new Together<>(9, some -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> fragile.ask("one")).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> fragile.ask("another")).isInstanceOf(StackOverflowError.class);
    }

    /** What each was answered, or what was thrown instead. */
    private List<Object> everybody(Together<Integer, Integer> together) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<Object>> all = IntStream.range(0, PEOPLE)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        this.allHaveAsked.countDown();
                        try {
                            return together.ask(i);
                        } catch (RuntimeException refused) {
                            return refused;
                        }
                    })
                    .toList();
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : crowd.invokeAll(all)) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            crowd.shutdown();
        }
    }

    private void waitForAll() {
        try {
            this.allHaveAsked.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
