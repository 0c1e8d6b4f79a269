package org.tongxing.pairing.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.ProblemCode;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.pairing.Constraints;
import org.tongxing.pairing.Pairings;
import org.tongxing.pairing.planning.Assessment;
import org.tongxing.pairing.planning.Plan;
import org.tongxing.pairing.planning.Settings;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.Finding;
import org.tongxing.problem.Refusal;

/** Changes rows of a draft by hand; siblings move together, and no row may break what a plan must keep. */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanEdits {

    private static final String BY_HAND = "TAKEN_OUT_BY_HAND";

    private final Plans plans;
    private final PlanMapper sheets;
    private final PlanRowMapper rows;
    private final PlanStore store;
    private final Children children;
    private final Helpers helpers;
    private final Pairings pairings;
    private final Constraints constraints;
    private final Clock clock;

    /** Gives a child and its siblings in the plan another family, or takes them out. */
    @Clause("JB-22")
    @Clause("JB-24")
    public void place(Caller caller, long plan, ChildId child, @Nullable FamilyId family) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        this.plans.get(caller.scope(), plan);
        if (this.sheets.lock(plan) != PlanState.DRAFT) {
            throw new Refusal(ProblemCode.PLAN_NOT_READY);
        }
        List<PlanRowMapper.Member> group = this.rows.group(caller.scope(), plan, child.value());
        if (group.isEmpty()) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        int unplaced = Settings.DEFAULT.unplaced();
        for (PlanRowMapper.Member member : group) {
            this.rows.edit(plan, member.childId(), null, BY_HAND, "[]", unplaced, caller.accountId());
        }
        if (family != null) {
            CadreFamily taker = this.helpers.get(caller.scope(), family);
            int load = this.pairings.load(family);
            int planned = this.rows.load(plan, family.value());
            Set<String> broken = new LinkedHashSet<>();
            List<List<Plan.Part>> parts = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                broken.addAll(broken(caller, group.get(i), taker, load + planned + i));
                parts.add(Assessment.of(
                        new DivisionCode(group.get(i).villageCode()),
                        Gathering.family(taker, load),
                        load + planned + i + 1,
                        Settings.DEFAULT));
            }
            if (!broken.isEmpty()) {
                throw new Refusal(ProblemCode.PAIRING_BREAKS_A_RULE, Map.of("clauses", List.copyOf(broken)));
            }
            for (int i = 0; i < group.size(); i++) {
                int cost = parts.get(i).stream().mapToInt(Plan.Part::points).sum();
                this.rows.edit(
                        plan,
                        group.get(i).childId(),
                        family.value(),
                        null,
                        this.store.parts(parts.get(i)),
                        cost,
                        caller.accountId());
            }
        }
        this.rows.recost(plan);
    }

    private Set<String> broken(Caller caller, PlanRowMapper.Member member, CadreFamily family, int load) {
        LocalDate today = LocalDate.now(this.clock);
        CaseFile child = this.children.get(caller.scope(), new ChildId(member.childId()));
        ChildSide.FamilyName present = this.constraints.activeFamily(caller.scope(), child.id()).stream()
                .findFirst()
                .orElse(null);
        return this.constraints
                .findings(
                        this.constraints.rules(child.village(), today),
                        this.constraints.side(caller.scope(), child, today, present),
                        family,
                        load,
                        today)
                .stream()
                .filter(finding -> Constraints.blocks(finding) || Constraints.needsWaiver(finding))
                .map(Finding::clause)
                .collect(Collectors.toSet());
    }
}
