package org.tongxing.visit;

/** A difficulty is solved. Carries ids only. */
public record DifficultySolved(long difficulty) {}
