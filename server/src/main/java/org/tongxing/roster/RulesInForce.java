package org.tongxing.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import org.tongxing.policy.RuleClause;
import org.tongxing.roster.reading.CategoryCheck;
import org.tongxing.roster.reading.ChildEntry;
import org.tongxing.roster.reading.DeclaredCategory;
import org.tongxing.roster.reading.Topic;

/** Asks the rule books that hold in a child's village today; each village's are looked up once. */
@RequiredArgsConstructor
final class RulesInForce implements CategoryCheck {

    private static final Map<Topic, List<String>> SUBJECTS = Map.of(
            Topic.CATEGORIES, List.of("pairingCategories"),
            Topic.HUKOU, List.of("leftBehind"),
            Topic.TIME_AWAY, List.of("workingAway"),
            Topic.WORK_PLACE, List.of("workPlace"),
            Topic.DISABILITY, List.of("severeDisability", "severelyDisabledChild"),
            Topic.FEMALE_CADRE, List.of("girlNeedsFemaleCadre"),
            Topic.HELPERS, List.of("eligibleHelpers"),
            Topic.LINKED_VILLAGE, List.of("linkedVillage"));

    private final Adoptions adoptions;
    private final DivisionCode township;
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
            defining(rules, declared)
                    .flatMap(RuleClause::category)
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

    @Override
    public @Nullable String clause(Topic topic, @Nullable DivisionCode village) {
        AdoptedRules rules = rules(village);
        return SUBJECTS.get(topic).stream()
                .flatMap(subject -> rules.on(subject).stream())
                .map(clause -> clause.id().toString())
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String clause(DeclaredCategory category, @Nullable DivisionCode village) {
        return defining(rules(village), category)
                .map(clause -> clause.id().toString())
                .orElse(null);
    }

    @Override
    public Set<String> subjects(@Nullable DivisionCode village) {
        return categories(rules(village))
                .flatMap(clause -> Stream.ofNullable(clause.subject()))
                .collect(Collectors.toSet());
    }

    @Override
    public @Nullable String subject(int number, @Nullable DivisionCode village) {
        String own = Integer.toString(number);
        return categories(rules(village))
                .filter(clause -> clause.category()
                        .filter(code -> code.equals(own) || code.endsWith("-" + own))
                        .isPresent())
                .map(RuleClause::subject)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private AdoptedRules rules(@Nullable DivisionCode village) {
        return this.byVillage.computeIfAbsent(
                village == null ? this.township : village, one -> this.adoptions.rules(one, this.today));
    }

    private static Stream<RuleClause> categories(AdoptedRules rules) {
        return rules.clauses().stream().filter(clause -> clause.category().isPresent());
    }

    /** The clause that defines the category a township means, by the subject that is closest. */
    private static Optional<RuleClause> defining(AdoptedRules rules, DeclaredCategory declared) {
        return declared.subjects().stream()
                .flatMap(subject -> categories(rules).filter(clause -> subject.equals(clause.subject())))
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
