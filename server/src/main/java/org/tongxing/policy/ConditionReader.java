package org.tongxing.policy;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/** Reads the words a clause is made of. A condition is one word and what belongs to it. */
final class ConditionReader {

    private static final String ANY_TYPE = "ANY";

    private ConditionReader() {}

    static Condition read(Node node, Definition.About about) {
        if (node.keys().size() != 1) {
            throw node.problem("a condition is one word, not " + node.keys());
        }
        String word = node.keys().iterator().next();
        Condition condition = switch (word) {
            case "all" -> new Composed.AllOf(members(node, word, about));
            case "any" -> new Composed.AnyOf(members(node, word, about));
            case "not" -> new Composed.Not(read(node.node(word), about));
            case "is" -> new Composed.Defined(node.text(word), about);
            default ->
                switch (about) {
                    case CHILD -> ofChild(node, word);
                    case PARENT -> ofParent(node, word);
                    case PLACE -> ofPlace(node, word);
                };
        };
        node.done();
        return condition;
    }

    private static List<Condition> members(Node node, String word, Definition.About about) {
        return node.nodes(word).stream().map(member -> read(member, about)).toList();
    }

    private static Condition ofChild(Node node, String word) {
        return switch (word) {
            case "ageBelow" -> new OfChild.AgeBelow(node.number(word));
            case "ruralHukou" -> {
                node.yes(word);
                yield new OfChild.RuralHukou();
            }
            case "family" -> new OfChild.HasAny(node.words(word, Fact.FamilyBenefit.class));
            case "status" -> new OfChild.HasAny(node.words(word, Fact.Status.class));
            case "found" -> new OfChild.HasAny(node.words(word, Fact.Found.class));
            case "risk" -> new OfChild.HasAny(node.words(word, Fact.Risk.class));
            case "disability" -> disability(node.node(word));
            case "illnessReachesThreshold" -> {
                node.yes(word);
                yield new OfChild.IllnessReachesThreshold();
            }
            case "parents" -> parents(node.node(word));
            default -> throw node.problem("a child is not asked for '" + word + "'");
        };
    }

    private static Condition parents(Node node) {
        boolean each = node.has("each");
        Condition one = read(node.node(each ? "each" : "one"), Definition.About.PARENT);
        Condition other = each ? one : read(node.node("other"), Definition.About.PARENT);
        node.done();
        return new OfChild.Parents(one, other);
    }

    private static Condition disability(Node node) {
        Set<Integer> anyType = node.has(ANY_TYPE) ? levels(node, ANY_TYPE) : Set.of();
        Map<Fact.DisabilityType, Set<Integer>> byType = new EnumMap<>(Fact.DisabilityType.class);
        for (Fact.DisabilityType type : Fact.DisabilityType.values()) {
            if (node.has(type.name())) {
                byType.put(type, levels(node, type.name()));
            }
        }
        node.done();
        return new OfChild.DisabilityLevel(anyType, byType);
    }

    private static Set<Integer> levels(Node node, String key) {
        return node.list(key).stream()
                .map(value -> {
                    if (value instanceof Integer level && level >= 1 && level <= 4) {
                        return level;
                    }
                    throw node.problem("'" + value + "' is no level of a disability");
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Condition ofParent(Node node, String word) {
        switch (word) {
            case "in":
                return new OfParent.In(node.words(word, Fact.Situation.class));
            case "judgedIncapable":
                node.yes(word);
                return new OfParent.JudgedIncapable();
            case "workingAway":
                Node away = node.node(word);
                Condition condition = new OfParent.WorkingAway(
                        away.number("months"), away.bool("shortReturnsInterrupt"), where(away));
                away.done();
                return condition;
            default:
                throw node.problem("a parent is not asked for '" + word + "'");
        }
    }

    /** Which places count: those another clause defines, or those said here; without it all do. */
    private static @Nullable Condition where(Node away) {
        if (!away.has("where")) {
            return null;
        }
        return away.get("where") instanceof String
                ? new Composed.Defined(away.text("where"), Definition.About.PLACE)
                : read(away.node("where"), Definition.About.PLACE);
    }

    private static Condition ofPlace(Node node, String word) {
        if (!word.equals("crossCounty")) {
            throw node.problem("a place is not asked for '" + word + "'");
        }
        Node cross = node.node(word);
        Map<String, Set<DivisionCode>> cores = new LinkedHashMap<>();
        if (cross.has("exceptWithinCoreOf")) {
            Node cities = cross.node("exceptWithinCoreOf");
            for (String city : cities.keys()) {
                cores.put(
                        city,
                        cities.list(city).stream()
                                .map(code -> new DivisionCode(String.valueOf(code)))
                                .collect(Collectors.toUnmodifiableSet()));
            }
        }
        cross.done();
        return new OfParent.CrossCounty(cores);
    }
}
