package org.tongxing.pairing.planning;

/** A stretch of the whole way: turns its own share done into the caller's, and asks now and then whether to stop. */
final class Stage {

    private static final int EVERY = 32;

    private final Progress progress;
    private final Progress.Phase phase;
    private final double from;
    private final double to;
    private int asked;
    private boolean stopped;

    Stage(Progress progress, Progress.Phase phase, double from, double to) {
        this.progress = progress;
        this.phase = phase;
        this.from = from;
        this.to = to;
        this.stopped = progress.cancelled();
        progress.step(from, phase.name());
    }

    /** Reports and asks, but not each time: the caller may answer from a database. */
    boolean stopped(double share) {
        if (!this.stopped && this.asked++ % EVERY == 0) {
            this.progress.step(this.from + Math.min(1, share) * (this.to - this.from), this.phase.name());
            this.stopped = this.progress.cancelled();
        }
        return this.stopped;
    }

    boolean stopped() {
        return this.stopped;
    }
}
