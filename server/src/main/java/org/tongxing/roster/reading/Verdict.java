package org.tongxing.roster.reading;

/** What becomes of a row, the mildest first. */
public enum Verdict {
    ACCEPTED,
    NOTED,
    REFUSED;

    Verdict worse(Verdict other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
