package org.tongxing.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The pairing categories of the rule book in force, read once and strictly. */
@Component
public class CategoryBook {

    private final Map<String, CategoryDefinition> categories;

    CategoryBook() {
        this.categories = read("JB").stream()
                .collect(Collectors.toMap(
                        CategoryDefinition::code, Function.identity(), (a, b) -> a, java.util.TreeMap::new));
    }

    /** The categories in force, by code. */
    public List<CategoryDefinition> categories() {
        return List.copyOf(this.categories.values());
    }

    public String categoryName(String code) {
        CategoryDefinition category = this.categories.get(code);
        return category == null ? code : category.name();
    }

    public String categoryClause(String code) {
        CategoryDefinition category = this.categories.get(code);
        return category == null ? "" : category.clause();
    }

    static List<CategoryDefinition> read(String book) {
        try (InputStream in = CategoryBook.class.getResourceAsStream("/categories/" + book + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("No such rule book: " + book);
            }
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            if (!(document.get("categories") instanceof List<?> entries)) {
                throw new IllegalArgumentException(book + " defines no categories");
            }
            return entries.stream().map(CategoryBook::category).toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static CategoryDefinition category(Object node) {
        if (!(node instanceof Map<?, ?> map) || !(map.get("ageBelow") instanceof Integer ageBelow)) {
            throw new IllegalArgumentException("Not a category: " + node);
        }
        return new CategoryDefinition(
                text(map, "code"), text(map, "clause"), text(map, "name"), ageBelow, Condition.read(map.get("when")));
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("Missing " + key + " in " + map);
    }
}
