package org.tongxing.coverage;

import java.util.EnumMap;
import java.util.Map;

/** Counts over children on one day; tallies of parts add up to the tally of the whole. */
public final class Tally {

    private int eligible;
    private int byFamily;
    private int byAreaDuty;
    private int girls;
    private int girlsWithout;
    private int turningEight;
    private final Map<State.Reason, Integer> reasons = new EnumMap<>(State.Reason.class);

    /** Adds one child. A child to whom nothing is owed changes nothing. */
    public Tally add(State state) {
        return count(state, 1);
    }

    /** Takes back a child that was added. */
    Tally remove(State state) {
        return count(state, -1);
    }

    Tally copy() {
        return new Tally()
                .add(
                        this.eligible,
                        this.byFamily,
                        this.byAreaDuty,
                        this.girls,
                        this.girlsWithout,
                        this.turningEight,
                        this.reasons);
    }

    private Tally count(State state, int by) {
        if (!state.eligible()) {
            return this;
        }
        this.eligible += by;
        this.byFamily += state.by() == State.By.FAMILY ? by : 0;
        this.byAreaDuty += state.by() == State.By.AREA_DUTY ? by : 0;
        this.girls += state.girl() ? by : 0;
        this.girlsWithout += state.girl() && !state.femaleCadre() ? by : 0;
        this.turningEight += state.turningEight() ? by : 0;
        if (state.reason() != null) {
            this.reasons.merge(state.reason(), by, (count, more) -> count + more == 0 ? null : count + more);
        }
        return this;
    }

    /** Adds the counts of a part. */
    public Tally add(
            int eligible,
            int byFamily,
            int byAreaDuty,
            int girls,
            int girlsWithout,
            int turningEight,
            Map<State.Reason, Integer> reasons) {
        this.eligible += eligible;
        this.byFamily += byFamily;
        this.byAreaDuty += byAreaDuty;
        this.girls += girls;
        this.girlsWithout += girlsWithout;
        this.turningEight += turningEight;
        reasons.forEach((reason, count) -> this.reasons.merge(reason, count, Integer::sum));
        return this;
    }

    /** Adds the counts of a part. */
    public Tally add(Tally part) {
        return add(
                part.eligible,
                part.byFamily,
                part.byAreaDuty,
                part.girls,
                part.girlsWithout,
                part.turningEight,
                part.reasons);
    }

    public int eligible() {
        return this.eligible;
    }

    public int byFamily() {
        return this.byFamily;
    }

    public int byAreaDuty() {
        return this.byAreaDuty;
    }

    public int covered() {
        return this.byFamily + this.byAreaDuty;
    }

    public int uncovered() {
        return this.eligible - covered();
    }

    public int girls() {
        return this.girls;
    }

    public int girlsWithout() {
        return this.girlsWithout;
    }

    public int turningEight() {
        return this.turningEight;
    }

    public Map<State.Reason, Integer> reasons() {
        return this.reasons;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "Tally[" + this.eligible + ", " + this.byFamily + ", " + this.byAreaDuty + ", " + this.girls + ", "
                + this.girlsWithout + ", " + this.turningEight + ", " + this.reasons + "]";
    }
}
