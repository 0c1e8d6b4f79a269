package org.tongxing.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongxing.kernel.DivisionCode;

/** The twelve villages of 金宝镇. */
final class Jinbao {

    static final Map<String, DivisionCode> VILLAGES = new LinkedHashMap<>();

    static {
        put("001", "川主宫社区");
        put("003", "和祥社区");
        put("004", "积善社区");
        put("203", "掌村沟村");
        put("205", "石马垭村");
        put("210", "西阳寺村");
        put("212", "土桥院村");
        put("213", "水车沟村");
        put("216", "槐树坝村");
        put("219", "天宝宫村");
        put("221", "青家沟村");
        put("222", "柿子沟村");
    }

    private Jinbao() {}

    private static void put(String code, String name) {
        VILLAGES.put(name, new DivisionCode("511304114" + code));
    }
}
