package org.tongxing.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.board.Need.State;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Difficulties;

/** Writes down what children need, in words strangers may read once a second person has read them. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-54")
public class Needs {

    private final NeedMapper mapper;
    private final Children children;
    private final Difficulties difficulties;
    private final NeedWording wording;
    private final Clock clock;

    /** The needs of a scope, what is wanted soonest first. */
    @Transactional(readOnly = true)
    public Page<Need> list(Scope scope, Question question, Paging paging) {
        NeedMapper.Filter filter = new NeedMapper.Filter(
                question.state() == null ? null : question.state().name(),
                question.category() == null ? null : question.category().name(),
                question.child(),
                question.words());
        return new Page<>(
                this.mapper.list(scope, filter, today(), paging).stream()
                        .map(Need::of)
                        .toList(),
                this.mapper.count(scope, filter, today()));
    }

    /** How many stand where. */
    @Transactional(readOnly = true)
    public Map<State, Long> counts(Scope scope) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        Stream.of(State.values()).forEach(state -> counts.put(state, 0L));
        this.mapper.standings(scope, today()).forEach(row -> counts.put(State.valueOf(row.standing()), row.needs()));
        return counts;
    }

    /** One need of a scope; refused like one that does not exist outside. */
    @Transactional(readOnly = true)
    public Need get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.find(scope, id, today()))
                .map(Need::of)
                .orElseThrow(() -> Refusal.notFound("need", id));
    }

    /** What is still to be had in these townships, without whose need it is. */
    @Transactional(readOnly = true)
    public List<Need> open(Collection<DivisionCode> townships) {
        return this.mapper.open(townships.stream().map(DivisionCode::value).toList(), today()).stream()
                .map(Need::of)
                .toList();
    }

    /** Writes a need down, out of a difficulty or a visit where it came up there. */
    public Need raise(Caller caller, ChildId child, Origin origin, Need.Words words) {
        requireWholePlace(caller);
        CaseFile file = this.children.get(caller.scope(), child);
        this.wording.require(file, words);
        requireOrigin(child, origin);
        return get(caller.scope(), insert(file, origin, words, Writer.of(caller), null));
    }

    /** The same from a phone; whoever calls has proven that the person visits the child. The same words that wait are one need. */
    Need raise(PhoneCaller caller, ChildId child, Origin origin, Need.Words words) {
        Scope scope = Scope.ofChildren(Set.of(child.value()));
        CaseFile file = this.children.get(scope, child);
        this.wording.require(file, words);
        requireOrigin(child, origin);
        Writer writer = Writer.of(caller);
        Long waiting = this.mapper.waiting(child.value(), writer, words);
        return get(scope, waiting == null ? insert(file, origin, words, writer, null) : waiting);
    }

    /** Takes what a visit found missing; words that tell too much go back to their writer at once. */
    void take(long visit, Writer writer, ChildId child, Need.Words words) {
        CaseFile file = this.children.get(Scope.ofChildren(Set.of(child.value())), child);
        if (this.mapper.waiting(child.value(), writer, words) == null) {
            insert(file, new Origin(null, visit), words, writer, this.wording.objection(file, words));
        }
    }

    private long insert(CaseFile file, Origin origin, Need.Words words, Writer writer, @Nullable String objection) {
        NewId key = new NewId();
        this.mapper.insert(
                key,
                file.id().value(),
                file.village().at(DivisionCode.Level.TOWNSHIP).value(),
                origin,
                words,
                writer,
                objection,
                LocalDateTime.now(this.clock));
        return key.getId();
    }

    private void requireOrigin(ChildId child, Origin origin) {
        if (origin.difficulty() != null
                && !this.difficulties.children(origin.difficulty()).contains(child.value())) {
            throw Refusal.notFound("difficulty", origin.difficulty());
        }
        if (origin.visit() != null && this.mapper.visited(origin.visit(), child.value()) == 0) {
            throw Refusal.notFound("visit", origin.visit());
        }
    }

    /**
     * Changes what nobody has promised yet; a second person reads it again.
     *
     * @param version what the writer has read; another one is refused with {@link ProblemCode#STALE}
     */
    public Need edit(Caller caller, long id, int version, Need.Words words) {
        Need need = get(caller.scope(), id);
        requireWholePlace(caller);
        return edit(caller.scope(), need, version, words, Writer.of(caller));
    }

    /** The same from a phone; whoever calls has proven that the person visits the child. */
    Need edit(PhoneCaller caller, Need need, int version, Need.Words words) {
        Scope scope = Scope.ofChildren(Set.of(need.child().value()));
        return edit(scope, need, version, words, Writer.of(caller));
    }

    private Need edit(Scope scope, Need need, int version, Need.Words words, Writer writer) {
        this.wording.require(this.children.get(scope, need.child()), words);
        if (this.mapper.edit(need.id(), version, words, writer) != 1) {
            throw new Refusal(need.version() == version ? ProblemCode.BOARD_MOVED_ON : ProblemCode.STALE);
        }
        return get(scope, need.id());
    }

    /** Lets volunteers read it; never by the person who wrote it down. */
    public void publish(Caller caller, long id) {
        Need need = arranged(caller, id);
        if (this.mapper.publish(id, caller.accountId(), LocalDateTime.now(this.clock)) != 1) {
            throw new Refusal(
                    need.state() == State.PROPOSED ? ProblemCode.NEEDS_ANOTHER_PERSON : ProblemCode.BOARD_MOVED_ON);
        }
    }

    /** Gives it back to be written again. */
    public void giveBack(Caller caller, long id, String reason) {
        arranged(caller, id);
        moved(this.mapper.giveBack(id, reason));
    }

    /** It is not needed any more; refused while somebody is about to bring it. */
    public void cancel(Caller caller, long id, String reason) {
        arranged(caller, id);
        moved(this.mapper.cancel(id, reason));
    }

    private Need arranged(Caller caller, long id) {
        Need need = get(caller.scope(), id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return need;
    }

    private static void requireWholePlace(Caller caller) {
        if (!caller.scope().wholePlace()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private static void moved(int rows) {
        if (rows != 1) {
            throw new Refusal(ProblemCode.BOARD_MOVED_ON);
        }
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    /** Where a need came up; neither: somebody simply knows. */
    public record Origin(
            @Nullable Long difficulty, @Nullable Long visit) {}

    /** What to look for; what is null matches all. */
    public record Question(
            @Nullable State state,
            @Nullable HelpCategory category,
            @Nullable Long child,
            @Nullable String words) {}
}
