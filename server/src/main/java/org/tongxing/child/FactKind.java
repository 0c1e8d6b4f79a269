package org.tongxing.child;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongxing.policy.Fact;

/** What can be recorded about a child, with the words to choose from; the names are what is kept. */
public enum FactKind {
    FATHER("父亲", situations()),
    MOTHER("母亲", situations()),
    FATHER_HOME("父亲短期回家", List.of(new Choice("HOME", "在家"))),
    MOTHER_HOME("母亲短期回家", List.of(new Choice("HOME", "在家"))),
    HUKOU("户口", List.of(new Choice("RURAL", "农村"), new Choice("URBAN", "城镇"))),
    DISABILITY("残疾证", disabilities()),
    BENEFIT(
            "家庭享受的救助",
            List.of(
                    new Choice("LOW_INCOME", "低保"),
                    new Choice("LOW_INCOME_MARGIN", "低保边缘"),
                    new Choice("EXPENDITURE_POOR", "支出型困难"),
                    new Choice("EXTREME_POVERTY", "特困供养"))),
    STATUS(
            "部门认定",
            List.of(
                    new Choice("ORPHAN", "孤儿"),
                    new Choice("ABANDONED", "查找不到生父母"),
                    new Choice("IN_INSTITUTION", "集中供养"),
                    new Choice("HIV_INFECTED", "艾滋病病毒感染"),
                    new Choice("CIVIL_AFFAIRS_GUARDIANSHIP", "民政部门监护"),
                    new Choice("LOCALLY_RECOGNISED", "当地认定的其他情形"))),
    FOUND(
            "排查发现",
            List.of(
                    new Choice("HARM", "受到侵害、虐待、遗弃或意外伤害"),
                    new Choice("GUARDIANSHIP_FAILURE", "监护缺失或不当"),
                    new Choice("SINGLE_PARENT_IN_HARDSHIP", "困难单亲家庭"),
                    new Choice("EMERGENCY", "突发事件或其他特殊困难"))),
    ILLNESS("重大疾病", List.of(new Choice("SERIOUS", "花费够大病保险线"))),
    RISK(
            "风险情形",
            List.of(
                    new Choice("LIVES_ALONE", "脱离监护单独居住"),
                    new Choice("ROAMING", "流浪或失踪"),
                    new Choice("NO_GUARDIAN", "疑似没有人监护"),
                    new Choice("SELF_HARM", "疑似自杀或自残"),
                    new Choice("FRAIL_CARER", "带孩子的人失能、半失能或没有行为能力"),
                    new Choice("DROPPED_OUT", "疑似辍学"),
                    new Choice("SEVERE_MENTAL_ILLNESS", "疑似有严重心理疾病"),
                    new Choice("WEAK_GUARDIANSHIP", "疑似监护不足"),
                    new Choice("UNUSUAL_BEHAVIOUR", "疑似心理或行为异常")));

    private final String label;
    private final List<Choice> choices;

    FactKind(String label, List<Choice> choices) {
        this.label = label;
        this.choices = choices;
    }

    public String label() {
        return this.label;
    }

    public List<Choice> choices() {
        return this.choices;
    }

    /** The words for what is kept; what is kept itself when an older roster wrote something else. */
    public String say(String content) {
        return this.choices.stream()
                .filter(choice -> choice.content().equals(content))
                .map(Choice::label)
                .findFirst()
                .orElse(content);
    }

    boolean knows(String content) {
        return this.choices.stream().anyMatch(choice -> choice.content().equals(content));
    }

    private static List<Choice> situations() {
        return List.of(
                new Choice("AT_HOME", "在家"),
                new Choice("WORKING_AWAY", "外出务工"),
                new Choice("DIVORCED", "离婚"),
                new Choice("DEAD", "去世"),
                new Choice("MISSING", "失踪"),
                new Choice("SEVERELY_DISABLED", "重残"),
                new Choice("MENTALLY_DISABLED", "精神、智力残疾"),
                new Choice("SERIOUSLY_ILL", "重病"),
                new Choice("ADDICTED", "长期吸毒、酗酒、赌博"),
                new Choice("IMPRISONED", "服刑在押"),
                new Choice("COMPULSORY_REHAB", "强制隔离戒毒"),
                new Choice("OTHERWISE_RESTRICTED", "被其他措施限制人身自由"),
                new Choice("OUT_OF_CONTACT", "失联"),
                new Choice("GUARDIANSHIP_REVOKED", "被撤销监护资格"),
                new Choice("DEPORTED", "被遣送（驱逐）出境"),
                new Choice("JUDGED_INCAPABLE", "经判断无监护能力"),
                new Choice("UNKNOWN", "不详"));
    }

    private static List<Choice> disabilities() {
        List<String> levels = List.of("一级", "二级", "三级", "四级");
        return Arrays.stream(Fact.DisabilityType.values())
                .flatMap(type -> IntStream.rangeClosed(1, levels.size())
                        .mapToObj(level -> new Choice(type.name() + "_" + level, type.label() + levels.get(level - 1))))
                .toList();
    }

    static Stream<FactKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name));
    }

    /** What is kept, and what it is called. */
    public record Choice(String content, String label) {}
}
