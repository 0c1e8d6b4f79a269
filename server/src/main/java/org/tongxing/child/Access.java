package org.tongxing.child;

/** What an adult on file may have to do with the child; everybody but an open one gets nothing at all. */
public enum Access {
    OPEN,
    /** Somebody has reason to fear for the child; nothing is decided yet. */
    SUSPECTED,
    /** A court or an authority keeps the adult away. */
    RESTRAINED,
    /** Guardianship was taken away. */
    REVOKED
}
