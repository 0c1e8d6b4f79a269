package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.GD;
import static org.tongxing.policy.Fixtures.JB;
import static org.tongxing.policy.Fixtures.TODAY;
import static org.tongxing.policy.Fixtures.VILLAGE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.ChildSide.FamilyName;
import org.tongxing.policy.PairingRules.PairingKind;

class PairingRulesTests {

    private static final PairingRules RULES = new PairingRules(JB);
    private static final DivisionCode OTHER_VILLAGE = new DivisionCode("511304114009");
    private static final FamilyName FENG = new FamilyName(new FamilyId(1), "冯家");
    private static final FamilyName HUANG = new FamilyName(new FamilyId(2), "黄家");

    private static ChildSide girl(LocalDate birthOn) {
        return side(birthOn, Sex.FEMALE, Set.of("1"), null, List.of());
    }

    private static ChildSide side(
            LocalDate birthOn,
            Sex sex,
            Set<String> categories,
            @Nullable FamilyName pairedWith,
            List<FamilyName> siblings) {
        return new ChildSide(birthOn, sex, VILLAGE, categories, pairedWith, siblings);
    }

    private static FamilySide feng(Sex cadre, DivisionCode linked, int load) {
        return new FamilySide(FENG.id(), cadre, Set.of(linked), Set.of(), load, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-11-23, MALE, ",
        "2018-11-22, MALE, 8 岁女孩，要配女干部",
        "2017-05-01, MALE, 9 岁女孩，要配女干部",
        "2017-05-01, FEMALE, 9 岁女孩，是女干部",
    })
    @Clause("JB-24")
    void asksForAFemaleCadreFromTheEighthBirthdayOn(LocalDate birthOn, Sex cadre, @Nullable String text) {
        var finding = RULES.girlNeedsFemaleCadre(girl(birthOn), cadre, TODAY);
        assertThat(finding.map(Finding::text).orElse(null)).isEqualTo(text);
        finding.ifPresent(one -> {
            assertThat(one.broken()).isEqualTo(cadre == Sex.MALE);
            assertThat(one.force()).isEqualTo(Force.IN_PRINCIPLE);
            assertThat(one.clause()).isEqualTo("JB-24");
        });
    }

    @Test
    @Clause("JB-24")
    void asksNothingForABoyNorWhereNoBookAsks() {
        LocalDate birthOn = TODAY.minusYears(12);
        assertThat(RULES.girlNeedsFemaleCadre(side(birthOn, Sex.MALE, Set.of(), null, List.of()), Sex.MALE, TODAY))
                .isEmpty();
        assertThat(new PairingRules(GD).girlNeedsFemaleCadre(girl(birthOn), Sex.MALE, TODAY))
                .isEmpty();
    }

    @Test
    @Clause("JB-24")
    void warnsBeforeAGirlWithAMaleCadreTurnsEight() {
        ChildSide girl = girl(LocalDate.of(2018, 12, 3));
        assertThat(RULES.girlSoonNeedsFemaleCadre(girl, Sex.MALE, TODAY, 60).map(Finding::text))
                .contains("12 月 3 日满 8 岁，要提前换女干部");
        assertThat(RULES.girlSoonNeedsFemaleCadre(girl, Sex.MALE, TODAY, 11)).isPresent();
        assertThat(RULES.girlSoonNeedsFemaleCadre(girl, Sex.MALE, TODAY, 10)).isEmpty();
        assertThat(RULES.girlSoonNeedsFemaleCadre(girl, Sex.FEMALE, TODAY, 60)).isEmpty();
    }

    @Test
    @Clause("JB-22")
    void keepsSiblingsInOneFamily() {
        ChildSide alone = girl(TODAY.minusYears(9));
        assertThat(RULES.siblingsTogether(alone, feng(Sex.FEMALE, VILLAGE, 0))).isEmpty();
        ChildSide sister = side(TODAY.minusYears(9), Sex.FEMALE, Set.of("1"), null, List.of(HUANG));
        Finding apart =
                RULES.siblingsTogether(sister, feng(Sex.FEMALE, VILLAGE, 0)).orElseThrow();
        assertThat(apart.broken()).isTrue();
        assertThat(apart.force()).isEqualTo(Force.IN_PRINCIPLE);
        assertThat(apart.text()).isEqualTo("兄弟姐妹在黄家，要同一户");
        ChildSide brother = side(TODAY.minusYears(9), Sex.MALE, Set.of("1"), null, List.of(FENG));
        assertThat(RULES.siblingsTogether(brother, feng(Sex.FEMALE, VILLAGE, 0))
                        .orElseThrow()
                        .broken())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3, FAMILY, JB-21, false",
        "3, AREA_DUTY, JB-21, true",
        "3, NOBODY, JB-21, true",
        "4, FAMILY, JB-23, false",
        "6, AREA_DUTY, JB-23, false",
        "6, NOBODY, JB-23, true",
    })
    @Clause("JB-21")
    @Clause("JB-23")
    void asksForADedicatedFamilyInTheFirstThreeCategories(
            String category, PairingKind by, String clause, boolean broken) {
        ChildSide child = side(TODAY.minusYears(9), Sex.MALE, Set.of(category), null, List.of());
        Finding finding =
                RULES.dedicatedFamilyForCategoriesOneToThree(child, by).orElseThrow();
        assertThat(finding.clause()).isEqualTo(clause);
        assertThat(finding.broken()).isEqualTo(broken);
    }

    @Test
    @Clause("JB-25")
    @Clause("JB-26")
    void prefersTheVillagesOfTheCadresUnit() {
        ChildSide child = girl(TODAY.minusYears(9));
        Finding linked =
                RULES.linkedVillage(child, feng(Sex.FEMALE, VILLAGE, 0)).orElseThrow();
        assertThat(linked.broken()).isFalse();
        Finding elsewhere =
                RULES.linkedVillage(child, feng(Sex.FEMALE, OTHER_VILLAGE, 0)).orElseThrow();
        assertThat(elsewhere).isEqualTo(new Finding("linkedVillage", "JB-25", Force.IN_PRINCIPLE, true, "不是单位联系的村"));
        FamilySide supporting = new FamilySide(FENG.id(), Sex.FEMALE, Set.of(VILLAGE), Set.of(VILLAGE), 0, 2);
        assertThat(RULES.linkedVillage(child, supporting).orElseThrow().clause())
                .isEqualTo("JB-26");
    }

    @Test
    void saysWhenAFamilyIsFullAndThatThePlaceSetIt() {
        assertThat(RULES.capacity(feng(Sex.FEMALE, VILLAGE, 2)))
                .isEqualTo(new Finding("capacity", "容量", Force.LOCAL, true, "这家已带 2 名，满了"));
        assertThat(RULES.capacity(feng(Sex.FEMALE, VILLAGE, 1)).text()).isEqualTo("这家还能带 1 名");
    }

    @Test
    @Clause("JB-58")
    void refusesASecondActivePairing() {
        ChildSide paired = side(TODAY.minusYears(9), Sex.MALE, Set.of("1"), HUANG, List.of());
        Finding finding =
                RULES.noDuplicate(paired, feng(Sex.FEMALE, VILLAGE, 0)).orElseThrow();
        assertThat(finding).isEqualTo(new Finding("noDuplicate", "JB-58", Force.MUST, true, "这孩子已和黄家结对，先结束那次才能换"));
        ChildSide here = side(TODAY.minusYears(9), Sex.MALE, Set.of("1"), FENG, List.of());
        assertThat(RULES.noDuplicate(here, feng(Sex.FEMALE, VILLAGE, 0)).map(Finding::text))
                .contains("已经和这家结对了");
    }

    @Test
    void asksAllRulesAtOnceAndWithoutABookTheLocalOnesOnly() {
        ChildSide child = girl(TODAY.minusYears(9));
        assertThat(RULES.all(child, feng(Sex.MALE, OTHER_VILLAGE, 2), TODAY))
                .filteredOn(Finding::broken)
                .extracting(Finding::rule)
                .containsExactly("girlNeedsFemaleCadre", "linkedVillage", "capacity");
        assertThat(new PairingRules(GD).all(child, feng(Sex.MALE, OTHER_VILLAGE, 2), TODAY))
                .extracting(Finding::rule)
                .containsExactly("capacity");
    }

    @ParameterizedTest
    @CsvSource({"'6,2,4', DEDICATED_FAMILY, 2, JB-21", "'6,4', AREA_DUTY_ALLOWED, 4, JB-23"})
    @Clause("JB-18")
    void letsTheHighestCategoryDecide(String categories, PairingTier.Mode mode, String category, String clause) {
        PairingTier tier = PairingTier.of(JB, List.of(categories.split(","))).orElseThrow();
        assertThat(tier.mode()).isEqualTo(mode);
        assertThat(tier.category()).isEqualTo(category);
        assertThat(tier.clause()).hasToString(clause);
        assertThat(PairingTier.of(JB, List.of())).isEmpty();
        assertThat(PairingTier.of(GD, List.of("GD-1"))).isEmpty();
    }
}
