package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the store of the town has received and given to households, entered through the console's API. */
final class Storeroom {

    private static final String GOODS = "/api/admin/goods";

    private static final List<Came> CAME = List.of(
            new Came("棉被", "床", 20, "嘉陵区慈善会", 50),
            new Came("书包", "个", 40, "金宝镇商会", 48),
            new Came("大米", "袋", 30, "未保中心采购", 40));

    private static final List<Went> WENT =
            List.of(new Went("书包", 6, 1, 38, "开学"), new Went("大米", 5, 2, 30, "中秋慰问"), new Went("棉被", 4, 1, 12, "入冬慰问"));

    private Storeroom() {}

    /** Enters everything unless something is there already. */
    static void fill(Http http, Town town, OnFile onFile) {
        String code = town.township().code();
        if (!http.get(GOODS + "?division=" + code).isEmpty()) {
            return;
        }
        LocalDate day = town.day();
        for (Came came : CAME) {
            http.post(
                    GOODS + "/receipts",
                    Map.of(
                            "divisionCode",
                            code,
                            "name",
                            came.name(),
                            "measure",
                            came.measure(),
                            "quantity",
                            came.quantity(),
                            "on",
                            day.minusDays(came.daysAgo()).toString(),
                            "source",
                            came.source()));
        }
        List<Kid> kids = town.households().stream()
                .filter(home -> home.scene == Scene.ORDINARY)
                .map(home -> home.kids.get(0))
                .toList();
        http.get(GOODS + "?division=" + code)
                .forEach(row -> WENT.stream()
                        .filter(went -> went.name().equals(row.path("name").asString()))
                        .forEach(went -> http.post(
                                GOODS + "/" + row.path("id").asLong() + "/issues",
                                Map.of(
                                        "on",
                                        day.minusDays(went.daysAgo()).toString(),
                                        "occasion",
                                        went.occasion(),
                                        "issues",
                                        kids.stream()
                                                .skip(went.daysAgo())
                                                .limit(went.households())
                                                .map(kid -> Map.of(
                                                        "childId",
                                                        onFile.id(kid),
                                                        "quantity",
                                                        went.each(),
                                                        "receiver",
                                                        kid.name.substring(0, 1) + "家奶奶"))
                                                .toList()))));
    }

    /** Something that came, so many days ago. */
    private record Came(String name, String measure, int quantity, String source, int daysAgo) {}

    /** Something that went to households, so many days ago. */
    private record Went(String name, int households, int each, int daysAgo, String occasion) {}
}
