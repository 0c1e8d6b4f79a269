package org.tongxing.policy;

import org.tongxing.kernel.DivisionCode;

/** A region follows a rule book in a period, and so does every region below it. */
public record Adoption(DivisionCode division, String book, Period period) {}
