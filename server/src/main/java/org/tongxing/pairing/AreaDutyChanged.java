package org.tongxing.pairing;

/** An area duty of this village began or ended. */
public record AreaDutyChanged(String village) {}
