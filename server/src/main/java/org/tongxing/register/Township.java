package org.tongxing.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongxing.kernel.DivisionCode;

/**
 * What is read at once where all children of a large place are looked at: a village, if that is all there is, or the
 * villages of a township.
 *
 * @param children how many live there
 */
record Township(DivisionCode place, int children) {

    /** The townships of these villages, in order. */
    static List<Township> of(List<RegisterMapper.VillageRow> villages) {
        Map<DivisionCode, List<RegisterMapper.VillageRow>> townships = new LinkedHashMap<>();
        villages.forEach(village -> townships
                .computeIfAbsent(
                        new DivisionCode(village.villageCode()).at(DivisionCode.Level.TOWNSHIP),
                        township -> new ArrayList<>())
                .add(village));
        return townships.entrySet().stream()
                .map(township -> new Township(
                        township.getValue().size() == 1
                                ? new DivisionCode(township.getValue().get(0).villageCode())
                                : township.getKey(),
                        township.getValue().stream()
                                .mapToInt(RegisterMapper.VillageRow::children)
                                .sum()))
                .toList();
    }
}
