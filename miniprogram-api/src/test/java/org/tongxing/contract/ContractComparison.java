package org.tongxing.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds what would break a client that was built on an earlier description. What a client sends may be asked for less
 * strictly, what it gets may come richer, and never the other way round.
 */
final class ContractComparison {

    private static final List<String> LIMITS_ABOVE = List.of("maxLength", "maxItems", "maximum", "exclusiveMaximum");
    private static final List<String> LIMITS_BELOW = List.of("minLength", "minItems", "minimum", "exclusiveMinimum");

    private final JsonNode released;
    private final JsonNode current;
    private final Set<String> breaks = new LinkedHashSet<>();
    private final Set<String> compared = new LinkedHashSet<>();

    private ContractComparison(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    /** Every break, in words; empty when everything an old client does still works. */
    static List<String> breaks(JsonNode released, JsonNode current) {
        ContractComparison comparison = new ContractComparison(released, current);
        comparison.paths();
        return new ArrayList<>(comparison.breaks);
    }

    private void paths() {
        for (Map.Entry<String, JsonNode> path : this.released.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                JsonNode now = this.current.path("paths").path(path.getKey()).path(operation.getKey());
                if (now.isMissingNode()) {
                    this.breaks.add(name + " is gone");
                } else {
                    operation(name, operation.getValue(), now);
                }
            }
        }
    }

    private void operation(String name, JsonNode before, JsonNode now) {
        parameters(name, before.path("parameters"), now.path("parameters"));
        body(name, before.path("requestBody"), now.path("requestBody"));
        for (Map.Entry<String, JsonNode> answer : before.path("responses").properties()) {
            JsonNode later = now.path("responses").path(answer.getKey());
            if (later.isMissingNode()) {
                this.breaks.add(name + " no longer answers " + answer.getKey());
            } else {
                content(name + " " + answer.getKey(), answer.getValue(), later, Direction.ANSWER);
            }
        }
    }

    private void parameters(String name, JsonNode before, JsonNode now) {
        for (JsonNode later : now) {
            JsonNode earlier = sameParameter(before, later);
            String where = name + " " + later.path("in").asString() + ":"
                    + later.path("name").asString();
            boolean required = later.path("required").asBoolean();
            if (required && !earlier.path("required").asBoolean()) {
                this.breaks.add(where + " is required now");
            }
            if (!earlier.isMissingNode()) {
                schema(where, earlier.path("schema"), later.path("schema"), Direction.REQUEST);
            }
        }
        for (JsonNode earlier : before) {
            if (sameParameter(now, earlier).isMissingNode()) {
                this.breaks.add(name + " " + earlier.path("in").asString() + ":"
                        + earlier.path("name").asString() + " is gone");
            }
        }
    }

    private static JsonNode sameParameter(JsonNode among, JsonNode one) {
        for (JsonNode other : among) {
            if (other.path("name").equals(one.path("name")) && other.path("in").equals(one.path("in"))) {
                return other;
            }
        }
        return MissingNode.getInstance();
    }

    private void body(String name, JsonNode before, JsonNode now) {
        if (before.isMissingNode()) {
            if (now.path("required").asBoolean()) {
                this.breaks.add(name + " wants a body now");
            }
            return;
        }
        if (now.isMissingNode()) {
            this.breaks.add(name + " takes no body any more");
            return;
        }
        if (now.path("required").asBoolean() && !before.path("required").asBoolean()) {
            this.breaks.add(name + " wants a body now");
        }
        content(name + " body", before, now, Direction.REQUEST);
    }

    private void content(String where, JsonNode before, JsonNode now, Direction direction) {
        for (Map.Entry<String, JsonNode> type : before.path("content").properties()) {
            JsonNode later = now.path("content").path(type.getKey());
            if (later.isMissingNode()) {
                this.breaks.add(where + " is no longer " + type.getKey());
            } else {
                schema(where, type.getValue().path("schema"), later.path("schema"), direction);
            }
        }
    }

    private void schema(String where, JsonNode earlier, JsonNode later, Direction direction) {
        // Records refer to each other; a pair that was compared in this direction needs no second look.
        if (earlier.has("$ref")
                && !this.compared.add(direction + earlier.path("$ref").asString() + later)) {
            return;
        }
        JsonNode before = resolved(earlier, this.released);
        JsonNode now = resolved(later, this.current);
        String name = earlier.has("$ref") ? simple(earlier.path("$ref").asString()) : where;
        if (!before.path("type").equals(now.path("type"))
                || !before.path("format").equals(now.path("format"))) {
            this.breaks.add(name + " was " + type(before) + " and is " + type(now));
            return;
        }
        words(name, before, now, direction);
        properties(name, before, now, direction);
        if (before.has("items")) {
            schema(name + "[]", before.path("items"), now.path("items"), direction);
        }
        if (before.path("additionalProperties").isObject()) {
            schema(name + "{}", before.path("additionalProperties"), now.path("additionalProperties"), direction);
        }
        if (direction == Direction.REQUEST) {
            limits(name, before, now);
        }
    }

    /** A request must not lose a word; an answer must not gain one, except where clients were told that it may. */
    private void words(String name, JsonNode before, JsonNode now, Direction direction) {
        Set<String> earlier = texts(before.path("enum"));
        Set<String> later = texts(now.path("enum"));
        if (direction == Direction.REQUEST) {
            if (!later.isEmpty()) {
                Set<String> lost = new TreeSet<>(earlier);
                lost.removeAll(later);
                lost.forEach(word -> this.breaks.add(name + " no longer takes " + word));
                if (earlier.isEmpty()) {
                    this.breaks.add(name + " takes only some words now");
                }
            }
            return;
        }
        if (!earlier.isEmpty() && !before.path("x-growing").asBoolean()) {
            Set<String> gained = new TreeSet<>(later);
            gained.removeAll(earlier);
            gained.forEach(word -> this.breaks.add(name + " may answer " + word));
            if (later.isEmpty()) {
                this.breaks.add(name + " may answer any word");
            }
        }
        if (before.path("x-growing").asBoolean() && !now.path("x-growing").asBoolean()) {
            this.breaks.add(name + " is not growing any more");
        }
    }

    private void properties(String name, JsonNode before, JsonNode now, Direction direction) {
        Set<String> mustBefore = texts(before.path("required"));
        Set<String> mustNow = texts(now.path("required"));
        for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
            String field = name + "." + property.getKey();
            JsonNode later = now.path("properties").path(property.getKey());
            if (later.isMissingNode()) {
                this.breaks.add(field + " is gone");
                continue;
            }
            if (direction == Direction.ANSWER
                    && mustBefore.contains(property.getKey())
                    && !mustNow.contains(property.getKey())) {
                this.breaks.add(field + " may be missing now");
            }
            schema(field, property.getValue(), later, direction);
        }
        if (direction == Direction.REQUEST) {
            mustNow.stream()
                    .filter(field -> !mustBefore.contains(field))
                    .forEach(field -> this.breaks.add(name + "." + field + " is required now"));
        }
    }

    private void limits(String name, JsonNode before, JsonNode now) {
        for (String limit : LIMITS_ABOVE) {
            if (now.has(limit) && (!before.has(limit) || number(now, limit) < number(before, limit))) {
                this.breaks.add(name + " allows less: " + limit + " " + now.path(limit));
            }
        }
        for (String limit : LIMITS_BELOW) {
            if (now.has(limit) && number(now, limit) > (before.has(limit) ? number(before, limit) : lowest(limit))) {
                this.breaks.add(name + " allows less: " + limit + " " + now.path(limit));
            }
        }
        if (now.has("pattern") && !now.path("pattern").equals(before.path("pattern"))) {
            this.breaks.add(name + " wants another form: " + now.path("pattern").asString());
        }
    }

    private static double lowest(String limit) {
        return limit.equals("minLength") || limit.equals("minItems") ? 0 : Double.NEGATIVE_INFINITY;
    }

    private static double number(JsonNode schema, String limit) {
        return schema.path(limit).asDouble();
    }

    private static JsonNode resolved(JsonNode schema, JsonNode description) {
        return schema.has("$ref")
                ? description
                        .path("components")
                        .path("schemas")
                        .path(simple(schema.path("$ref").asString()))
                : schema;
    }

    private static String simple(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String type(JsonNode schema) {
        String format = schema.path("format").asString();
        return schema.path("type").asString() + (format.isEmpty() ? "" : " " + format);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** Which way it goes over the wire. */
    private enum Direction {
        REQUEST,
        ANSWER
    }
}
