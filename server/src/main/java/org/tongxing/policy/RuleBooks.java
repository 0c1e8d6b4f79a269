package org.tongxing.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongxing.kernel.ClauseId;

/** All rule books on file, adopted or not. */
public final class RuleBooks {

    private final TreeMap<String, RuleBook> books = new TreeMap<>();
    private final Map<String, RuleClause> defining = new HashMap<>();

    public RuleBooks(Collection<RuleBook> books) {
        for (RuleBook book : books) {
            if (this.books.put(book.id(), book) != null) {
                throw new IllegalArgumentException("Two rule books are called " + book.id());
            }
        }
        // A register names the categories of ten thousand children.
        this.books.values().stream()
                .flatMap(book -> book.clauses().stream())
                .forEach(clause -> clause.category().ifPresent(one -> this.defining.putIfAbsent(one, clause)));
    }

    /** Reads the named books from the class path. */
    public static RuleBooks read(String... ids) {
        return new RuleBooks(List.of(ids).stream().map(RuleBooks::readOne).toList());
    }

    public List<RuleBook> all() {
        return List.copyOf(this.books.values());
    }

    public RuleBook book(String id) {
        return Optional.ofNullable(this.books.get(id))
                .orElseThrow(() -> new IllegalArgumentException("No rule book is called " + id));
    }

    public Optional<RuleClause> find(ClauseId clause) {
        return Optional.ofNullable(this.books.get(clause.book())).flatMap(book -> book.find(clause));
    }

    /** What its document calls a category; its code, if no book knows it. */
    public String categoryName(String category) {
        return defining(category).map(clause -> clause.meaning().name()).orElse(category);
    }

    /** The first clause that defines a category; its code, if no book knows it. */
    public String categoryClause(String category) {
        return defining(category).map(clause -> clause.id().toString()).orElse(category);
    }

    private Optional<RuleClause> defining(String category) {
        return Optional.ofNullable(this.defining.get(category));
    }

    private static RuleBook readOne(String id) {
        String name = "/rulebooks/" + id + ".yaml";
        try (InputStream yaml = RuleBooks.class.getResourceAsStream(name)) {
            if (yaml == null) {
                throw new IllegalArgumentException("No rule book " + name);
            }
            return RuleBookReader.read(id + ".yaml", yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
