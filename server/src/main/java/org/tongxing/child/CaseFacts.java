package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.NewChild.NewFact;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;

/**
 * Records and corrects what is known of a child. Nothing is overwritten: a correction supersedes, and what it superseded
 * stays with who and when. The categories follow at once.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CaseFacts {

    private final Children children;
    private final ChildMapper mapper;
    private final FactMapper facts;
    private final Categories categories;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Every fact of the child, those that hold first, then the superseded ones. */
    @Transactional(readOnly = true)
    public List<RecordedFact> history(Scope scope, ChildId id) {
        CaseFile file = this.children.get(scope, id);
        return this.facts.history(scope, file.id().value()).stream()
                .map(RecordedFact::of)
                .toList();
    }

    /**
     * Records a fact; refused when it is not one of the choices, or when its days cannot be. Saying again what stands already
     * changes nothing: an answer may have got lost.
     */
    public void record(Caller caller, ChildId id, NewFact fact) {
        CaseFile file = this.children.get(caller.scope(), id);
        check(file, fact);
        this.facts.lockLedgers(List.of(id.value()));
        String place = fact.place() == null ? null : fact.place().value();
        if (this.facts.stands(id.value(), fact, place) > 0) {
            return;
        }
        this.mapper.insertFact(id.value(), fact, caller.accountId(), now());
        derive(file);
    }

    /**
     * Takes a fact back because it was wrong, and puts another in its place if there is one.
     *
     * @throws Refusal STALE when somebody else took it back meanwhile
     */
    public void correct(Caller caller, ChildId id, long factId, @Nullable NewFact replacement) {
        CaseFile file = this.children.get(caller.scope(), id);
        if (this.facts.supersede(id.value(), factId, caller.accountId(), now()) == 0) {
            if (this.facts.known(id.value(), factId) > 0) {
                throw new Refusal(ProblemCode.STALE);
            }
            throw Refusal.notFound("fact", factId);
        }
        if (replacement != null) {
            check(file, replacement);
            this.mapper.insertFact(id.value(), replacement, caller.accountId(), now());
        }
        derive(file);
    }

    private void check(CaseFile file, NewFact fact) {
        FactKind kind = FactKind.named(fact.kind())
                .findFirst()
                .filter(one -> one.knows(fact.content()))
                .orElseThrow(() -> new Refusal(ProblemCode.INVALID_REQUEST));
        LocalDate since = fact.since();
        LocalDate until = fact.until();
        boolean away = fact.content().equals("WORKING_AWAY");
        boolean returned = kind == FactKind.FATHER_HOME || kind == FactKind.MOTHER_HOME;
        if ((since == null && (away || returned))
                || (since != null && since.isAfter(LocalDate.now(this.clock)))
                || (since != null && until != null && !until.isAfter(since))
                || (until == null && returned)
                || (until != null && !until.isAfter(file.birthOn()))) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
        if (fact.place() != null && !away) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
    }

    private void derive(CaseFile file) {
        this.categories.derive(file.id().value(), file.birthOn(), file.sex(), file.village());
        this.events.publishEvent(new ChildrenChanged(List.of(file.village().value())));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
