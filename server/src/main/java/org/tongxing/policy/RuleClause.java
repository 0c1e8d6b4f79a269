package org.tongxing.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;

/**
 * One clause of a rule book.
 *
 * @param place where it stands in the document, such as 三（一）1
 * @param quote the sentence of the document, word for word
 * @param title the same in plain words, twenty characters at most
 * @param subject what it speaks of; of two books that speak of the same subject, only one is followed,
 *     except that what is owed is weighed by {@link ObligationRule#thing}
 * @param obligations what it makes somebody owe
 * @param tier which children it puts into a risk tier
 */
public record RuleClause(
        ClauseId id,
        Kind kind,
        Force force,
        String place,
        String quote,
        String title,
        @Nullable String subject,
        Parameters parameters,
        @Nullable Definition definition,
        List<ObligationRule> obligations,
        @Nullable TierDefinition tier) {

    /** The code of the category this clause defines, or defines in part. */
    public Optional<String> category() {
        return Optional.ofNullable(this.definition).map(Definition::category);
    }

    /** What the document calls the category or condition this clause defines. */
    public Optional<String> defines() {
        return Optional.ofNullable(this.definition).map(Definition::name);
    }

    Definition meaning() {
        if (this.definition == null) {
            throw new IllegalStateException(this.id + " defines nothing");
        }
        return this.definition;
    }

    /** What a clause is for. */
    public enum Kind {
        PRINCIPLE,
        CATALOGUE,
        CATEGORY,
        DEFINITION,
        PRECEDENCE,
        RISK_TIER,
        ELIGIBILITY,
        PAIRING_CONSTRAINT,
        PREFERENCE,
        OBLIGATION,
        DEADLINE,
        PROCESS,
        ROUTING
    }
}
