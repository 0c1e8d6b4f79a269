package org.tongxing.roster.reading;

/** What a rule book may have something to say of, so that a note can name the clause of the book in force. */
public enum Topic {
    CATEGORIES,
    HUKOU,
    TIME_AWAY,
    WORK_PLACE,
    DISABILITY,
    FEMALE_CADRE,
    HELPERS,
    LINKED_VILLAGE
}
