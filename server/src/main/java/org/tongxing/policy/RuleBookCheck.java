package org.tongxing.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongxing.kernel.ClauseId;

/** Finds what is missing in a rule book that could be read. */
final class RuleBookCheck {

    private RuleBookCheck() {}

    static void check(String file, String numbers, RuleBook book) {
        everyNumberIsThereOnce(file, numbers(file, numbers), book);
        everyDefinitionIsThere(file, book);
        everyCategoryIsThere(file, book);
        everybodyOwedIsDefined(file, book);
    }

    private static void everyNumberIsThereOnce(String file, Set<Integer> announced, RuleBook book) {
        Set<ClauseId> seen = new HashSet<>();
        for (RuleClause clause : book.clauses()) {
            if (!seen.add(clause.id())) {
                throw new UnreadableRuleBook(file, clause.id() + " stands there twice");
            }
            if (!announced.contains(clause.id().number())) {
                throw new UnreadableRuleBook(file, clause.id() + " is not among 'numbers'");
            }
        }
        List<ClauseId> missing = announced.stream()
                .map(number -> new ClauseId(book.id(), number))
                .filter(id -> !seen.contains(id))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableRuleBook(file, "missing clause " + missing);
        }
    }

    private static void everyDefinitionIsThere(String file, RuleBook book) {
        for (RuleClause clause : book.clauses()) {
            follow(file, book, clause, Set.of());
        }
    }

    /** A book has to make sense alone: what it leans on it defines itself, about the same thing, and not in a circle. */
    private static void follow(String file, RuleBook book, RuleClause clause, Set<ClauseId> path) {
        if (path.contains(clause.id())) {
            throw new UnreadableRuleBook(file + " " + clause.id(), "is defined by itself");
        }
        Set<ClauseId> longer =
                Stream.concat(path.stream(), Stream.of(clause.id())).collect(Collectors.toUnmodifiableSet());
        references(clause).forEach(reference -> {
            List<RuleClause> defining = book.clauses().stream()
                    .filter(one -> one.definition() != null
                            && reference.subject().equals(one.subject())
                            && one.meaning().about() == reference.about())
                    .toList();
            if (defining.isEmpty()) {
                throw new UnreadableRuleBook(
                        file + " " + clause.id(),
                        "nothing defines '" + reference.subject() + "' about a " + reference.about());
            }
            defining.forEach(one -> follow(file, book, one, longer));
        });
    }

    private static Stream<Condition.Reference> references(RuleClause clause) {
        return Stream.concat(
                Stream.ofNullable(clause.definition()).flatMap(one -> one.when().references()),
                Stream.ofNullable(clause.tier())
                        .flatMap(tier -> tier.triggers().stream())
                        .flatMap(trigger -> trigger.when().references()));
    }

    /** Wherever a clause lists categories, the book defines them. */
    private static void everyCategoryIsThere(String file, RuleBook book) {
        List<String> defined = book.categories();
        for (RuleClause clause : book.clauses()) {
            Stream.of("categories", "order")
                    .filter(clause.parameters().names()::contains)
                    .flatMap(name -> clause.parameters().texts(name).stream())
                    .filter(code -> !defined.contains(code))
                    .findFirst()
                    .ifPresent(code -> {
                        throw new UnreadableRuleBook(
                                file + " " + clause.id(), "category '" + code + "' is not defined");
                    });
            if (clause.kind() == RuleClause.Kind.CATALOGUE
                    && clause.parameters().names().contains("categories")
                    && !clause.parameters().texts("categories").equals(defined)) {
                throw new UnreadableRuleBook(file + " " + clause.id(), "lists other categories than " + defined);
            }
        }
    }

    /** Whoever something is owed to is somebody the book knows. */
    private static void everybodyOwedIsDefined(String file, RuleBook book) {
        Set<String> known = book.clauses().stream()
                .filter(clause -> clause.category().isPresent())
                .map(clause -> String.valueOf(clause.subject()))
                .collect(Collectors.toSet());
        for (RuleClause clause : book.clauses()) {
            clause.obligations().stream()
                    .flatMap(rule -> rule.whom().stream())
                    .filter(subject -> !known.contains(subject))
                    .findFirst()
                    .ifPresent(subject -> {
                        throw new UnreadableRuleBook(file + " " + clause.id(), "nothing says who '" + subject + "' is");
                    });
        }
    }

    private static Set<Integer> numbers(String file, String text) {
        try {
            return Stream.of(text.split(",\\s*"))
                    .flatMap(part -> {
                        String[] ends = part.split("-");
                        int last = Integer.parseInt(ends[ends.length - 1]);
                        return IntStream.rangeClosed(Integer.parseInt(ends[0]), last)
                                .boxed();
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (NumberFormatException failure) {
            throw new UnreadableRuleBook(file, "'numbers' is not a list like 2, 6-27");
        }
    }
}
