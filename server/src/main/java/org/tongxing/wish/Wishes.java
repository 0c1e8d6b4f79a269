package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.WishEndpoint.ThanksState;
import org.tongxing.contract.WishEndpoint.WishKind;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;

/** Reads wishes for those who answer for the children, and promises for those who remind of them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Wishes {

    private final WishReadMapper mapper;
    private final ClaimMapper claims;
    private final Clock clock;

    /**
     * The wishes of a scope, those longest in their state first.
     *
     * @param thanks only those whose thanks wait for a second person
     * @param words a part of what is wished
     */
    public Page<Wish> list(
            Scope scope,
            @Nullable WishState state,
            @Nullable WishKind kind,
            boolean thanks,
            @Nullable String words,
            Paging paging) {
        WishReadMapper.Filter filter = new WishReadMapper.Filter(
                state == null ? null : state.name(), kind == null ? null : kind.name(), thanks, words);
        return new Page<>(
                this.mapper.list(scope, filter, paging).stream().map(Wish::of).toList(),
                this.mapper.count(scope, filter));
    }

    /** How many wishes stand where, and how many thanks wait for a second person. */
    public Counts counts(Scope scope) {
        Map<WishState, Long> states = new EnumMap<>(WishState.class);
        Stream.of(WishState.values()).forEach(state -> states.put(state, 0L));
        long thanks = 0;
        for (WishReadMapper.StateCount row : this.mapper.states(scope)) {
            states.put(WishState.valueOf(row.state()), row.wishes());
            thanks += row.thanks();
        }
        return new Counts(states, thanks);
    }

    /** One wish of a scope; refused like one that does not exist outside. */
    public Wish get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.inScope(scope, id))
                .map(Wish::of)
                .orElseThrow(() -> Refusal.notFound("wish", id));
    }

    /** A wish whoever asks for; the caller proves afterwards that it may be told. */
    Wish any(long id) {
        return Optional.ofNullable(this.mapper.find(id)).map(Wish::of).orElseThrow(() -> Refusal.notFound("wish", id));
    }

    /** The wishes of a child, the latest first. */
    public List<Wish> ofChild(Scope scope, ChildId child) {
        return this.mapper.ofChild(scope, child.value()).stream().map(Wish::of).toList();
    }

    /** What the same child was granted that is much like this: something to think about, no reason to refuse. */
    public List<Wish> grantedBefore(Scope scope, Wish wish) {
        return ofChild(scope, wish.child()).stream()
                .filter(earlier -> earlier.state() == WishState.FULFILLED && earlier.id() != wish.id())
                .filter(earlier -> Likeness.alike(earlier.what(), wish.what()))
                .toList();
    }

    /** Every step of a wish; who acted on a phone is told by name where the reader may know it. */
    public List<Passed> steps(Scope scope, long id) {
        List<WishReadMapper.StepRow> rows = this.mapper.steps(scope, id);
        Map<Long, String> names = names(
                scope,
                rows.stream()
                        .map(WishReadMapper.StepRow::phone)
                        .flatMap(Stream::ofNullable)
                        .toList());
        return rows.stream()
                .map(row -> new Passed(
                        Step.valueOf(row.step()),
                        row.at().toString(),
                        row.phone() == null ? row.accountName() : names.get(row.phone()),
                        row.reason()))
                .toList();
    }

    /** What the people behind these phones are called. */
    public Map<Long, String> names(Scope scope, List<Long> phones) {
        Map<Long, String> names = new HashMap<>();
        if (!phones.isEmpty()) {
            this.mapper.names(scope, phones).forEach(row -> {
                String name = row.name() == null ? "" : row.name();
                names.put(row.phone(), row.organisation() == null ? name : row.organisation() + " " + name);
            });
        }
        return names;
    }

    /** Published, promised and fulfilled by month and township, from the first of a month a year ago. */
    public List<Month> months(Scope scope) {
        LocalDate from = LocalDate.now(this.clock).minusMonths(11).withDayOfMonth(1);
        return this.mapper.months(scope, from).stream()
                .map(row -> new Month(row.month(), row.townshipCode(), Step.valueOf(row.step()), row.wishes()))
                .toList();
    }

    /** Who has promised a wish, while the promise stands. */
    public Optional<Wish.Promise> promise(long id) {
        return Optional.ofNullable(this.claims.live(id)).map(Wish.Promise::of);
    }

    /** Whether a wish waits for its writer to write it again. */
    public boolean isReturned(long id) {
        return any(id).state() == WishState.RETURNED;
    }

    /** Whether the thanks for a wish may be read by whoever kept the promise. */
    public boolean isThanked(long id) {
        return any(id).thanksState() == ThanksState.SHOWN;
    }

    /** What was promised for a day and is still to come. */
    public List<Wish.Promise> promisedFor(LocalDate day) {
        return this.claims.promisedFor(day).stream().map(Wish.Promise::of).toList();
    }

    /** What has to be arranged by a day and is not yet. */
    public List<Wish.Promise> toArrangeBy(LocalDate day) {
        return this.claims.toArrangeBy(day).stream().map(Wish.Promise::of).toList();
    }

    /** How many wishes stand where. */
    public record Counts(Map<WishState, Long> states, long thanks) {}

    /** A step somebody took; nobody's name means the clock. */
    public record Passed(
            Step step,
            String at,
            @Nullable String by,
            @Nullable String reason) {}

    /** How many wishes took a step in a month, {@code 2026-11}, in a township. */
    public record Month(String month, String township, Step step, long wishes) {}
}
