package org.tongxing.rulebook.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("actor", "谁"),
            Map.entry("actors", "谁"),
            Map.entry("ageFrom", "满几岁起"),
            Map.entry("categories", "哪几类"),
            Map.entry("colours", "颜色"),
            Map.entry("confirmed", "要确认"),
            Map.entry("day", "哪一天"),
            Map.entry("families", "几户"),
            Map.entry("months", "几个月"),
            Map.entry("order", "先后"),
            Map.entry("per", "多久"),
            Map.entry("records", "要记下"),
            Map.entry("sex", "性别"),
            Map.entry("states", "情形"),
            Map.entry("tiers", "等级"));

    private static final Map<String, String> UNITS = Map.of("ageFrom", "岁", "months", "个月", "families", "户");

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
                            .map(clause -> ClauseView.of(clause, followed == null || followed.contains(clause.id())))
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
            List<ParameterView> parameters) {

        static ClauseView of(RuleClause clause, boolean followed) {
            return new ClauseView(
                    clause.id(),
                    clause.kind(),
                    clause.force(),
                    clause.quote(),
                    clause.place(),
                    clause.title(),
                    clause.defines().orElse(null),
                    followed,
                    Stream.concat(owed(clause), parameters(clause.parameters())).toList());
        }

        private static Stream<ParameterView> owed(RuleClause clause) {
            return clause.obligations().stream().map(rule -> new ParameterView("obliges", "要做", rule.say(), null));
        }

        private static Stream<ParameterView> parameters(Parameters parameters) {
            return parameters.values().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new ParameterView(
                            entry.getKey(),
                            LABELS.getOrDefault(entry.getKey(), entry.getKey()),
                            entry.getValue() instanceof List<?> list
                                    ? list.stream().map(String::valueOf).collect(Collectors.joining("、"))
                                    : String.valueOf(entry.getValue()),
                            UNITS.get(entry.getKey())));
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
}
