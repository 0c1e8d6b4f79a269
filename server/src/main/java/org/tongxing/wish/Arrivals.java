package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.WishEndpoint.ThanksState;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;

/** What those do who are near the child: write a wish down on the phone, say that it has arrived, say thanks. */
@Service
@Transactional
@RequiredArgsConstructor
public class Arrivals {

    private final WishMapper mapper;
    private final ClaimMapper claims;
    private final Wishes wishes;
    private final WishWall wall;
    private final Children children;
    private final Proposals proposals;
    private final WishPhotos photos;
    private final Discretion discretion;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The wishes of a child, for whoever is near it. */
    @Transactional(readOnly = true)
    public List<Wish> ofChild(PhoneCaller caller, ChildId child) {
        requireNear(caller, child);
        return this.wishes.ofChild(scope(child), child);
    }

    /** Writes down what a child has told its family or the director; what was given back is written again. */
    public Wish propose(PhoneCaller caller, ChildId child, Proposals.Words words) {
        Proposals.Source source =
                this.wall.familyOf(caller, child).isPresent() ? Proposals.Source.VISIT : Proposals.Source.DIRECTOR;
        if (!this.wall.visits(caller, child)) {
            throw Refusal.notFound("child", child.value());
        }
        return returned(child)
                .map(wish -> this.proposals.editAgain(wish, words, By.of(caller)))
                .orElseGet(() -> this.proposals.propose(child, words, source, By.of(caller)));
    }

    /**
     * It is there, perhaps with a picture of it without faces. Said by whoever looks after the child or answers for its village, never by whoever
     * promised it.
     */
    public Wish arrived(PhoneCaller caller, long id, LocalDate on, @Nullable Long photo) {
        Wish wish = near(caller, id);
        if (!mayReceive(caller, wish.child())) {
            throw Refusal.notFound("wish", id);
        }
        if (wish.promise() != null && wish.promise().claimedBy() == caller.accountId()) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
        Wish arrived = arrived(wish, on, By.of(caller));
        if (photo == null) {
            return arrived;
        }
        this.photos.attach(caller, arrived, photo);
        return this.wishes.get(scope(wish.child()), id);
    }

    /** The same at the console. */
    public void arrived(Caller caller, long id, LocalDate on) {
        arrived(this.wishes.get(caller.scope(), id), on, By.of(caller));
    }

    private Wish arrived(Wish wish, LocalDate on, By by) {
        if (on.isAfter(LocalDate.now(this.clock))
                || on.isBefore(wish.since().toLocalDate().minusDays(30))) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
        if (wish.state() == WishState.FULFILLED) {
            return wish;
        }
        if (this.mapper.fulfil(wish.id(), on, now()) != 1
                || this.claims.end(wish.id(), Outcome.FULFILLED, null, now()) != 1) {
            throw new Refusal(ProblemCode.WISH_MOVED_ON);
        }
        this.mapper.step(wish.id(), Step.FULFILLED, by, null, now());
        return this.wishes.get(scope(wish.child()), wish.id());
    }

    /** Thanks in words the one who kept the promise may read; somebody else reviews them first. */
    public Wish thank(PhoneCaller caller, long id, String text) {
        Wish wish = near(caller, id);
        return thank(wish, text, By.of(caller));
    }

    /** The same at the console. */
    public void thank(Caller caller, long id, String text) {
        thank(this.wishes.get(caller.scope(), id), text, By.of(caller));
    }

    private Wish thank(Wish wish, String text, By by) {
        Scope scope = scope(wish.child());
        this.discretion.require(this.children.get(scope, wish.child()), text);
        if (this.mapper.thank(wish.id(), text, by) != 1) {
            throw new Refusal(ProblemCode.WISH_MOVED_ON);
        }
        this.mapper.step(wish.id(), Step.THANKED, by, null, now());
        return this.wishes.get(scope, wish.id());
    }

    /** Shows thanks to whoever kept the promise, or gives them back to be written again. */
    public void reviewThanks(Caller caller, long id, ThanksState decided) {
        Wish wish = this.wishes.get(caller.scope(), id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        if (this.mapper.reviewThanks(id, decided.name(), caller.accountId()) != 1) {
            throw new Refusal(
                    wish.thanksState() == ThanksState.WAITING
                            ? ProblemCode.NEEDS_ANOTHER_PERSON
                            : ProblemCode.WISH_MOVED_ON);
        }
        Step step = decided == ThanksState.SHOWN ? Step.THANKS_SHOWN : Step.THANKS_RETURNED;
        this.mapper.step(id, step, By.of(caller), null, now());
        Long keptBy = this.mapper.keptBy(id);
        if (decided == ThanksState.SHOWN && keptBy != null) {
            this.events.publishEvent(new ThanksShown(id, keptBy));
        }
    }

    private Optional<Wish> returned(ChildId child) {
        return this.wishes.ofChild(scope(child), child).stream()
                .filter(wish -> wish.state() == WishState.RETURNED)
                .findFirst();
    }

    private Wish near(PhoneCaller caller, long id) {
        Wish wish = this.wishes.any(id);
        requireNear(caller, wish.child());
        return wish;
    }

    private void requireNear(PhoneCaller caller, ChildId child) {
        if (!this.wall.isNear(caller, child)) {
            throw Refusal.notFound("child", child.value());
        }
    }

    private boolean mayReceive(PhoneCaller caller, ChildId child) {
        return caller.asGuardian(child).isPresent() || this.wall.answersFor(caller, child);
    }

    private static Scope scope(ChildId child) {
        return Scope.ofChildren(Set.of(child.value()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
