package org.tongxing.roster;

/** What becomes of a row: registered, registered with a note, or kept on the list of rows to correct. */
public enum Verdict {
    ACCEPTED,
    NOTED,
    REFUSED
}
