package org.tongxing.pairing.planning;

/** Hears how far a plan has come, and may stop it. */
public interface Progress {

    /** Listens to nothing and never stops. */
    Progress NONE = new Progress() {
        @Override
        public void step(double done, String phase) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Called now and then from the planning thread.
     *
     * @param done between 0 and 1, never falling
     * @param phase the name of a {@link Phase}
     */
    void step(double done, String phase);

    /** Asked often; once true, the planner hands back what it has. */
    boolean cancelled();

    /** The phases in their order. */
    enum Phase {
        GATHERING,
        BOUND,
        SIBLINGS,
        IMPROVING,
        DONE
    }
}
