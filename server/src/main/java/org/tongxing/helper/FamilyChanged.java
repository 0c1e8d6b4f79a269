package org.tongxing.helper;

import org.tongxing.kernel.FamilyId;

/** A family came, went, moved, was checked or changed its capacity, in this division. Carries ids and codes only. */
public record FamilyChanged(FamilyId family, String division) {}
