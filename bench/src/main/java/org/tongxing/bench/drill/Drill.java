package org.tongxing.bench.drill;

/** Breaks something on purpose and looks at what came of it. */
interface Drill {

    /**
     * Does it so many times.
     *
     * @param seed decides the moments
     */
    Verdict run(int times, long seed) throws Exception;
}
