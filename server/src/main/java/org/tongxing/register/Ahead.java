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
final class Ahead {

    private static final int NEXT = 2;

    private Ahead() {}

    /** Goes through all in their order; whatever reading or writing throws ends it. */
    static <T, R> void each(List<T> all, Function<T, R> read, BiConsumer<T, R> write) {
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> new Thread(task, "register-ahead"));
        try {
            Queue<Future<R>> begun = new ArrayDeque<>();
            Iterator<T> following = all.iterator();
            for (T one : all) {
                while (begun.size() <= NEXT && following.hasNext()) {
                    T next = following.next();
                    begun.add(reader.submit(() -> read.apply(next)));
                }
                write.accept(one, result(begun.remove()));
            }
        } finally {
            reader.shutdownNow();
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
