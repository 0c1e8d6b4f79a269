package org.tongxing.safeguard;

import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;

/**
 * Somebody reported that a child is in danger: the child's risk is the highest from now on [GD-17, GD-18]. Carries ids
 * only, and nothing about who reported.
 *
 * @param child null for a child the system does not know, or the reporter could not name
 */
public record DangerReported(long report, @Nullable ChildId child) {}
