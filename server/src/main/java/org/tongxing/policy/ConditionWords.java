package org.tongxing.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain Chinese what a condition asks, so that a page shows the figures a verdict comes from. */
final class ConditionWords {

    private static final List<String> NUMERALS = List.of("", "一", "二", "三", "四");

    private final UnaryOperator<String> definitions;

    /**
     * Names definitions by their subject.
     *
     * @param definitions what a subject is called, such as 重残 for {@code severeDisability}
     */
    ConditionWords(UnaryOperator<String> definitions) {
        this.definitions = definitions;
    }

    /** What all has to hold, one line each. */
    List<String> lines(Condition condition) {
        return condition instanceof Composed.AllOf all
                ? all.members().stream().map(this::say).toList()
                : List.of(say(condition));
    }

    private String say(Condition condition) {
        if (condition instanceof Composed.AllOf all) {
            return all.members().stream().map(this::say).collect(Collectors.joining("，并且"));
        }
        if (condition instanceof Composed.AnyOf any) {
            return any.members().stream().map(this::say).collect(Collectors.joining("，或者"));
        }
        if (condition instanceof Composed.Not not) {
            return "不是：" + say(not.member());
        }
        if (condition instanceof Composed.Defined defined) {
            return this.definitions.apply(defined.subject());
        }
        return condition instanceof OfChild.Parents parents ? parents(parents) : leaf(condition);
    }

    private String parents(OfChild.Parents parents) {
        return parents.one().equals(parents.other())
                ? "父母双方都：" + say(parents.one())
                : "一方：" + say(parents.one()) + "；另一方：" + say(parents.other());
    }

    private String leaf(Condition condition) {
        if (condition instanceof OfChild.AgeBelow age) {
            return "未满 " + age.years() + " 岁";
        }
        if (condition instanceof OfChild.HasAny any) {
            return join(any.wanted().stream().map(ConditionWords::label).sorted());
        }
        if (condition instanceof OfChild.DisabilityLevel disability) {
            return disability(disability);
        }
        if (condition instanceof OfParent.In in) {
            return join(in.situations().stream().sorted().map(Fact.Situation::label));
        }
        if (condition instanceof OfParent.WorkingAway away) {
            return away(away);
        }
        if (condition instanceof OfParent.CrossCounty cross) {
            return cross.coreUrban().isEmpty() ? "务工地和户籍地不在一个县" : "务工地和户籍地不在一个县，也不都在同一市的核心城区";
        }
        return condition instanceof OfChild.RuralHukou
                ? "农村户口"
                : condition instanceof OfParent.JudgedIncapable ? "有人判断过、也记下了确实带不了" : "花费到了大病保险起付线";
    }

    private String away(OfParent.WorkingAway away) {
        Condition where = away.where();
        return "连续外出满 %d 个月，中间短期回家%s%s"
                .formatted(
                        away.months(),
                        away.shortReturnsInterrupt() ? "要重新算" : "照样算",
                        where == null ? "，去哪里都算" : "，要" + say(where));
    }

    private static String disability(OfChild.DisabilityLevel asked) {
        Stream<String> any = asked.anyType().isEmpty() ? Stream.empty() : Stream.of("任何一类" + levels(asked.anyType()));
        return join(Stream.concat(
                any,
                asked.byType().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey().label() + levels(entry.getValue()))));
    }

    private static String levels(Collection<Integer> levels) {
        return levels.stream().sorted().map(level -> NUMERALS.get(level) + "级").collect(Collectors.joining("、"));
    }

    private static String label(Fact fact) {
        if (fact instanceof Fact.FamilyBenefit benefit) {
            return benefit.label();
        }
        if (fact instanceof Fact.Status status) {
            return status.label();
        }
        if (fact instanceof Fact.Risk risk) {
            return risk.label();
        }
        return fact instanceof Fact.Found found ? found.label() : "";
    }

    private static String join(Stream<String> words) {
        return words.collect(Collectors.joining("、"));
    }

    /** The definitions of a book by subject. */
    static ConditionWords of(RuleBook book) {
        Map<String, String> names = book.clauses().stream()
                .filter(clause -> clause.subject() != null && clause.defines().isPresent())
                .collect(Collectors.toMap(
                        clause -> String.valueOf(clause.subject()),
                        clause -> clause.defines().orElseThrow(),
                        (one, other) -> one));
        return new ConditionWords(subject -> names.getOrDefault(subject, subject));
    }
}
