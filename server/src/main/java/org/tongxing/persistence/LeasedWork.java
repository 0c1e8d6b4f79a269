package org.tongxing.persistence;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Long work in the background, which belongs to the instance that holds its lease. What an instance leaves behind when it is
 * killed is begun again by the next that looks around, whichever that is.
 */
public final class LeasedWork {

    private static final int THREADS = 2;
    private static final long SECONDS_TO_STOP = 10;

    private final Lease lease;
    private final LongConsumer work;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    /**
     * @param name what its threads are called
     * @param patience how long an instance may be silent before another takes its work up
     * @param work what is done with an id; it claims the lease first, and handles its own failures
     */
    public LeasedWork(String name, Duration patience, Clock clock, LongConsumer work) {
        this.lease = new Lease(UUID.randomUUID().toString(), patience, clock);
        this.work = work;
        this.threads = Executors.newFixedThreadPool(THREADS, body -> new Thread(body, name));
    }

    /** What this instance shows for the work it holds. */
    public Lease lease() {
        return this.lease;
    }

    /** Begins with one piece, unless this instance is at it already or stops; whoever asked need not wait. */
    public void begin(long id) {
        if (!this.running.add(id)) {
            return;
        }
        try {
            this.threads.execute(() -> {
                try {
                    this.work.accept(id);
                } finally {
                    this.running.remove(id);
                }
            });
        } catch (RejectedExecutionException stopping) {
            this.running.remove(id);
        }
    }

    /** Interrupts what is going on and says whether all of it ended within ten seconds. */
    public boolean stop() throws InterruptedException {
        this.threads.shutdownNow();
        return this.threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }
}
