package org.tongxing.wish;

/** What happens to a wish; every one is kept with who and when. */
public enum Step {
    PROPOSED,
    EDITED,
    RETURNED,
    PUBLISHED,
    CLAIMED,
    ARRANGED,
    RELEASED,
    FULFILLED,
    CANCELLED,
    THANKED,
    THANKS_SHOWN,
    THANKS_RETURNED
}
