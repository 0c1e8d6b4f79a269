package org.tongxing.region;

import java.util.List;
import org.tongxing.kernel.DivisionCode;

/** What people call a place: the statistics name the committee of a village, rosters name the village. */
final class DivisionNames {

    private static final List<String> OF_VILLAGES = List.of("村民委员会", "村委会");
    private static final List<String> OF_COMMUNITIES = List.of("社区居民委员会", "社区居委会");

    private DivisionNames() {}

    static String everyday(String official, DivisionCode.Level level) {
        if (level != DivisionCode.Level.VILLAGE) {
            return official;
        }
        for (String committee : OF_COMMUNITIES) {
            if (ends(official, committee)) {
                return cut(official, committee) + "社区";
            }
        }
        for (String committee : OF_VILLAGES) {
            if (ends(official, committee)) {
                String place = cut(official, committee);
                return place.endsWith("村") || place.endsWith("嘎查") ? place : place + "村";
            }
        }
        return official;
    }

    private static boolean ends(String official, String committee) {
        return official.endsWith(committee) && official.length() > committee.length();
    }

    private static String cut(String official, String committee) {
        return official.substring(0, official.length() - committee.length());
    }
}
