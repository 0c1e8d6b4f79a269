package org.tongxing.rulebook.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;
import org.tongxing.policy.Force;
import org.tongxing.policy.Parameters;
import org.tongxing.policy.RuleBook;
import org.tongxing.policy.RuleBooks;
import org.tongxing.policy.RuleClause;

/** Rule books as the console shows them. */
final class RuleBookViews {

    private RuleBookViews() {}

    /**
     * A document with its clauses.
     *
     * @param adoptions who follows it, as far as it is asked for
     */
    record BookView(
            String id,
            String title,
            String documentNumber,
            String issuer,
            LocalDate issuedOn,
            LocalDate inForceFrom,
            List<AdoptionView> adoptions,
            List<ClauseView> clauses,
            List<BookCategoryView> categories) {

        /** The book with all its clauses; those not in {@code followed} are marked as overruled by a nearer book. */
        static BookView of(
                RuleBook book, RuleBooks books, List<AdoptionView> adoptions, @Nullable Set<ClauseId> followed) {
            return new BookView(
                    book.id(),
                    book.title(),
                    book.documentNumber(),
                    book.issuer(),
                    book.issuedOn(),
                    book.inForceFrom(),
                    adoptions,
                    book.clauses().stream()
                            .map(clause -> ClauseView.of(
                                    clause, book, books, followed == null || followed.contains(clause.id())))
                            .toList(),
                    book.categories().stream()
                            .map(code -> BookCategoryView.of(book, books, code))
                            .toList());
        }
    }

    /** A region that follows a book. */
    record AdoptionView(
            long id,
            AdoptionPlace division,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** A division by code and name. */
    record AdoptionPlace(String code, String name) {}

    /**
     * A clause.
     *
     * @param text the sentence of the document, word for word
     * @param place where it stands there
     * @param defines the category or condition it defines, by name
     * @param followed whether it holds here, or a nearer book speaks of the same
     * @param category the code of the category it defines
     * @param requirements what has to hold for that category or condition, a line each
     */
    record ClauseView(
            ClauseId id,
            RuleClause.Kind kind,
            Force force,
            String text,
            String place,
            String summary,
            @Nullable String defines,
            boolean followed,
            @Nullable String category,
            List<ParameterView> parameters,
            List<String> requirements) {

        static ClauseView of(RuleClause clause, RuleBook book, RuleBooks books, boolean followed) {
            return new ClauseView(
                    clause.id(),
                    clause.kind(),
                    clause.force(),
                    clause.quote(),
                    clause.place(),
                    clause.title(),
                    clause.defines().orElse(null),
                    followed,
                    clause.category().orElse(null),
                    Stream.concat(owed(clause), parameters(clause.parameters(), books))
                            .toList(),
                    book.requirements(clause));
        }

        private static Stream<ParameterView> owed(RuleClause clause) {
            return clause.obligations().stream().map(rule -> new ParameterView("obliges", "要做", rule.say(), null));
        }

        private static Stream<ParameterView> parameters(Parameters parameters, RuleBooks books) {
            return parameters.values().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new ParameterView(
                            entry.getKey(),
                            ParameterWords.label(entry.getKey()),
                            ParameterWords.value(entry.getKey(), entry.getValue(), books),
                            ParameterWords.unit(entry.getKey())));
        }
    }

    /** A figure or list of a clause. */
    record ParameterView(
            String name,
            String label,
            String value,
            @Nullable String unit) {}

    /** A category and the clauses that define it. */
    record BookCategoryView(String code, String name, List<ClauseId> clauses) {

        static BookCategoryView of(RuleBook book, RuleBooks books, String code) {
            return new BookCategoryView(
                    code,
                    books.categoryName(code),
                    book.clauses().stream()
                            .filter(clause ->
                                    clause.category().filter(code::equals).isPresent())
                            .map(RuleClause::id)
                            .toList());
        }
    }

    /** A document word for word, a paragraph each; none when only the clauses are on file. */
    record DocumentView(String book, List<String> paragraphs) {}
}
