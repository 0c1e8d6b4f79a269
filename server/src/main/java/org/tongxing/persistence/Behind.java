package org.tongxing.persistence;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Writes one part while the next is made: in their order, and one at a time. */
public final class Behind implements AutoCloseable {

    private final ExecutorService writer;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /** {@code name} is what its thread is called. */
    public Behind(String name) {
        this.writer = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
    }

    /** Begins to write a part once the one before is written; whatever that threw is thrown here. */
    public void write(Runnable part) {
        await();
        this.last = CompletableFuture.runAsync(part, this.writer);
    }

    /** Returns when all is written, or throws what kept the last part from being written. */
    public void await() {
        try {
            this.last.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failure;
        }
    }

    /** Waits for the part that is being written, also after an accident: whoever begins anew must not meet it. */
    @Override
    public void close() {
        this.last.exceptionally(told -> null).join();
        this.writer.shutdown();
    }
}
