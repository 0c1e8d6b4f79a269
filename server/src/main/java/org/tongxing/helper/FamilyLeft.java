package org.tongxing.helper;

import java.time.LocalDate;
import org.tongxing.kernel.FamilyId;

/** A family no longer helps from this day on; whoever has children with it must let them go. */
public record FamilyLeft(FamilyId family, LocalDate on, long by) {}
