package org.tongxing.volunteer;

/** A volunteer has left or was stopped; whatever this phone account has promised goes back. */
public record VolunteerStopped(long phoneAccountId, Why why) {

    /** Which of both. */
    public enum Why {
        LEFT,
        COMPLAINT
    }
}
