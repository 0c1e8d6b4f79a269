package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.policy.Force;
import org.tongxing.policy.RuleBook;
import org.tongxing.policy.RuleBooks;
import org.tongxing.policy.RuleClause;

/** Keeps docs/clauses.md, the way from each clause to the code and the tests that carry it, and from there back. */
class ClauseIndexTests {

    private static final Path INDEX = Path.of("..", "docs", "clauses.md");
    private static final RuleBooks BOOKS = RuleBooks.read("GD", "JB", "JS", "LAW", "SG", "SV");

    private final Map<ClauseId, Set<String>> code =
            places(new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests())).importPackages("org.tongxing"));
    private final Map<ClauseId, Set<String>> tests =
            places(new ClassFileImporter(Set.of(new ImportOption.OnlyIncludeTests())).importPackages("org.tongxing"));

    @Test
    void theCommittedIndexIsTheOneTheBuildWrites() throws Exception {
        String index = index();
        if (Boolean.getBoolean("update-docs")) {
            Files.createDirectories(INDEX.getParent());
            Files.writeString(INDEX, index);
        }
        assertThat(INDEX)
                .as("written anew by: mvn -pl server -am test -Dtest=ClauseIndexTests -Dupdate-docs=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .hasContent(index);
    }

    @Test
    void everyClauseOfTheRuleBooksHasATest() {
        assertThat(this.tests.keySet())
                .containsAll(BOOKS.all().stream()
                        .flatMap(book -> book.clauses().stream())
                        .map(RuleClause::id)
                        .toList());
    }

    private String index() {
        StringBuilder text = new StringBuilder("""
                # Clauses

                Written by the build (`ClauseIndexTests`); do not edit. For every clause: what it says, where it stands in the
                document, and the code and tests that carry it as `@Clause`. The rule books themselves are data, so a clause
                without code of its own is read by the engine of `org.tongxing.policy`.
                """);
        for (RuleBook book : BOOKS.all()) {
            text.append("\n## %s — %s（%s）\n\n".formatted(book.id(), book.title(), book.documentNumber()));
            text.append(
                    "| clause | force | place | what it says | code | tests |\n| --- | --- | --- | --- | --- | --- |\n");
            book.clauses()
                    .forEach(clause -> text.append("| %s | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    clause.id(),
                                    clause.force() == Force.MUST ? "must" : "in principle",
                                    clause.place(),
                                    clause.title(),
                                    names(this.code, clause.id()),
                                    names(this.tests, clause.id()))));
        }
        Set<ClauseId> others = new TreeSet<>(this.code.keySet());
        others.addAll(this.tests.keySet());
        others.removeIf(id -> BOOKS.find(id).isPresent());
        if (!others.isEmpty()) {
            text.append(
                    "\n## Obligations of code alone\n\nClauses that ask for something no rule book has to decide.\n\n");
            text.append("| clause | code | tests |\n| --- | --- | --- |\n");
            others.forEach(id ->
                    text.append("| %s | %s | %s |\n".formatted(id, names(this.code, id), names(this.tests, id))));
        }
        return text.toString();
    }

    private static String names(Map<ClauseId, Set<String>> places, ClauseId id) {
        return places.getOrDefault(id, Set.of()).stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private static Map<ClauseId, Set<String>> places(JavaClasses classes) {
        Map<ClauseId, Set<String>> places = new TreeMap<>();
        for (JavaClass type : classes) {
            Stream.concat(Stream.<HasAnnotations<?>>of(type), type.getMembers().stream())
                    .flatMap(element -> clauses(element).stream())
                    .forEach(id -> places.computeIfAbsent(id, unknown -> new TreeSet<>())
                            .add(outermost(type).getSimpleName()));
        }
        return places;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ClauseIndexTests::outermost).orElse(type);
    }

    private static Set<ClauseId> clauses(HasAnnotations<?> element) {
        Set<ClauseId> ids = new TreeSet<>();
        for (JavaAnnotation<?> annotation : element.getAnnotations()) {
            if (annotation.getRawType().isEquivalentTo(Clause.class)) {
                ids.add(clause(annotation));
            } else if (annotation.getRawType().isEquivalentTo(Clause.Clauses.class)) {
                for (Object one : (Object[]) annotation.get("value").orElseThrow()) {
                    ids.add(clause((JavaAnnotation<?>) one));
                }
            }
        }
        return ids;
    }

    private static ClauseId clause(JavaAnnotation<?> annotation) {
        return ClauseId.of(annotation.get("value").orElseThrow().toString());
    }
}
