package org.tongxing.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.tongxing.board.Matching.Match;
import org.tongxing.contract.BoardEndpoint.DockingState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.Retrying;
import org.tongxing.problem.Refusal;

/**
 * 对接: proposes which offer fits which need, gives it, and follows it until it has come or fallen through. Both sides are
 * taken by a compare-and-set each, so that two supervisors never give away the same thing.
 */
@Service
@RequiredArgsConstructor
@Clause("JB-54")
@Clause("GD-70")
public class Dockings {

    private final DockingMapper mapper;
    private final NeedMapper needMapper;
    private final OfferMapper offerMapper;
    private final Needs needs;
    private final Offers offers;
    private final Retrying retrying;
    private final Clock clock;

    /** Offers that fit a need, the best first, each with the reasons; none that is under way to it already. */
    public List<Match> offersFor(Scope scope, Need need) {
        if (need.state() != Need.State.OPEN) {
            return List.of();
        }
        List<Offer> fitting = this.offerMapper
                .fitting(scope, need.category().name(), need.township().value(), need.fromOn(), need.untilOn(), today())
                .stream()
                .map(Offer::of)
                .toList();
        Set<Long> docked = new HashSet<>(
                this.mapper.docked(need.id(), fitting.stream().map(Offer::id).toList()));
        return Matching.ordered(fitting.stream()
                .filter(offer -> !docked.contains(offer.id()))
                .map(offer -> Matching.of(need, offer))
                .toList());
    }

    /** Needs that an offer fits, the best first, each with the reasons. */
    public List<Match> needsFor(Scope scope, Offer offer) {
        if (offer.state() != Offer.State.OPEN) {
            return List.of();
        }
        return Matching.ordered(this.needMapper
                .fitting(
                        scope, offer.category().name(), offer.place().value(), offer.fromOn(), offer.untilOn(), today())
                .stream()
                .map(row -> Matching.of(Need.of(row), offer))
                .toList());
    }

    /** What is under way or was, in a scope. */
    public Page<Docking> list(Scope scope, @Nullable DockingState state, Paging paging) {
        String name = state == null ? null : state.name();
        return new Page<>(
                this.mapper.list(scope, name, paging).stream().map(Docking::of).toList(),
                this.mapper.count(scope, name));
    }

    public List<Docking> ofNeed(Scope scope, long need) {
        return this.mapper.ofNeed(scope, need).stream().map(Docking::of).toList();
    }

    public List<Docking> ofOffer(Scope scope, long offer) {
        return this.mapper.ofOffer(scope, offer).stream().map(Docking::of).toList();
    }

    /** What became of the offers of somebody on a phone. */
    public List<Docking> of(PhoneCaller caller) {
        return this.mapper.ofPhone(caller.accountId()).stream().map(Docking::of).toList();
    }

    public Docking get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.find(scope, id))
                .map(Docking::of)
                .orElseThrow(() -> Refusal.notFound("docking", id));
    }

    /**
     * Gives a part of an offer to a need, for those who arrange help.
     *
     * @param costYuan what it takes from the budget of a contract; null where nothing is paid
     * @throws Refusal BOARD_MOVED_ON when somebody else was quicker or there is not as much
     */
    public Docking dock(Caller caller, long need, long offer, int quantity, @Nullable Integer costYuan) {
        Need wanted = this.needs.get(caller.scope(), need);
        Offer given = this.offers.get(caller.scope(), offer);
        requireArranger(caller);
        boolean elsewhere = !given.place().contains(wanted.township());
        if (given.category() != wanted.category()
                || elsewhere
                || (costYuan != null && !given.kind().isContract())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        int cost = Objects.requireNonNullElse(costYuan, 0);
        NewId key = this.retrying.transact(() -> {
            NewId fresh = new NewId();
            if (this.needMapper.take(need, quantity, today()) != 1
                    || this.offerMapper.take(offer, wanted.category().name(), quantity, cost, today()) != 1) {
                throw new Refusal(ProblemCode.BOARD_MOVED_ON);
            }
            try {
                this.mapper.insert(fresh, need, offer, quantity, costYuan, caller.accountId(), now());
            } catch (DuplicateKeyException underWay) {
                throw new Refusal(ProblemCode.ALREADY_THERE);
            }
            return fresh;
        });
        return get(caller.scope(), key.getId());
    }

    /** It has come. */
    public void done(Caller caller, long id, LocalDate on, @Nullable String words) {
        Docking docking = get(caller.scope(), id);
        requireArranger(caller);
        if (on.isAfter(today()) || on.isBefore(docking.dockedAt().toLocalDate().minusDays(30))) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
        this.retrying.transact(() -> {
            ended(this.mapper.end(id, DockingState.DONE.name(), caller.accountId(), on, words, now()));
            return this.needMapper.meet(docking.need(), docking.quantity());
        });
    }

    /** It does not come: what was promised is wanted again, and what was offered may be given elsewhere. */
    public void fallThrough(Caller caller, long id, String why) {
        Docking docking = get(caller.scope(), id);
        requireArranger(caller);
        fallThrough(docking, caller.accountId(), why);
    }

    /** The same on behalf of the clock; changes nothing when somebody has said before what came of it. */
    void fallThrough(Docking docking, @Nullable Long by, String why) {
        this.retrying.transact(() -> {
            int rows = this.mapper.end(docking.id(), DockingState.FELL_THROUGH.name(), by, today(), why, now());
            if (by != null) {
                ended(rows);
            }
            if (rows == 1) {
                this.needMapper.putBack(docking.need(), docking.quantity());
                this.offerMapper.putBack(
                        docking.offer(), docking.quantity(), Objects.requireNonNullElse(docking.costYuan(), 0));
            }
            return rows;
        });
    }

    private static void ended(int rows) {
        if (rows != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
    }

    private static void requireArranger(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
