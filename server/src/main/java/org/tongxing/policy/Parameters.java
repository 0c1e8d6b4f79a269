package org.tongxing.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures and lists a clause carries; asking for one it does not have is our own mistake and says so. */
public record Parameters(Map<String, Object> values) {

    public static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        values = Map.copyOf(values);
    }

    public Set<String> names() {
        return this.values.keySet();
    }

    public int number(String name) {
        if (get(name) instanceof Integer number) {
            return number;
        }
        throw new IllegalStateException("Parameter " + name + " is not a number");
    }

    public String text(String name) {
        return String.valueOf(get(name));
    }

    public List<String> texts(String name) {
        if (get(name) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("Parameter " + name + " is not a list");
    }

    private Object get(String name) {
        Object value = this.values.get(name);
        if (value == null) {
            throw new IllegalStateException("No parameter " + name + " among " + this.values.keySet());
        }
        return value;
    }
}
