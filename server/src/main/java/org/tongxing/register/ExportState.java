package org.tongxing.register;

/** Where an export stands; only a ready one has a file, and only until it expires. */
public enum ExportState {
    RUNNING,
    READY,
    FAILED,
    CANCELLED,
    EXPIRED
}
