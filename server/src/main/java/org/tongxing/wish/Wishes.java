package org.tongxing.wish;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.wording.PublicWording;

/** Publishes wishes without the child, and lets exactly one volunteer claim each. */
@Service
@Transactional
@RequiredArgsConstructor
public class Wishes {

    private static final List<String> ALIASES = List.of("小溪", "小禾", "小舟", "小麦", "小桥", "小灯", "小叶", "小鹿");
    private static final int DELIVERY_DAYS = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WishMapper mapper;
    private final Children children;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Writes down a wish of a child; nobody outside sees it before a second person has read it. */
    public long propose(Caller caller, ChildId child, String what, String why, @Nullable Integer valueCapYuan) {
        CaseFile file = this.children.get(caller.scope(), child);
        requirePublic(file, what + " " + why);
        int age = Period.between(file.birthOn(), LocalDate.now(this.clock)).getYears();
        try {
            this.mapper.insert(
                    child.value(),
                    file.village().at(DivisionCode.Level.TOWNSHIP).value(),
                    ALIASES.get(RANDOM.nextInt(ALIASES.size())),
                    ageBand(age),
                    what,
                    why,
                    valueCapYuan,
                    caller.accountId(),
                    LocalDateTime.now(this.clock));
        } catch (DuplicateKeyException another) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        return this.mapper.openOf(child.value());
    }

    /** The wall is read by strangers: nothing on it tells who the child is, or labels it. */
    private static void requirePublic(CaseFile child, String text) {
        Optional<String> label = PublicWording.labelIn(text);
        if (label.isPresent()) {
            throw new Refusal(ProblemCode.WORDING_TELLS_TOO_MUCH, Map.of("label", label.get()));
        }
        if (text.contains(child.name())) {
            throw new Refusal(ProblemCode.WORDING_TELLS_TOO_MUCH);
        }
    }

    /** Puts a proposed wish on the wall; never by the person who wrote it down. */
    public void publish(Caller caller, long id) {
        WishMapper.WishRow wish = this.mapper.find(caller.scope(), id);
        if (wish == null) {
            throw Refusal.notFound("wish", id);
        }
        if (this.mapper.publish(caller.scope(), id, caller.accountId(), LocalDateTime.now(this.clock)) != 1) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
    }

    /** Claims an open wish of a township in which the volunteer is confirmed. */
    public Wish claim(PhoneCaller caller, long id) {
        Set<String> townships = townships(caller);
        WishMapper.WishRow wish = townships.isEmpty() ? null : this.mapper.ofTownships(townships, id);
        if (wish == null) {
            throw Refusal.notFound("wish", id);
        }
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (this.mapper.claim(id, caller.accountId(), now, now.toLocalDate().plusDays(DELIVERY_DAYS)) != 1) {
            throw new Refusal(ProblemCode.WISH_TAKEN);
        }
        String village = this.children
                .get(Scope.ofChildren(Set.of(wish.childId())), new ChildId(wish.childId()))
                .village()
                .value();
        this.events.publishEvent(new WishClaimed(id, caller.accountId(), village));
        return wish(Objects.requireNonNull(this.mapper.ofTownships(townships, id)));
    }

    /** Who has promised a wish until when, while the promise stands. */
    @Transactional(readOnly = true)
    public Optional<Promise> promise(long id) {
        return Optional.ofNullable(this.mapper.find(Scope.everywhere(), id))
                .filter(row -> row.state().equals(WishState.CLAIMED.name()))
                .flatMap(Wishes::promise);
    }

    /** What was promised for a day and is still to come. */
    @Transactional(readOnly = true)
    public List<Promise> promisedFor(LocalDate day) {
        return this.mapper.promisedFor(day).stream()
                .flatMap(row -> promise(row).stream())
                .toList();
    }

    private static Optional<Promise> promise(WishMapper.WishRow row) {
        return row.claimedBy() == null || row.deliverBy() == null
                ? Optional.empty()
                : Optional.of(new Promise(row.id(), row.claimedBy(), row.deliverBy(), row.townshipCode()));
    }

    /** The open wishes of the volunteer's townships, and the volunteer's own claims. */
    @Transactional(readOnly = true)
    public List<Wish> wall(PhoneCaller caller) {
        Set<String> townships = townships(caller);
        return townships.isEmpty()
                ? List.of()
                : this.mapper.wall(townships, caller.accountId()).stream()
                        .map(Wishes::wish)
                        .toList();
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, WishState state) {
        return this.mapper.countIn(scope, state.name());
    }

    private static Set<String> townships(PhoneCaller caller) {
        return caller.isVolunteer()
                ? caller.ties().stream()
                        .map(tie -> new DivisionCode(tie.divisionCode())
                                .at(DivisionCode.Level.TOWNSHIP)
                                .value())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Bands of two years: wide enough that nobody in a village can guess. */
    private static String ageBand(int age) {
        int from = age - age % 2;
        return from + "～" + (from + 1) + " 岁";
    }

    private static Wish wish(WishMapper.WishRow row) {
        return new Wish(
                row.id(),
                row.alias(),
                row.ageBand(),
                row.what(),
                row.why(),
                row.valueCap(),
                WishState.valueOf(row.state()),
                row.claimedBy(),
                row.deliverBy(),
                new DivisionCode(row.townshipCode()));
    }

    /** A wish somebody has promised to deliver. */
    public record Promise(long id, long claimedBy, LocalDate deliverBy, String township) {}

    /** A wish as strangers may read it. */
    public record Wish(
            long id,
            String alias,
            String ageBand,
            String what,
            String why,
            @Nullable Integer valueCapYuan,
            WishState state,
            @Nullable Long claimedBy,
            @Nullable LocalDate deliverBy,
            DivisionCode township) {}
}
