package org.tongxing.visit;

import java.util.List;

/** A difficulty was found and is to be followed until it is solved. Carries ids only. */
public record DifficultyOpened(long difficulty, List<Long> children) {}
