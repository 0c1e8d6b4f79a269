package org.tongxing.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A place in a YAML file: a map whose keys have to be asked for one by one, so that a misspelt one is noticed. */
final class Node {

    private final String where;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    Node(String where, @Nullable Object value) {
        this.where = where;
        if (!(value instanceof Map<?, ?> map)) {
            throw new UnreadableRuleBook(where, "expected keys and values");
        }
        map.forEach((key, one) -> {
            if (one == null) {
                throw new UnreadableRuleBook(where, "'" + key + "' has no value");
            }
            this.values.put(String.valueOf(key), one);
        });
    }

    /** The same place under a name that a reader of the file finds faster. */
    Node named(String name) {
        return new Node(name, this.values);
    }

    Set<String> keys() {
        return this.values.keySet();
    }

    boolean has(String key) {
        return this.values.containsKey(key);
    }

    Object get(String key) {
        this.asked.add(key);
        Object value = this.values.get(key);
        if (value == null) {
            throw problem("'" + key + "' is missing");
        }
        return value;
    }

    String text(String key) {
        if (get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw problem("'" + key + "' is not a text (put figures and dates in quotes)");
    }

    /** A text in plain words, short enough for a chip. */
    String plain(String key, int most) {
        String text = text(key);
        if (text.codePointCount(0, text.length()) > most) {
            throw problem("'" + key + "' is longer than " + most + " characters");
        }
        return text;
    }

    int number(String key) {
        if (get(key) instanceof Integer number) {
            return number;
        }
        throw problem("'" + key + "' is not a number");
    }

    boolean bool(String key) {
        if (get(key) instanceof Boolean bool) {
            return bool;
        }
        throw problem("'" + key + "' is neither true nor false");
    }

    /** For a word that only says yes. */
    void yes(String key) {
        if (!bool(key)) {
            throw problem("'" + key + "' can only be true; use 'not'");
        }
    }

    LocalDate date(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException failure) {
            throw problem("'" + key + "' is not a date like 2023-11-08");
        }
    }

    List<Object> list(String key) {
        if (get(key) instanceof List<?> list && !list.isEmpty()) {
            return new ArrayList<>(list);
        }
        throw problem("'" + key + "' is not a list, or an empty one");
    }

    <E extends Enum<E>> E word(String key, Class<E> type) {
        return word(get(key), type);
    }

    <E extends Enum<E>> Set<E> words(String key, Class<E> type) {
        return list(key).stream().map(value -> word(value, type)).collect(Collectors.toUnmodifiableSet());
    }

    Node node(String key) {
        return new Node(this.where + "." + key, get(key));
    }

    List<Node> nodes(String key) {
        List<Node> nodes = new ArrayList<>();
        for (Object value : list(key)) {
            nodes.add(new Node(this.where + "." + key + "[" + nodes.size() + "]", value));
        }
        return nodes;
    }

    /** Refuses whatever nobody asked for. */
    void done() {
        Set<String> unknown = new TreeSet<>(this.values.keySet());
        unknown.removeAll(this.asked);
        if (!unknown.isEmpty()) {
            throw problem("unknown key " + unknown);
        }
    }

    UnreadableRuleBook problem(String what) {
        return new UnreadableRuleBook(this.where, what);
    }

    private <E extends Enum<E>> E word(Object value, Class<E> type) {
        try {
            return Enum.valueOf(type, String.valueOf(value));
        } catch (IllegalArgumentException failure) {
            throw problem("'" + value + "' is no " + type.getSimpleName());
        }
    }
}
