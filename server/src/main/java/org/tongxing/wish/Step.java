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
    PHOTO_SENT,
    PHOTO_RELEASED,
    PHOTO_REFUSED,
    CANCELLED,
    THANKED,
    THANKS_SHOWN,
    THANKS_RETURNED
}
