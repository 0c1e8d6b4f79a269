package org.tongxing.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.FamilyState;
import org.tongxing.helper.Screening;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.FamilySide;
import org.tongxing.policy.Finding;
import org.tongxing.policy.Force;
import org.tongxing.policy.PairingRules;
import org.tongxing.policy.PairingTier;

/** Asks the rule book in force at the child's village; dialog, saving, plan and re-check all ask here. */
@Component
@RequiredArgsConstructor
public class Constraints {

    /** JB-25 is weighed rather than waived: plans and suggestions prefer the linked village, nobody signs for another. */
    private static final Set<String> WEIGHED = Set.of("linkedVillage");

    private final Children children;
    private final PairingMapper mapper;
    private final Adoptions adoptions;

    /** The pairing rules that hold in a village on a day. */
    public PairingRules rules(DivisionCode village, LocalDate on) {
        return new PairingRules(this.adoptions.rules(village, on));
    }

    /** How the child of these categories has to be paired in a village; empty when nothing is owed to it. */
    public Optional<PairingTier> tier(DivisionCode village, Collection<String> categories, LocalDate on) {
        return PairingTier.of(this.adoptions.rules(village, on), categories);
    }

    /** A child as the rules see it, its siblings' families found. */
    public ChildSide side(Scope scope, CaseFile child, LocalDate on, ChildSide.@Nullable FamilyName pairedWith) {
        List<ChildSide.FamilyName> siblings = this.children.siblings(scope, child).stream()
                .flatMap(sibling -> activeFamily(scope, sibling).stream())
                .distinct()
                .toList();
        return new ChildSide(
                child.birthOn(), child.sex(), child.village(), held(child.categories(), on), pairedWith, siblings);
    }

    /** What all rules say, the yearly check among them. */
    public List<Finding> findings(PairingRules rules, ChildSide child, CadreFamily family, int load, LocalDate on) {
        List<Finding> findings = new ArrayList<>(rules.all(child, side(family, load), on));
        findings.add(screening(family, on));
        takesPart(family, child.village(), on).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> takesPart(CadreFamily family, DivisionCode village, LocalDate on) {
        if (family.takesPartOn(on)) {
            return Optional.empty();
        }
        String clause = this.adoptions
                .rules(village, on)
                .on("dynamicManagement")
                .map(rule -> rule.id().toString())
                .orElse("登记");
        boolean left = family.state() == FamilyState.LEFT;
        return Optional.of(new Finding("helperTakesPart", clause, Force.MUST, true, left ? "这家已经退出" : "单位还没点头"));
    }

    /** The family of the child's active pairing, if any. */
    public Collection<ChildSide.FamilyName> activeFamily(Scope scope, ChildId child) {
        return this.mapper.ofChild(scope, child.value()).stream()
                .filter(episode -> Pairing.Status.ACTIVE.name().equals(episode.status()))
                .map(episode -> new ChildSide.FamilyName(
                        new FamilyId(episode.familyId()), Episode.of(episode).familyName()))
                .toList();
    }

    /** A family as the rules see it. */
    public static FamilySide side(CadreFamily family, int load) {
        return new FamilySide(
                family.id(),
                family.cadreSex(),
                family.linkedVillages(),
                family.supportedVillages(),
                load,
                family.capacity());
    }

    /** The codes of the categories that hold on a day. */
    public static Set<String> held(List<CategoryInterval> categories, LocalDate on) {
        return categories.stream()
                .filter(interval -> interval.holdsOn(on))
                .map(CategoryInterval::category)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adults who visit are checked every year; no document of the place says so, hence a local setting. */
    public static Finding screening(CadreFamily family, LocalDate on) {
        Screening screening = family.screening();
        return new Finding("screening", Screening.SETTING, Force.LOCAL, screening.blocksOn(on), screening.text(on));
    }

    /** Whether nobody can waive this. */
    public static boolean blocks(Finding finding) {
        return finding.broken() && finding.force() != Force.IN_PRINCIPLE;
    }

    /** Whether this holds unless another person waives it with a reason [JB-02]. */
    public static boolean needsWaiver(Finding finding) {
        return finding.broken() && finding.force() == Force.IN_PRINCIPLE && !WEIGHED.contains(finding.rule());
    }
}
