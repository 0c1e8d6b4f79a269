package org.tongxing.register;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads the next things while one is being written: at most three are in memory. */
final class Ahead<T, R> implements AutoCloseable {

    private static final int MOST = 3;

    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "register-ahead"));
    private final Queue<Future<R>> begun = new ArrayDeque<>();
    private final List<T> all;
    private final Iterator<T> following;
    private final Function<T, R> read;

    /** Begins to read the first of them. */
    Ahead(List<T> all, Function<T, R> read) {
        this.all = all;
        this.following = all.iterator();
        this.read = read;
        readOn();
    }

    /** Goes through all in their order; whatever reading or writing throws ends it. */
    void each(BiConsumer<T, R> write) {
        for (T one : this.all) {
            readOn();
            write.accept(one, result(this.begun.remove()));
        }
    }

    @Override
    public void close() {
        this.reader.shutdownNow();
    }

    private void readOn() {
        while (this.begun.size() < MOST && this.following.hasNext()) {
            T next = this.following.next();
            this.begun.add(this.reader.submit(() -> this.read.apply(next)));
        }
    }

    private static <R> R result(Future<R> next) {
        try {
            return next.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
