package org.tongxing.obligation;

import org.tongxing.kernel.DivisionCode;

/** What is overdue in a village was counted again after deeds; told inside the transaction that counted. */
public record DeedsReckoned(DivisionCode village) {}
