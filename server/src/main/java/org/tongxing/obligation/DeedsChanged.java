package org.tongxing.obligation;

import java.util.List;

/** Something was done about these children, or taken back; what was overdue may not be any more. */
public record DeedsChanged(List<Long> children) {}
