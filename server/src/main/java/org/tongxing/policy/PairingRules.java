package org.tongxing.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Sex;

/**
 * The named rules of a family pairing. Planner, dialog, nightly re-check and screen all ask here; a rule that does not
 * concern the child, or that no adopted book knows, says nothing.
 */
public final class PairingRules {

    /** The name of the local setting that stands where a clause would. */
    public static final String CAPACITY_SETTING = "容量";

    private final AdoptedRules rules;

    public PairingRules(AdoptedRules rules) {
        this.rules = rules;
    }

    /** What all rules say of a family for this child; both as they stand before the pairing. */
    public List<Finding> all(ChildSide child, FamilySide family, LocalDate on) {
        return Stream.of(
                        noDuplicate(child, family),
                        girlNeedsFemaleCadre(child, family.cadreSex(), on),
                        siblingsTogether(child, family),
                        dedicatedFamilyForCategoriesOneToThree(child, PairingKind.FAMILY),
                        linkedVillage(child, family),
                        Optional.of(capacity(family)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** 8周岁以上的女童原则安排女性干部职工及其家庭结对; the eighth birthday is one of them. Holds for area duties too. */
    @Clause("JB-24")
    public Optional<Finding> girlNeedsFemaleCadre(ChildSide child, Sex cadre, LocalDate on) {
        return needsFemaleCadreFrom(child).filter(day -> !on.isBefore(day)).map(day -> {
            int age = java.time.Period.between(child.birthOn(), on).getYears();
            boolean broken = cadre != Sex.FEMALE;
            return finding("girlNeedsFemaleCadre", broken, age + " 岁女孩，" + (broken ? "要配女干部" : "是女干部"));
        });
    }

    /** A girl with a male cadre who reaches the age soon: she is on the list before, not after. */
    @Clause("JB-24")
    public Optional<Finding> girlSoonNeedsFemaleCadre(ChildSide child, Sex cadre, LocalDate on, int noticeDays) {
        return needsFemaleCadreFrom(child)
                .filter(day -> cadre != Sex.FEMALE
                        && on.isBefore(day)
                        && !on.plusDays(noticeDays).isBefore(day))
                .map(day -> finding(
                        "girlNeedsFemaleCadre",
                        false,
                        "%d 月 %d 日满 %d 岁，要提前换女干部"
                                .formatted(
                                        day.getMonthValue(),
                                        day.getDayOfMonth(),
                                        clause("girlNeedsFemaleCadre")
                                                .parameters()
                                                .number("ageFrom"))));
    }

    /** The birthday from which a girl needs a female cadre. */
    @Clause("JB-24")
    public Optional<LocalDate> needsFemaleCadreFrom(ChildSide child) {
        return this.rules
                .on("girlNeedsFemaleCadre")
                .filter(clause -> child.sex() == Sex.FEMALE)
                .map(clause -> child.birthOn().plusYears(clause.parameters().number("ageFrom")));
    }

    /** 同一家庭有多名困境儿童原则上由同一户爱心家庭帮扶. */
    @Clause("JB-22")
    public Optional<Finding> siblingsTogether(ChildSide child, FamilySide family) {
        if (child.siblingsWith().isEmpty() || this.rules.on("siblingsTogether").isEmpty()) {
            return Optional.empty();
        }
        boolean together =
                child.siblingsWith().stream().anyMatch(name -> name.id().equals(family.id()));
        String where = child.siblingsWith().get(0).name();
        return Optional.of(finding("siblingsTogether", !together, together ? "和兄弟姐妹同一户" : "兄弟姐妹在" + where + "，要同一户"));
    }

    /** 1-3类儿童要确保至少有一户爱心干部职工家庭结对帮扶; 4-6类可由部门包片. */
    @Clause("JB-21")
    @Clause("JB-23")
    public Optional<Finding> dedicatedFamilyForCategoriesOneToThree(ChildSide child, PairingKind by) {
        return PairingTier.of(this.rules, child.categories()).map(tier -> {
            boolean dedicated = tier.mode() == PairingTier.Mode.DEDICATED_FAMILY;
            boolean broken = by == PairingKind.NOBODY || (dedicated && by == PairingKind.AREA_DUTY);
            String text = "第 " + tier.category() + " 类，" + (dedicated ? "要有一户专门的家庭" : "一户家庭或部门包片都行");
            RuleClause clause = this.rules.find(tier.clause()).orElseThrow();
            return new Finding(
                    "dedicatedFamilyForCategoriesOneToThree", clause.id().toString(), clause.force(), broken, text);
        });
    }

    /** 原则上按照所在单位联系的村, 优先安排在所在单位联系的乡村振兴帮扶村. */
    @Clause("JB-25")
    @Clause("JB-26")
    public Optional<Finding> linkedVillage(ChildSide child, FamilySide family) {
        if (this.rules.on("linkedVillage").isEmpty()) {
            return Optional.empty();
        }
        Optional<RuleClause> preferred = this.rules.on("supportedVillage");
        if (preferred.isPresent() && family.supportedVillages().contains(child.village())) {
            RuleClause clause = preferred.get();
            return Optional.of(
                    new Finding("linkedVillage", clause.id().toString(), clause.force(), false, "就在单位的乡村振兴帮扶村"));
        }
        boolean broken = !family.linkedVillages().contains(child.village());
        return Optional.of(finding("linkedVillage", broken, broken ? "不是单位联系的村" : "就在单位联系的村"));
    }

    /** 避免重复结对: at most one active family pairing. */
    @Clause("JB-58")
    public Optional<Finding> noDuplicate(ChildSide child, FamilySide family) {
        if (this.rules.on("noDuplicate").isEmpty()) {
            return Optional.empty();
        }
        ChildSide.FamilyName with = child.pairedWith();
        if (with == null) {
            return Optional.of(finding("noDuplicate", false, "还没和别家结对"));
        }
        return Optional.of(finding(
                "noDuplicate",
                true,
                with.id().equals(family.id()) ? "已经和这家结对了" : "这孩子已和" + with.name() + "结对，先结束那次才能换"));
    }

    /** How many children a family takes; no document says, so the place does. */
    public Finding capacity(FamilySide family) {
        boolean full = family.load() >= family.capacity();
        int room = family.capacity() - family.load();
        return new Finding(
                "capacity",
                CAPACITY_SETTING,
                Force.LOCAL,
                full,
                full ? "这家已带 " + family.load() + " 名，满了" : "这家还能带 " + room + " 名");
    }

    private Finding finding(String rule, boolean broken, String text) {
        RuleClause clause = clause(rule);
        return new Finding(rule, clause.id().toString(), clause.force(), broken, text);
    }

    private RuleClause clause(String rule) {
        return this.rules.on(rule).orElseThrow();
    }

    /** By whom a child is covered. */
    public enum PairingKind {
        FAMILY,
        AREA_DUTY,
        NOBODY
    }
}
