package org.tongxing.pairing;

import java.util.List;

/** Several children of one village were paired in one step, as a published plan does. Carries ids and codes only. */
public record PairingsMade(String village, List<Long> children) {}
