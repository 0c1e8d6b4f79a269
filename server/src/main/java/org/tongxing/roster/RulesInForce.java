package org.tongxing.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.tongxing.child.NewChild;
import org.tongxing.child.Newcomers;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryJudge;
import org.tongxing.policy.CategoryVerdict;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.PairingRules;
import org.tongxing.roster.reading.CategoryCheck;
import org.tongxing.roster.reading.ChildEntry;
import org.tongxing.roster.reading.DeclaredCategory;

/** Asks the rule books that hold in a child's village today; each village's are looked up once. */
@RequiredArgsConstructor
final class RulesInForce implements CategoryCheck {

    private final Adoptions adoptions;
    private final LocalDate today;
    private final Map<DivisionCode, AdoptedRules> byVillage = new HashMap<>();

    @Override
    public List<Objection> objections(ChildEntry entry) {
        if (entry.categories().isEmpty()) {
            return List.of();
        }
        AdoptedRules rules = rules(entry.village());
        NewChild child = Entries.child(entry, this.today);
        Map<String, CategoryVerdict> verdicts = Newcomers.judge(child, new CategoryJudge(rules), this.today).stream()
                .collect(Collectors.toMap(CategoryVerdict::category, verdict -> verdict));
        List<Objection> objections = new ArrayList<>();
        for (DeclaredCategory declared : entry.categories().stream().sorted().toList()) {
            code(rules, declared)
                    .map(verdicts::get)
                    .filter(verdict -> !verdict.holds())
                    .ifPresent(verdict -> objections.add(objection(declared, verdict)));
        }
        return objections;
    }

    @Override
    public Optional<Birthday> needsFemaleCadreFrom(ChildEntry entry) {
        AdoptedRules rules = rules(entry.village());
        ChildSide child = new ChildSide(entry.birthOn(), entry.sex(), entry.village(), Set.of(), null, List.of());
        return new PairingRules(rules)
                .needsFemaleCadreFrom(child)
                .flatMap(day -> rules.on("girlNeedsFemaleCadre")
                        .map(clause -> new Birthday(
                                day,
                                day.getYear() - entry.birthOn().getYear(),
                                clause.id().toString())));
    }

    private AdoptedRules rules(DivisionCode village) {
        return this.byVillage.computeIfAbsent(village, one -> this.adoptions.rules(one, this.today));
    }

    /** The category of the books in force that is meant by the word a township writes; none if they have no such. */
    private static Optional<String> code(AdoptedRules rules, DeclaredCategory declared) {
        if (declared.code() != null && rules.categories().contains(declared.code())) {
            return Optional.of(declared.code());
        }
        return rules.clauses().stream()
                .filter(clause -> clause.category().isPresent())
                .filter(clause -> clause.defines().filter(declared::isCalled).isPresent())
                .flatMap(clause -> clause.category().stream())
                .findFirst();
    }

    private static Objection objection(DeclaredCategory declared, CategoryVerdict verdict) {
        ClauseId clause = verdict.clauses().get(0);
        String reason = verdict.reason();
        // The clause is shown beside the words, so it does not stand in them as well.
        int own = reason.endsWith("〕") ? reason.lastIndexOf('〔') : -1;
        String text = own < 0 ? reason : reason.substring(0, own);
        String named = own < 0 ? clause.toString() : reason.substring(own + 1, reason.length() - 1);
        return new Objection(declared, text + "，先登记，不算这一类", named);
    }
}
