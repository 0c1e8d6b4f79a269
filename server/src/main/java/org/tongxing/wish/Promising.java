package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.Batches;
import org.tongxing.persistence.Retrying;
import org.tongxing.persistence.Together;
import org.tongxing.problem.Refusal;

/**
 * Writes promises of all who ask at the same moment in one transaction, the earlier first: a wish that everybody wants is
 * looked at once, and ten thousand wishes are given away as fast as they could be without a claimer.
 */
@Component
@RequiredArgsConstructor
class Promising {

    private static final int AT_ONCE = 200;

    /** One person may have another promise written by another instance at the same moment. */
    private static final int TRIES = 5;

    private final WishMapper mapper;
    private final WishReadMapper reading;
    private final ClaimMapper claims;
    private final WishWall wall;
    private final LocalSettings settings;
    private final Batches batches;
    private final Retrying retrying;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Together<Asked, Answer> crowd = new Together<>(AT_ONCE, this::answer);

    /**
     * The wish as it was promised.
     *
     * @throws Refusal where it is not on the caller's wall, somebody was faster, it is not for strangers yet, or the caller
     *     has promised enough
     */
    Wish promise(PhoneCaller caller, long wish) {
        Asked asked = new Asked(caller, wish, this.wall.childrenOf(caller));
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // Whatever becomes of it must not become of what others promise.
            return answer(List.of(asked)).get(0).orRefused();
        }
        for (int left = TRIES; ; left--) {
            try {
                return this.crowd.ask(asked).orRefused();
            } catch (DuplicateKeyException elsewhere) {
                if (left == 1) {
                    throw elsewhere;
                }
            }
        }
    }

    private List<Answer> answer(List<Asked> asked) {
        return this.retrying.transact(() -> {
            LocalDateTime now = LocalDateTime.now(this.clock);
            List<Long> ids = asked.stream().map(Asked::wish).distinct().sorted().toList();
            Map<Long, WishMapper.Glance> wishes = byId(this.mapper.lock(ids), WishMapper.Glance::id);
            Standing standing = new Standing(this.claims.open(
                    ids, asked.stream().map(Asked::account).distinct().sorted().toList()));
            Map<String, Terms> terms = new HashMap<>();
            List<ClaimMapper.Promised> promised = new ArrayList<>();
            List<@Nullable Refusal> refusals = new ArrayList<>();
            for (Asked one : asked) {
                WishMapper.Glance wish = wishes.get(one.wish());
                Refusal refusal = refusal(one, wish, standing, now);
                if (refusal == null && wish != null && !standing.isOf(one.wish(), one.account())) {
                    Terms here = terms.computeIfAbsent(wish.townshipCode(), this::terms);
                    Integer slot = standing.take(one.wish(), one.account(), here.promises());
                    if (slot == null) {
                        refusal = new Refusal(ProblemCode.PROMISES_FULL);
                    } else {
                        promised.add(one.promised(wish, slot, now, here));
                    }
                }
                refusals.add(refusal);
            }
            write(promised, now);
            return answers(asked, refusals);
        });
    }

    private static @Nullable Refusal refusal(
            Asked asked, WishMapper.@Nullable Glance wish, Standing standing, LocalDateTime now) {
        if (wish == null
                || !WishWall.shows(
                        asked.caller(),
                        asked.paired().keySet(),
                        WishState.valueOf(wish.state()),
                        wish.townshipCode(),
                        wish.childId())) {
            return Refusal.notFound("wish", asked.wish());
        }
        if (standing.isOf(asked.wish(), asked.account())) {
            return null;
        }
        if (!wish.state().equals(WishState.OPEN.name()) || standing.isTaken(asked.wish())) {
            return new Refusal(ProblemCode.WISH_TAKEN);
        }
        boolean familyFirst = wish.familyUntil() != null && wish.familyUntil().isAfter(now);
        return familyFirst && !asked.paired().containsKey(wish.childId())
                ? new Refusal(ProblemCode.WISH_NOT_YET)
                : null;
    }

    private void write(List<ClaimMapper.Promised> promised, LocalDateTime now) {
        if (promised.isEmpty()) {
            return;
        }
        List<Long> ids = promised.stream().map(ClaimMapper.Promised::wish).toList();
        if (this.mapper.claim(ids, now) != ids.size()) {
            throw new IllegalStateException("A wish that was locked has changed");
        }
        this.batches.write(ClaimMapper.class, promised, ClaimMapper::take);
        this.batches.write(ClaimMapper.class, promised, ClaimMapper::step);
        Map<Long, String> villages = this.reading.whereabouts(ids).stream()
                .collect(Collectors.toMap(WishReadMapper.Whereabouts::wish, WishReadMapper.Whereabouts::village));
        promised.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(villages.get(one.wish())),
                        Collectors.toMap(ClaimMapper.Promised::wish, ClaimMapper.Promised::by)))
                .forEach((village, claimers) -> this.events.publishEvent(new WishesClaimed(village, claimers)));
    }

    private List<Answer> answers(List<Asked> asked, List<@Nullable Refusal> refusals) {
        List<Long> promised = IntStream.range(0, asked.size())
                .filter(i -> refusals.get(i) == null)
                .mapToObj(i -> asked.get(i).wish())
                .distinct()
                .toList();
        Map<Long, Wish> wishes = promised.isEmpty()
                ? Map.of()
                : byId(this.reading.these(promised).stream().map(Wish::of).toList(), Wish::id);
        return IntStream.range(0, asked.size())
                .mapToObj(i -> new Answer(wishes.get(asked.get(i).wish()), refusals.get(i)))
                .toList();
    }

    private Terms terms(String township) {
        DivisionCode place = new DivisionCode(township);
        return new Terms(
                this.settings.value(place, LocalSetting.WISH_PROMISES),
                this.settings.value(place, LocalSetting.WISH_ARRANGE_DAYS));
    }

    private static <T> Map<Long, T> byId(Collection<T> all, Function<T, Long> id) {
        return all.stream().collect(Collectors.toMap(id, one -> one));
    }

    /** Who asks for which wish, and the children his or her families are paired with. */
    private record Asked(PhoneCaller caller, long wish, Map<Long, Long> paired) {

        long account() {
            return this.caller.accountId();
        }

        ClaimMapper.Promised promised(WishMapper.Glance of, int slot, LocalDateTime now, Terms here) {
            return new ClaimMapper.Promised(
                    this.wish,
                    of.townshipCode(),
                    account(),
                    this.paired.get(of.childId()),
                    slot,
                    now,
                    now.toLocalDate().plusDays(here.arrangeDays()));
        }
    }

    /** The wish, or why not. */
    private record Answer(@Nullable Wish wish, @Nullable Refusal refusal) {

        Wish orRefused() {
            if (this.refusal != null) {
                throw this.refusal;
            }
            return Objects.requireNonNull(this.wish);
        }
    }

    /** What a township has decided: how many promises one person may have open, and in how many days each is arranged. */
    private record Terms(int promises, int arrangeDays) {}
}
