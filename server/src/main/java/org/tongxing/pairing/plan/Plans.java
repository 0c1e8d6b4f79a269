package org.tongxing.pairing.plan;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;

/** Asks for plans, hands them from one person to the next, and publishes them [JB-34]. */
@Service
@Transactional
@RequiredArgsConstructor
public class Plans {

    private final PlanMapper plans;
    private final PlanRowMapper rows;
    private final PlanRunner runner;
    private final Clock clock;

    /** Asks for a plan for everybody in a place who has nobody; it is computed in the background. */
    @Clause("JB-34")
    public PlanSheet ask(Caller caller, DivisionCode division) {
        mayArrange(caller);
        DivisionCode place = caller.scope().within(division).division();
        PlanMapper.Asked asked = new PlanMapper.Asked(place.value(), this.runner.name(), caller, now());
        this.plans.insert(asked);
        long id = asked.getId();
        afterCommit(() -> this.runner.compute(id, place));
        return Objects.requireNonNull(this.plans.find(caller.scope(), id));
    }

    @Transactional(readOnly = true)
    public List<PlanSheet> below(Scope scope) {
        return this.plans.below(scope);
    }

    @Transactional(readOnly = true)
    public PlanSheet get(Scope scope, long id) {
        PlanSheet sheet = this.plans.find(scope, id);
        if (sheet == null) {
            throw Refusal.notFound("plan", id);
        }
        return sheet;
    }

    /** One page of rows, by village; {@code left} asks for children without, or with, a family only. */
    @Transactional(readOnly = true)
    public Page<PlanRow> rows(Scope scope, long id, @Nullable Boolean left, Paging paging) {
        get(scope, id);
        return new Page<>(
                this.rows.page(scope, id, left, paging.size(), paging.offset()), this.rows.count(scope, id, left));
    }

    /** Stops computing, or throws a draft away; what was published stays. */
    public void cancel(Caller caller, long id) {
        PlanState state = lock(caller, id);
        switch (state) {
            case RUNNING, DRAFT, SUBMITTED, APPROVED -> this.plans.move(id, state, PlanState.CANCELLED, null);
            default -> throw new Refusal(ProblemCode.PLAN_NOT_READY);
        }
    }

    public PlanSheet submit(Caller caller, long id) {
        require(caller, id, PlanState.DRAFT);
        this.plans.move(id, PlanState.DRAFT, PlanState.SUBMITTED, null);
        this.plans.submitted(id, caller);
        return get(caller.scope(), id);
    }

    /** Another person than the one who handed it in says yes. */
    public PlanSheet approve(Caller caller, long id) {
        require(caller, id, PlanState.SUBMITTED);
        requireAnother(caller, id);
        this.plans.move(id, PlanState.SUBMITTED, PlanState.APPROVED, null);
        this.plans.approved(id, caller);
        return get(caller.scope(), id);
    }

    /** Another person sends it back, with a reason. */
    public PlanSheet sendBack(Caller caller, long id, String reason) {
        require(caller, id, PlanState.SUBMITTED);
        requireAnother(caller, id);
        this.plans.move(id, PlanState.SUBMITTED, PlanState.DRAFT, reason);
        return get(caller.scope(), id);
    }

    /** Begins to make the pairings, village by village; asking again changes nothing. */
    public PlanSheet publish(Caller caller, long id) {
        PlanState state = lock(caller, id);
        if (state == PlanState.APPROVED) {
            this.plans.move(id, state, PlanState.PUBLISHING, null);
            this.plans.publishing(id, caller, this.runner.name(), now());
            afterCommit(() -> this.runner.publish(id));
        } else if (state != PlanState.PUBLISHING && state != PlanState.PUBLISHED) {
            throw new Refusal(ProblemCode.PLAN_NOT_READY);
        }
        return get(caller.scope(), id);
    }

    private void requireAnother(Caller caller, long id) {
        if (Objects.equals(get(caller.scope(), id).submittedBy(), caller.accountId())) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
    }

    private void require(Caller caller, long id, PlanState wanted) {
        if (lock(caller, id) != wanted) {
            throw new Refusal(ProblemCode.PLAN_NOT_READY);
        }
    }

    private PlanState lock(Caller caller, long id) {
        mayArrange(caller);
        get(caller.scope(), id);
        return Objects.requireNonNull(this.plans.lock(id));
    }

    private static void mayArrange(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** The runner reads the row in a transaction of its own. */
    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
