package org.tongxing.obligation;

import java.util.List;
import org.tongxing.kernel.DivisionCode;

/**
 * What is overdue in a village was counted again; told inside the transaction that counted.
 *
 * @param overdue what is owed to its children, the longest first
 */
public record DeedsReckoned(DivisionCode village, List<OverdueLine> overdue) {}
