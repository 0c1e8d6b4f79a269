package org.tongxing.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;

/**
 * The rules that hold together in one place on one day. Where two books speak of the same subject, the nearest region's
 * is followed, and within one region the newer document.
 */
public final class AdoptedRules {

    private static final Comparator<Ranked> NEAREST_FIRST = Comparator.comparing(Ranked::level)
            .thenComparing(ranked -> ranked.book().issuedOn())
            .thenComparing(ranked -> ranked.book().id())
            .reversed();

    private final List<RuleClause> clauses = new ArrayList<>();
    private final Map<String, List<RuleClause>> bySubject = new HashMap<>();

    AdoptedRules(List<Ranked> books) {
        Map<String, String> speaker = new HashMap<>();
        for (Ranked ranked : books.stream().distinct().sorted(NEAREST_FIRST).toList()) {
            for (RuleClause clause : ranked.book().clauses()) {
                String subject = clause.subject();
                if (subject == null) {
                    this.clauses.add(clause);
                } else if (speaker.computeIfAbsent(
                                subject, unsaid -> ranked.book().id())
                        .equals(ranked.book().id())) {
                    this.clauses.add(clause);
                    this.bySubject
                            .computeIfAbsent(subject, unsaid -> new ArrayList<>())
                            .add(clause);
                }
            }
        }
        this.clauses.sort(Comparator.comparing(RuleClause::id));
    }

    /** These books as if one region had adopted them all. */
    public static AdoptedRules of(RuleBook... books) {
        return new AdoptedRules(Stream.of(books)
                .map(book -> new Ranked(DivisionCode.Level.COUNTRY, book))
                .toList());
    }

    /** The clauses in force, by id. */
    public List<RuleClause> clauses() {
        return List.copyOf(this.clauses);
    }

    public Optional<RuleClause> find(ClauseId id) {
        return this.clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** The first clause on a subject, such as {@code girlNeedsFemaleCadre}. */
    public Optional<RuleClause> on(String subject) {
        return this.bySubject.getOrDefault(subject, List.of()).stream().findFirst();
    }

    /** The codes of the categories in force. */
    public List<String> categories() {
        return this.clauses.stream()
                .flatMap(clause -> clause.category().stream())
                .distinct()
                .toList();
    }

    List<RuleClause> defining(String category) {
        return this.clauses.stream()
                .filter(clause -> clause.category().filter(category::equals).isPresent())
                .toList();
    }

    RuleClause definition(String subject) {
        return on(subject).orElseThrow(() -> new IllegalStateException("Nothing defines " + subject));
    }

    /** A book and how near the region that adopted it is. */
    record Ranked(DivisionCode.Level level, RuleBook book) {}
}
