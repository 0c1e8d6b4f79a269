package org.tongxing.visit.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.DifficultyEndpoint;
import org.tongxing.contract.VisitEndpoint.RecordedView;
import org.tongxing.contract.VisitEndpoint.WordsRequest;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Difficulties;
import org.tongxing.visit.DifficultyViews;
import org.tongxing.visit.Nearness;
import org.tongxing.visit.Nearness.Standing;
import org.tongxing.visit.Promises;

@RestController
@RequiredArgsConstructor
class DifficultyController implements DifficultyEndpoint {

    private final Difficulties difficulties;
    private final DifficultyViews views;
    private final Promises promises;
    private final Nearness nearness;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<DifficultyView> ofChild(long childId) {
        PhoneCaller caller = this.current.get();
        this.nearness.require(caller, new ChildId(childId));
        this.audit.read(caller, childId, "difficulties");
        return this.difficulties
                .list(Scope.ofChildren(Set.of(childId)), Difficulties.Question.ALL, new Paging(1, 100))
                .rows()
                .stream()
                .map(this.views::of)
                .toList();
    }

    @Override
    public RecordedView step(long id, WordsRequest request) {
        PhoneCaller caller = this.current.get();
        Reach reach = reach(caller, id);
        this.difficulties.step(reach.scope(), id, request.words(), reach.author(caller));
        return new RecordedView(id);
    }

    @Override
    public void solve(long id, SolutionRequest request) {
        PhoneCaller caller = this.current.get();
        Reach reach = reach(caller, id);
        this.difficulties.solve(reach.scope(), id, request.effect(), reach.author(caller));
    }

    @Override
    public void keep(long id) {
        this.promises.keep(this.current.get(), id);
    }

    /** The children of the difficulty the caller visits; without one of them it does not exist. */
    private Reach reach(PhoneCaller caller, long id) {
        Set<Long> about = this.difficulties.children(id);
        Set<Long> visited = about.stream()
                .filter(child -> this.nearness.visits(caller, new ChildId(child)))
                .collect(Collectors.toSet());
        if (visited.isEmpty()) {
            throw Refusal.notFound("difficulty", id);
        }
        return new Reach(
                Scope.ofChildren(visited),
                this.nearness.require(caller, new ChildId(visited.iterator().next())));
    }

    /** Which children, and in which capacity. */
    private record Reach(Scope scope, Standing standing) {

        Difficulties.Author author(PhoneCaller caller) {
            return Difficulties.Author.phone(caller.accountId(), this.standing.calledBy());
        }
    }
}
