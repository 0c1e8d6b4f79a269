package org.tongxing.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A closed loop: each of some threads does its next deed as soon as the one before is done.
 *
 * @param perSecond deeds a second
 * @param p95 within how many milliseconds nineteen of twenty were done
 */
public record Load(double perSecond, double p95) {

    private static final double SLOWEST = 0.95;

    /**
     * Runs the deeds of every thread for so long, the first part of it to warm up.
     *
     * @param deeds one for each thread
     */
    public static Load of(List<? extends Deed> deeds, int warmUpMillis, int millis) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (Deed deed : deeds) {
                running.add(threads.submit(() -> {
                    start.await();
                    long begin = System.nanoTime();
                    loop(deed, begin + warmUpMillis * 1_000_000L);
                    long measured = System.nanoTime();
                    return loop(deed, measured + millis * 1_000_000L);
                }));
            }
            start.countDown();
            List<Long> all = new ArrayList<>();
            for (Future<long[]> one : running) {
                for (long nanos : one.get()) {
                    all.add(nanos);
                }
            }
            all.sort(null);
            return new Load(
                    all.size() * 1_000.0 / millis, all.get((int) Math.min(all.size() - 1, all.size() * SLOWEST)) / 1e6);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] loop(Deed deed, long until) throws Exception {
        List<Long> took = new ArrayList<>();
        for (long now = System.nanoTime(); now < until; ) {
            deed.run();
            long then = System.nanoTime();
            took.add(then - now);
            now = then;
        }
        return took.stream().mapToLong(Long::longValue).toArray();
    }

    /** What one thread does over and over. */
    public interface Deed {
        void run() throws Exception;
    }
}
