package org.tongxing.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.board.Need.State;
import org.tongxing.contract.NeedEndpoint.PlainNeed;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Nearness;

/** What those of the phone side write down who visit a child: its paired family, its director and supervisor. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-54")
public class ChildNeeds {

    private final Needs needs;
    private final NeedMapper mapper;
    private final Nearness nearness;
    private final Clock clock;

    /** Refused like a child that does not exist where the caller does not visit it. */
    @Transactional(readOnly = true)
    public void requireNear(PhoneCaller caller, ChildId child) {
        this.nearness.require(caller, child);
    }

    /** A need of a child the caller visits; refused like one that does not exist elsewhere. */
    @Transactional(readOnly = true)
    public Need get(PhoneCaller caller, long id) {
        Long child = this.mapper.childOf(id);
        if (child == null || !this.nearness.visits(caller, new ChildId(child))) {
            throw Refusal.notFound("need", id);
        }
        return this.needs.get(scope(new ChildId(child)), id);
    }

    /** The needs of a child the caller visits; refused like a child that does not exist where the caller does not. */
    @Transactional(readOnly = true)
    public List<Need> ofChild(PhoneCaller caller, ChildId child) {
        this.nearness.require(caller, child);
        Needs.Question question = new Needs.Question(null, null, child.value(), null);
        return this.needs.list(scope(child), question, new Paging(1, 50)).rows();
    }

    /** Writes down what the child lacks, perhaps out of one of its difficulties. */
    public Need raise(PhoneCaller caller, ChildId child, @Nullable Long difficulty, PlainNeed need) {
        this.nearness.require(caller, child);
        return this.needs.raise(caller, child, new Needs.Origin(difficulty, null), words(need));
    }

    /** Writes one again that was given back, or that nobody has read yet; what others can read already is left to the desk. */
    public Need again(PhoneCaller caller, long id, int version, PlainNeed again) {
        Need need = get(caller, id);
        if (need.state() != State.RETURNED && need.state() != State.PROPOSED) {
            throw new Refusal(ProblemCode.BOARD_MOVED_ON);
        }
        return this.needs.edit(caller, need, version, words(again));
    }

    private Need.Words words(PlainNeed need) {
        return Need.Words.from(LocalDate.now(this.clock), need);
    }

    private static Scope scope(ChildId child) {
        return Scope.ofChildren(Set.of(child.value()));
    }
}
