package org.tongxing.region;

import org.tongxing.kernel.DivisionCode;

/** A division by code, name and level. */
public record Division(DivisionCode code, String name, DivisionCode.Level level) {}
