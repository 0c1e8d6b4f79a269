package org.tongxing.persistence;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Does for many at once what each of them asks for: whoever comes while others are served waits with the rest, and the first
 * of them to have the turn serves all. One commit is enough for everybody who is there.
 *
 * @param <A> what is asked
 * @param <R> what is answered
 */
public final class Together<A, R> {

    private final int most;
    private final Function<List<A>, List<R>> work;
    private final Queue<Waiting<A, R>> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param most how many are served at once
     * @param work answers all that is asked, in its order, or none of it; it runs in the thread of any who asked
     */
    public Together(int most, Function<List<A>, List<R>> work) {
        this.most = most;
        this.work = work;
    }

    /**
     * Returns when it is done. What the work throws is thrown to all it was done for, but where the database refuses a row of
     * several, each is served alone: one that does not fit must not keep the others waiting.
     */
    public R ask(A one) {
        Waiting<A, R> mine = new Waiting<>(one);
        if (!hasTheTurn(mine)) {
            mine.woken.acquireUninterruptibly();
        }
        if (!mine.served) {
            try {
                serveSome();
            } finally {
                passOn();
            }
        }
        return mine.answer();
    }

    /** Lines up; whoever comes when nobody is served has the turn at once. */
    private boolean hasTheTurn(Waiting<A, R> mine) {
        synchronized (this.waiting) {
            this.waiting.add(mine);
            boolean turn = !this.busy;
            this.busy = true;
            return turn;
        }
    }

    private void passOn() {
        synchronized (this.waiting) {
            Waiting<A, R> next = this.waiting.peek();
            this.busy = next != null;
            if (next != null) {
                next.woken.release();
            }
        }
    }

    private List<Waiting<A, R>> some() {
        synchronized (this.waiting) {
            return IntStream.range(0, Math.min(this.most, this.waiting.size()))
                    .mapToObj(i -> this.waiting.remove())
                    .toList();
        }
    }

    private void serveSome() {
        List<Waiting<A, R>> some = some();
        if (!serve(some)) {
            some.forEach(one -> serve(List.of(one)));
        }
    }

    /** Serves them; false when a row of several was refused, and nobody has been served. */
    private boolean serve(List<Waiting<A, R>> some) {
        try {
            List<R> answers =
                    this.work.apply(some.stream().map(one -> one.asked).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).serve(answers.get(i));
            }
        } catch (DataIntegrityViolationException unfit) {
            if (some.size() > 1) {
                return false;
            }
            some.get(0).fail(unfit);
        } catch (RuntimeException failure) {
            some.forEach(one -> one.fail(failure));
        } catch (Error failure) {
            // Nobody would ever serve those who have left the queue.
            some.forEach(one -> one.fail(new IllegalStateException(failure)));
            throw failure;
        }
        return true;
    }

    /** Somebody who has asked; woken when served, or to have the turn. */
    private static final class Waiting<A, R> {

        private final A asked;
        private final Semaphore woken = new Semaphore(0);
        private boolean served;
        private @Nullable R answer;
        private @Nullable RuntimeException failure;

        private Waiting(A asked) {
            this.asked = asked;
        }

        private void serve(R with) {
            this.answer = with;
            wake();
        }

        private void fail(RuntimeException why) {
            this.failure = why;
            wake();
        }

        private void wake() {
            this.served = true;
            this.woken.release();
        }

        private R answer() {
            if (this.failure != null || this.answer == null) {
                throw this.failure == null ? new IllegalStateException("Nothing was answered") : this.failure;
            }
            return this.answer;
        }
    }
}
