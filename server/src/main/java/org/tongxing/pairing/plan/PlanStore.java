package org.tongxing.pairing.plan;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.pairing.PlannedPairings;
import org.tongxing.pairing.planning.Plan;
import org.tongxing.pairing.planning.Problem;
import org.tongxing.pairing.planning.Settings;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what a plan found, and what came of it, each step in one transaction. */
@Service
@Transactional
@RequiredArgsConstructor
class PlanStore {

    private static final int ROWS_PER_INSERT = 500;

    private final PlanMapper plans;
    private final PlanRowMapper rows;
    private final PlannedPairings planned;
    private final JsonMapper json;
    private final Clock clock;

    /** Keeps a computed plan as a draft; nothing is kept when it was stopped meanwhile. */
    void keep(long id, String runner, Gathered gathered, Plan plan) {
        if (this.plans.computed(id, runner, plan.cost(), plan.lowerBound(), plan.complete()) != 1) {
            return;
        }
        Map<ChildId, DivisionCode> villages = new HashMap<>();
        for (Problem.Child child : gathered.problem().children()) {
            villages.put(child.id(), child.village());
        }
        List<PlanRowMapper.NewRow> found = new ArrayList<>();
        for (Plan.Placement one : plan.placements()) {
            found.add(row(gathered, villages, one.child(), one, null));
        }
        for (Plan.LeftOut one : plan.leftOut()) {
            found.add(row(gathered, villages, one.child(), null, one.reason()));
        }
        for (int from = 0; from < found.size(); from += ROWS_PER_INSERT) {
            this.rows.insert(id, found.subList(from, Math.min(found.size(), from + ROWS_PER_INSERT)));
        }
    }

    private PlanRowMapper.NewRow row(
            Gathered gathered,
            Map<ChildId, DivisionCode> villages,
            ChildId child,
            Plan.@Nullable Placement placed,
            Plan.@Nullable Reason left) {
        return new PlanRowMapper.NewRow(
                child.value(),
                Objects.requireNonNull(villages.get(child)).value(),
                Objects.requireNonNull(gathered.households().get(child)),
                placed == null ? null : placed.family().value(),
                parts(placed == null ? List.of() : placed.parts()),
                placed == null ? Settings.DEFAULT.unplaced() : placed.cost(),
                placed == null ? 0 : placed.price(),
                placed == null ? 0 : placed.cheapest(),
                left == null ? null : left.name());
    }

    String parts(List<Plan.Part> parts) {
        return this.json.writeValueAsString(parts);
    }

    /**
     * Makes the pairings of the next village and writes the outcome of each row with them: both are there or neither.
     *
     * @return what was done, or null when nothing is left to do
     */
    @Nullable
    Published publishNext(long id) {
        if (this.plans.lock(id) != PlanState.PUBLISHING) {
            return null;
        }
        String village = this.rows.nextVillage(id);
        PlanMapper.Publisher publisher = this.plans.publisher(id);
        if (village == null) {
            this.plans.move(id, PlanState.PUBLISHING, PlanState.PUBLISHED, null);
            this.plans.published(id, LocalDateTime.now(this.clock));
            return null;
        }
        List<PlannedPairings.Planned> wanted = this.rows.lockUnpublished(id, village).stream()
                .map(row -> new PlannedPairings.Planned(
                        new ChildId(row.childId()), new FamilyId(Objects.requireNonNull(row.familyId()))))
                .toList();
        List<PlannedPairings.Outcome> outcomes = this.planned.make(
                new DivisionCode(village), wanted, publisher.publishedBy(), publisher.publishedByName());
        List<Long> made = new ArrayList<>();
        for (PlannedPairings.Outcome outcome : outcomes) {
            PairingId pairing = outcome.pairing();
            this.rows.conclude(
                    id,
                    outcome.child().value(),
                    pairing == null ? "NOT_POSSIBLE" : "MADE",
                    outcome.reason(),
                    pairing == null ? null : pairing.value());
            if (pairing != null) {
                made.add(outcome.child().value());
            }
        }
        return new Published(outcomes.size(), made);
    }

    /** How many rows of a village have an outcome now, and which children were paired. */
    record Published(int rows, List<Long> made) {}
}
