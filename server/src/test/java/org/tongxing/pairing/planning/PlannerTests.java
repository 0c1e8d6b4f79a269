package org.tongxing.pairing.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;

class PlannerTests {

    private static final DivisionCode HERE = new DivisionCode("511304114001");
    private static final DivisionCode NEXT = new DivisionCode("511304114002");
    private static final DivisionCode FAR = new DivisionCode("511305101001");

    @Test
    @Clause("JB-24")
    void leavesAGirlOutRatherThanGivingHerAManAsCadre() {
        Plan plan = plan(List.of(child(1, null, true)), List.of(family(1, HERE, false, 2)));
        assertThat(plan.leftOut()).containsExactly(new Plan.LeftOut(new ChildId(1), Plan.Reason.NO_FEMALE_CADRE_LEFT));
        assertThat(Plan.Reason.NO_FEMALE_CADRE_LEFT.basis()).isEqualTo("girlNeedsFemaleCadre");
    }

    @Test
    @Clause("JB-22")
    void leavesSiblingsOutTogetherWhenNoFamilyTakesThemAll() {
        Plan plan = plan(
                List.of(child(1, 7L, false), child(2, 7L, false)),
                List.of(family(1, HERE, true, 1), family(2, HERE, true, 1)));
        assertThat(plan.placements()).isEmpty();
        assertThat(plan.leftOut()).extracting(Plan.LeftOut::reason).containsOnly(Plan.Reason.GROUP_TOO_BIG);
    }

    @Test
    @Clause("JB-22")
    void joinsTheFamilyOfASiblingHoweverFar() {
        Problem.Child child = new Problem.Child(new ChildId(1), HERE, null, false, Set.of(new FamilyId(2)), null);
        Plan plan = new Planner()
                .plan(
                        new Problem(
                                List.of(child), List.of(family(1, HERE, true, 1), family(2, FAR, true, 1)), Map.of()),
                        Settings.DEFAULT.withReach(1_000),
                        Progress.NONE);
        assertThat(plan.placements())
                .singleElement()
                .matches(one -> one.family().value() == 2);
    }

    @Test
    @Clause("JB-22")
    void saysThatTheFamilyOfASiblingIsFull() {
        Problem.Child child = new Problem.Child(new ChildId(1), HERE, null, false, Set.of(new FamilyId(9)), null);
        Plan plan = plan(List.of(child), List.of(family(1, HERE, true, 1)));
        assertThat(plan.leftOut()).extracting(Plan.LeftOut::reason).containsOnly(Plan.Reason.SIBLING_FAMILY_FULL);
    }

    @Test
    void tellsFullFamiliesFromNoneInReach() {
        List<Problem.Child> two = List.of(child(1, null, false), child(2, null, false));
        assertThat(plan(two, List.of(family(1, HERE, true, 1))).leftOut())
                .extracting(Plan.LeftOut::reason)
                .containsExactly(Plan.Reason.FAMILIES_FULL);
        Problem far = new Problem(two, List.of(family(1, FAR, true, 2)), Map.of());
        assertThat(new Planner()
                        .plan(far, Settings.DEFAULT.withReach(10_000), Progress.NONE)
                        .leftOut())
                .extracting(Plan.LeftOut::reason)
                .containsOnly(Plan.Reason.NO_FAMILY_IN_REACH);
    }

    @Test
    @Clause("JB-25")
    @Clause("JB-26")
    void prefersTheLinkedVillageToTheNearerHome() {
        Problem.Family linked = new Problem.Family(new FamilyId(2), NEXT, Set.of(HERE), true, 0, 1);
        Plan plan = plan(List.of(child(1, null, false)), List.of(family(1, HERE, true, 1), linked));
        assertThat(plan.placements())
                .singleElement()
                .matches(one -> one.family().value() == 2);
    }

    @Test
    @Clause("JB-27")
    void explainsEachCost() {
        Plan plan = plan(List.of(child(1, null, false)), List.of(family(1, NEXT, true, 1)));
        assertThat(plan.placements().get(0).parts())
                .containsExactly(
                        new Plan.Part(Plan.Wish.LINKED_VILLAGE, 200, 0),
                        new Plan.Part(Plan.Wish.NEARBY, 80, 5_000),
                        new Plan.Part(Plan.Wish.EVEN_LOAD, 0, 0));
        assertThat(plan.gap()).isZero();
    }

    @Test
    void staysWithThePresentFamily() {
        Problem.Child child = new Problem.Child(new ChildId(1), HERE, null, false, Set.of(), new FamilyId(2));
        Plan plan = plan(List.of(child), List.of(family(1, HERE, true, 1), family(2, NEXT, true, 1)));
        assertThat(plan.placements())
                .singleElement()
                .matches(one -> one.family().value() == 2);
    }

    @Test
    void spreadsChildrenOverFamilies() {
        Plan plan = plan(
                List.of(child(1, null, false), child(2, null, false)),
                List.of(family(1, HERE, true, 2), family(2, HERE, true, 2)));
        assertThat(plan.placements()).extracting(Plan.Placement::family).doesNotHaveDuplicates();
    }

    @Test
    @Clause("JB-58")
    void refusesAChildListedTwice() {
        assertThatThrownBy(() -> plan(List.of(child(1, null, false), child(1, null, false)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsProgressWithoutGoingBack() {
        List<Double> steps = new ArrayList<>();
        new Planner().plan(Instances.of(400, 3), Settings.DEFAULT, new Progress() {
            @Override
            public void step(double done, String phase) {
                steps.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(steps).isSorted().startsWith(0.0).endsWith(1.0);
    }

    @Test
    void planOfACountyIsWithinOnePerCent() {
        for (int children : new int[] {300, 5_000}) {
            Problem problem = Instances.of(children, 1);
            Plan plan = new Planner().plan(problem, Settings.DEFAULT, Progress.NONE);
            HardConstraints.hold(problem, plan, Settings.DEFAULT);
            assertThat(plan.gap()).isLessThan(0.01);
        }
    }

    private static Plan plan(List<Problem.Child> children, List<Problem.Family> families) {
        return new Planner().plan(new Problem(children, families, Map.of()), Settings.DEFAULT, Progress.NONE);
    }

    private static Problem.Child child(long id, @Nullable Long household, boolean needsFemaleCadre) {
        return new Problem.Child(new ChildId(id), HERE, household, needsFemaleCadre, Set.of(), null);
    }

    private static Problem.Family family(long id, DivisionCode division, boolean female, int room) {
        return new Problem.Family(new FamilyId(id), division, Set.of(), female, 0, room);
    }
}
