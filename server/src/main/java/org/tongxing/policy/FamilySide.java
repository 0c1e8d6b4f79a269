package org.tongxing.policy;

import java.util.Set;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Sex;

/**
 * What the pairing rules ask of a cadre family.
 *
 * @param linkedVillages the villages the cadre's unit is linked to
 * @param supportedVillages those of them it supports in 乡村振兴帮扶
 * @param load how many children it has now
 * @param capacity how many it may have, by local setting
 */
public record FamilySide(
        FamilyId id,
        Sex cadreSex,
        Set<DivisionCode> linkedVillages,
        Set<DivisionCode> supportedVillages,
        int load,
        int capacity) {}
