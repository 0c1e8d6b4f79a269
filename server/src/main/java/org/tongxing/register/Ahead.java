package org.tongxing.register;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads one thing while the one before is being written, so that at most two are in memory. */
final class Ahead {

    private Ahead() {}

    /** Goes through all in their order; whatever reading or writing throws ends it. */
    static <T, R> void each(List<T> all, Function<T, R> read, BiConsumer<T, R> write) {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<R> next = null;
            for (int i = 0; i < all.size(); i++) {
                T one = all.get(i);
                R found = next == null ? read.apply(one) : result(next);
                if (i + 1 < all.size()) {
                    T following = all.get(i + 1);
                    next = reader.submit(() -> read.apply(following));
                }
                write.accept(one, found);
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
