package org.tongxing.membership;

/** Something that waits for one tap of a caregiver, parent or director; each module that has such things counts its own. */
public interface OneTap {

    /** How many things wait for this person. */
    int waitingFor(PhoneCaller caller);
}
