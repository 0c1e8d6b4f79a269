package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.WishEndpoint.WishKind;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.Pairings;
import org.tongxing.problem.Refusal;

/** Writes wishes down, in words strangers may read, and publishes them once a second person has read them. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JS-22")
public class Proposals {

    private final WishMapper mapper;
    private final Wishes wishes;
    private final Children children;
    private final Pairings pairings;
    private final LocalSettings settings;
    private final Discretion discretion;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Writes down a wish of a child, heard in the office or told by its school; nobody outside sees it before a second person has read it. */
    public Wish propose(Caller caller, ChildId child, Words words, boolean fromSchool) {
        Source source = fromSchool ? Source.SCHOOL : Source.OFFICE;
        return insert(caller.scope(), child, words, source, By.of(caller));
    }

    /** The same from a phone; whoever calls has proven that the person is near the child. */
    Wish propose(ChildId child, Words words, Source source, By by) {
        return insert(Scope.ofChildren(Set.of(child.value())), child, words, source, by);
    }

    private Wish insert(Scope scope, ChildId child, Words words, Source source, By by) {
        CaseFile file = this.children.get(scope, child);
        require(file, words);
        try {
            this.mapper.insert(
                    new WishMapper.NewWish(
                            child.value(),
                            township(file).value(),
                            Alias.notOf(file.name()),
                            Alias.ageBand(file.birthOn(), LocalDate.now(this.clock)),
                            words.kind().name(),
                            words.what(),
                            words.why(),
                            words.valueCapYuan(),
                            source.name()),
                    by,
                    now());
        } catch (DuplicateKeyException another) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        Wish wish = this.wishes.ofChild(scope, child).get(0);
        this.mapper.step(wish.id(), Step.PROPOSED, by, null, now());
        return wish;
    }

    /**
     * Changes what nobody has promised yet; it is reviewed again.
     *
     * @param version what the writer has read; another one is refused with {@link ProblemCode#STALE}
     */
    public Wish edit(Caller caller, long id, int version, Words words) {
        return edit(caller.scope(), id, version, words, By.of(caller));
    }

    /** Writes a wish again that a reviewer has given back; whoever calls has proven that the person is near the child. */
    Wish editAgain(Wish wish, Words words, By by) {
        return edit(Scope.ofChildren(Set.of(wish.child().value())), wish.id(), wish.version(), words, by);
    }

    private Wish edit(Scope scope, long id, int version, Words words, By by) {
        Wish wish = this.wishes.get(scope, id);
        require(this.children.get(scope, wish.child()), words);
        int changed = this.mapper.edit(
                id, version, words.kind().name(), words.what(), words.why(), words.valueCapYuan(), by, now());
        if (changed != 1) {
            throw new Refusal(wish.version() == version ? ProblemCode.WISH_MOVED_ON : ProblemCode.STALE);
        }
        this.mapper.step(id, Step.EDITED, by, null, now());
        return this.wishes.get(scope, id);
    }

    /** Puts a proposed wish on the wall, for the paired family first; never by the person who wrote it down. */
    public void publish(Caller caller, long id) {
        Wish wish = reviewed(caller, id);
        List<?> paired = this.pairings.in(Scope.ofChildren(Set.of(wish.child().value()))).stream()
                .filter(episode -> episode.holdsOn(LocalDate.now(this.clock)))
                .toList();
        int hours = this.settings.value(wish.township(), LocalSetting.WISH_FAMILY_HOURS);
        LocalDateTime familyUntil = paired.isEmpty() || hours == 0 ? null : now().plusHours(hours);
        if (this.mapper.publish(id, caller.accountId(), familyUntil, now()) != 1) {
            throw new Refusal(
                    wish.state() == WishState.PROPOSED ? ProblemCode.NEEDS_ANOTHER_PERSON : ProblemCode.WISH_MOVED_ON);
        }
        this.mapper.step(id, Step.PUBLISHED, By.of(caller), null, now());
    }

    /** Gives a proposed wish back to be written again. */
    public void giveBack(Caller caller, long id, String reason) {
        Wish wish = reviewed(caller, id);
        if (this.mapper.giveBackToWriter(id, reason, now()) != 1) {
            throw new Refusal(ProblemCode.WISH_MOVED_ON);
        }
        this.mapper.step(id, Step.RETURNED, By.of(caller), reason, now());
        Long writer = this.mapper.writer(id);
        if (writer != null) {
            this.events.publishEvent(new WishReturned(id, writer, wish.version()));
        }
    }

    private Wish reviewed(Caller caller, long id) {
        Wish wish = this.wishes.get(caller.scope(), id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return wish;
    }

    private void require(CaseFile file, Words words) {
        this.discretion.require(file, words.what() + " " + words.why());
        Integer cap = words.valueCapYuan();
        boolean thing = words.kind() == WishKind.THING;
        if (cap != null && (!thing || cap > this.settings.value(township(file), LocalSetting.WISH_YUAN))) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
    }

    private static DivisionCode township(CaseFile file) {
        return file.village().at(DivisionCode.Level.TOWNSHIP);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** A wish in the words strangers will read; a value cap only where it is a thing. */
    public record Words(
            WishKind kind,
            String what,
            String why,
            @Nullable Integer valueCapYuan) {}

    /** Where a wish was heard. */
    public enum Source {
        VISIT,
        DIRECTOR,
        SCHOOL,
        OFFICE
    }
}
