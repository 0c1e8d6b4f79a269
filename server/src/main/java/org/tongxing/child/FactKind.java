package org.tongxing.child;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
    BENEFIT("家庭享受的救助", choices(Fact.FamilyBenefit.values(), Fact.FamilyBenefit::label)),
    STATUS("部门认定", choices(Fact.Status.values(), Fact.Status::label)),
    FOUND("排查发现", choices(Fact.Found.values(), Fact.Found::label)),
    ILLNESS("重大疾病", List.of(new Choice("SERIOUS", "花费够大病保险线"))),
    RISK("风险情形", choices(Fact.Risk.values(), Fact.Risk::label));

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

    /** What the rules ask of a parent; that somebody judged a parent incapable is recorded among it. */
    private static List<Choice> situations() {
        List<Choice> choices = new ArrayList<>(choices(Fact.Situation.values(), Fact.Situation::label));
        choices.add(choices.size() - 1, new Choice("JUDGED_INCAPABLE", "经判断无监护能力"));
        return List.copyOf(choices);
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), label.apply(value)))
                .toList();
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
