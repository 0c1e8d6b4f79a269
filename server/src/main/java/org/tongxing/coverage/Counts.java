package org.tongxing.coverage;

import java.util.EnumMap;
import java.util.Map;

/** What is counted of the children of a place, or by how much it changes on a day; adds up over places and days. */
record Counts(
        int eligible,
        int byFamily,
        int byAreaDuty,
        int girls,
        int girlsWithout,
        int turningEight,
        int helperLeft,
        int newlyRegistered,
        int needsFemaleCadre,
        int needsDedicatedFamily,
        int notArranged) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Tally tally) {
        Map<State.Reason, Integer> reasons = tally.reasons();
        return new Counts(
                tally.eligible(),
                tally.byFamily(),
                tally.byAreaDuty(),
                tally.girls(),
                tally.girlsWithout(),
                tally.turningEight(),
                reasons.getOrDefault(State.Reason.HELPER_LEFT, 0),
                reasons.getOrDefault(State.Reason.NEW, 0),
                reasons.getOrDefault(State.Reason.NEEDS_FEMALE_CADRE, 0),
                reasons.getOrDefault(State.Reason.NEEDS_DEDICATED_FAMILY, 0),
                reasons.getOrDefault(State.Reason.NOT_ARRANGED, 0));
    }

    /** These counts and the others, the others so many times. */
    Counts plus(Counts other, int times) {
        return new Counts(
                this.eligible + times * other.eligible,
                this.byFamily + times * other.byFamily,
                this.byAreaDuty + times * other.byAreaDuty,
                this.girls + times * other.girls,
                this.girlsWithout + times * other.girlsWithout,
                this.turningEight + times * other.turningEight,
                this.helperLeft + times * other.helperLeft,
                this.newlyRegistered + times * other.newlyRegistered,
                this.needsFemaleCadre + times * other.needsFemaleCadre,
                this.needsDedicatedFamily + times * other.needsDedicatedFamily,
                this.notArranged + times * other.notArranged);
    }

    Tally tally() {
        Map<State.Reason, Integer> reasons = new EnumMap<>(State.Reason.class);
        put(reasons, State.Reason.HELPER_LEFT, this.helperLeft);
        put(reasons, State.Reason.NEW, this.newlyRegistered);
        put(reasons, State.Reason.NEEDS_FEMALE_CADRE, this.needsFemaleCadre);
        put(reasons, State.Reason.NEEDS_DEDICATED_FAMILY, this.needsDedicatedFamily);
        put(reasons, State.Reason.NOT_ARRANGED, this.notArranged);
        return new Tally()
                .add(
                        this.eligible,
                        this.byFamily,
                        this.byAreaDuty,
                        this.girls,
                        this.girlsWithout,
                        this.turningEight,
                        reasons);
    }

    private static void put(Map<State.Reason, Integer> reasons, State.Reason reason, int count) {
        if (count != 0) {
            reasons.put(reason, count);
        }
    }
}
