package org.tongxing.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;

/**
 * 规则书: one policy document and its clauses, in the order of their numbers.
 *
 * @param id the part of the clause ids before the dash, such as JB
 * @param inForceFrom the first day its own jurisdiction follows it
 */
public record RuleBook(
        String id,
        String documentNumber,
        String title,
        String issuer,
        LocalDate issuedOn,
        LocalDate inForceFrom,
        DivisionCode jurisdiction,
        List<RuleClause> clauses) {

    public RuleBook {
        clauses = clauses.stream().sorted(Comparator.comparing(RuleClause::id)).toList();
    }

    public Optional<RuleClause> find(ClauseId id) {
        return this.clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** The codes of the categories this book defines, in its own order. */
    public List<String> categories() {
        return this.clauses.stream()
                .flatMap(clause -> clause.category().stream())
                .distinct()
                .toList();
    }

    /** What has to hold for a category, a definition or a risk tier of this book, in plain words; empty for other clauses. */
    public List<String> requirements(RuleClause clause) {
        TierDefinition tier = clause.tier();
        if (tier != null) {
            return tier.triggers().stream().map(TierDefinition.Trigger::name).toList();
        }
        Definition definition = clause.definition();
        return definition == null ? List.of() : ConditionWords.of(this).lines(definition.when());
    }
}
