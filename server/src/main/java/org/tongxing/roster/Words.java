package org.tongxing.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a roster in the language of the facts. */
final class Words {

    static final Map<String, String> SITUATIONS = Map.ofEntries(
            Map.entry("在家", "AT_HOME"),
            Map.entry("外出务工", "WORKING_AWAY"),
            Map.entry("离异", "DIVORCED"),
            Map.entry("死亡", "DEAD"),
            Map.entry("失踪", "MISSING"),
            Map.entry("失联", "OUT_OF_CONTACT"),
            Map.entry("重残", "SEVERELY_DISABLED"),
            Map.entry("重病", "SERIOUSLY_ILL"),
            Map.entry("服刑在押", "IMPRISONED"),
            Map.entry("强制隔离戒毒", "COMPULSORY_REHAB"));

    private static final Map<String, String> DISABILITIES = Map.of(
            "视力", "VISUAL",
            "听力", "HEARING",
            "言语", "SPEECH",
            "肢体", "PHYSICAL",
            "智力", "INTELLECTUAL",
            "精神", "MENTAL",
            "多重", "MULTIPLE");
    private static final Map<String, Integer> LEVELS =
            Map.of("一", 1, "二", 2, "三", 3, "四", 4, "1", 1, "2", 2, "3", 3, "4", 4);
    private static final Pattern DISABILITY = Pattern.compile("(视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?([一二三四1-4])级");

    /** A category as the township wrote it, and the code under which the rule book has it. */
    static final Map<String, String> CATEGORIES = Map.of(
            "散居孤儿", "1",
            "事实无人抚养儿童", "2",
            "低保家庭重残儿童", "3",
            "低保家庭重病儿童", "3",
            "其他低保家庭儿童", "4",
            "其他困境儿童", "5",
            "农村留守儿童", "6");

    private Words() {}

    /** The certificates a cell names, as {@code MENTAL_3}. */
    static List<String> disability(String text) {
        List<String> facts = new ArrayList<>();
        Matcher matcher = DISABILITY.matcher(text);
        while (matcher.find()) {
            facts.add(DISABILITIES.get(matcher.group(1)) + "_" + LEVELS.get(matcher.group(2)));
        }
        return facts;
    }
}
