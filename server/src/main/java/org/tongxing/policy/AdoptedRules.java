package org.tongxing.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongxing.kernel.Clause;
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
    private final List<RankedObligation> obligations = new ArrayList<>();
    private final Map<ClauseId, RuleClause> byId = new HashMap<>();
    private final Map<String, List<RuleClause>> byCategory = new LinkedHashMap<>();

    AdoptedRules(List<Ranked> books) {
        Map<String, String> speaker = new HashMap<>();
        int rank = 0;
        for (Ranked ranked : books.stream().distinct().sorted(NEAREST_FIRST).toList()) {
            List<ObligationRule> owed = owed(ranked.book());
            for (RuleClause clause : ranked.book().clauses()) {
                String subject = clause.subject();
                if (!clause.obligations().isEmpty()) {
                    if (clause.obligations().stream().anyMatch(owed::contains)) {
                        this.clauses.add(clause);
                        if (subject != null) {
                            speak(subject, clause);
                        }
                    }
                } else if (subject == null) {
                    this.clauses.add(clause);
                } else if (speaker.computeIfAbsent(
                                subject, unsaid -> ranked.book().id())
                        .equals(ranked.book().id())) {
                    this.clauses.add(clause);
                    speak(subject, clause);
                }
            }
            for (ObligationRule rule : owed) {
                this.obligations.add(new RankedObligation(rule, rank));
            }
            rank++;
        }
        this.clauses.sort(Comparator.comparing(RuleClause::id));
        for (RuleClause clause : this.clauses) {
            this.byId.put(clause.id(), clause);
            clause.category()
                    .ifPresent(category -> this.byCategory
                            .computeIfAbsent(category, undefined -> new ArrayList<>())
                            .add(clause));
        }
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
        return Optional.ofNullable(this.byId.get(id));
    }

    /**
     * Who owes what, the nearest book first. A farther book's rhythm is left out where a nearer one speaks of all its
     * children; where it speaks of some, the nearer one is followed for those and the farther one for the others, so that
     * a narrow local document leaves nobody without.
     */
    public List<RankedObligation> obligations() {
        return List.copyOf(this.obligations);
    }

    /** Whether some book in force sorts children by risk. */
    @Clause("GD-15")
    public boolean gradesRisk() {
        return on("riskTiers").isPresent();
    }

    /** The codes of the categories that clauses on this subject define here. */
    public List<String> categoriesOn(String subject) {
        return definitions(subject).stream()
                .flatMap(clause -> clause.category().stream())
                .distinct()
                .toList();
    }

    List<RuleClause> grading() {
        return this.clauses.stream().filter(clause -> clause.tier() != null).toList();
    }

    List<RuleClause> definitions(String subject) {
        return this.bySubject.getOrDefault(subject, List.of()).stream()
                .filter(clause -> clause.definition() != null)
                .toList();
    }

    private void speak(String subject, RuleClause clause) {
        this.bySubject.computeIfAbsent(subject, unsaid -> new ArrayList<>()).add(clause);
    }

    private List<ObligationRule> owed(RuleBook book) {
        return book.clauses().stream()
                .flatMap(clause -> clause.obligations().stream())
                .filter(rule -> this.obligations.stream()
                        .noneMatch(nearer -> nearer.rule().reachesAllOf(rule)))
                .toList();
    }

    /** The first clause on a subject, such as {@code girlNeedsFemaleCadre}. */
    public Optional<RuleClause> on(String subject) {
        return this.bySubject.getOrDefault(subject, List.of()).stream().findFirst();
    }

    /** The first clause on each subject that a book in force speaks of. */
    Map<String, ClauseId> bySubject() {
        return this.bySubject.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0).id()));
    }

    /** The codes of the categories in force. */
    public List<String> categories() {
        return List.copyOf(this.byCategory.keySet());
    }

    List<RuleClause> defining(String category) {
        return Collections.unmodifiableList(this.byCategory.getOrDefault(category, List.of()));
    }

    RuleClause definition(String subject) {
        return on(subject).orElseThrow(() -> new IllegalStateException("Nothing defines " + subject));
    }

    /**
     * An obligation in force.
     *
     * @param rank how near the book is; the nearest is 0, and obligations of one book have the same rank
     */
    public record RankedObligation(ObligationRule rule, int rank) {}

    /** A book and how near the region that adopted it is. */
    record Ranked(DivisionCode.Level level, RuleBook book) {}
}
