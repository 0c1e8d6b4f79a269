package org.tongxing.rulebook.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.policy.RuleBooks;

/** The figures and lists of a clause in the words of a screen. */
final class ParameterWords {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("actor", "谁来办"),
            Map.entry("actors", "谁来办"),
            Map.entry("ageFrom", "满几岁起"),
            Map.entry("categories", "哪几类"),
            Map.entry("colours", "颜色"),
            Map.entry("confirmed", "要确认"),
            Map.entry("count", "至少"),
            Map.entry("day", "几日前"),
            Map.entry("deed", "做什么"),
            Map.entry("families", "几户"),
            Map.entry("months", "哪几个月"),
            Map.entry("order", "先后"),
            Map.entry("per", "每"),
            Map.entry("records", "要记下"),
            Map.entry("rhythm", "节奏"),
            Map.entry("sex", "干部性别"),
            Map.entry("states", "经过"),
            Map.entry("tiers", "等级"));

    private static final Map<String, String> UNITS =
            Map.of("ageFrom", "岁", "count", "次", "day", "日", "families", "户", "months", "月");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("FEMALE", "女"),
            Map.entry("MALE", "男"),
            Map.entry("CADRE_FAMILY", "结对家庭"),
            Map.entry("CHILD_DIRECTOR", "儿童主任"),
            Map.entry("SOCIAL_WORKER", "社工"),
            Map.entry("PARENT", "父母"),
            Map.entry("UNIT", "单位"),
            Map.entry("VILLAGE", "村"),
            Map.entry("TOWNSHIP", "乡镇"),
            Map.entry("COUNTY", "区县"),
            Map.entry("VISIT", "上门走访"),
            Map.entry("CONTACT", "联系"),
            Map.entry("TRAINING", "培训"),
            Map.entry("ACTIVITY", "活动"),
            Map.entry("YEAR", "年"),
            Map.entry("QUARTER", "季度"),
            Map.entry("MONTH", "月"),
            Map.entry("WEEK", "周"),
            Map.entry("REASON", "理由"),
            Map.entry("APPROVER", "批准的人"),
            Map.entry("TIME", "时间"),
            Map.entry("PERSON", "经手人"),
            Map.entry("HIGH", "高"),
            Map.entry("MEDIUM_HIGH", "中高"),
            Map.entry("MEDIUM_LOW", "中低"),
            Map.entry("LOW", "低"),
            Map.entry("DRAFT", "拟定"),
            Map.entry("APPROVED", "批准"),
            Map.entry("PUBLISHED", "公布"));

    private ParameterWords() {}

    static String label(String name) {
        return LABELS.getOrDefault(name, name);
    }

    static @Nullable String unit(String name) {
        return UNITS.get(name);
    }

    /** A value as people say it; categories go by their names. */
    static String value(String name, Object value, RuleBooks books) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> value(name, one, books)).collect(Collectors.joining("、"));
        }
        String word = String.valueOf(value);
        return switch (name) {
            case "categories", "order" -> books.categoryName(word);
            case "rhythm" -> "每 " + word + " 个月一次";
            default -> WORDS.getOrDefault(word, word);
        };
    }
}
