package org.tongxing.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.volunteer.Volunteers;

/** Writes down what people and organisations offer: they themselves on a phone, or staff for them. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("GD-70")
public class Offers {

    private final OfferMapper mapper;
    private final Volunteers volunteers;
    private final Needs needs;
    private final Vault vault;
    private final Clock clock;

    /** The offers that reach a scope, the latest first. */
    @Transactional(readOnly = true)
    public Page<Offer> list(Scope scope, Question question, Paging paging) {
        OfferMapper.Filter filter = new OfferMapper.Filter(
                question.state() == null ? null : question.state().name(),
                question.kind() == null ? null : question.kind().name(),
                question.category() == null ? null : question.category().name(),
                question.words());
        return new Page<>(
                this.mapper.list(scope, filter, today(), paging).stream()
                        .map(Offer::of)
                        .toList(),
                this.mapper.count(scope, filter, today()));
    }

    /** One offer that reaches a scope; refused like one that does not exist outside. */
    @Transactional(readOnly = true)
    public Offer get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.find(scope, id, today()))
                .map(Offer::of)
                .orElseThrow(() -> Refusal.notFound("offer", id));
    }

    /** How to reach whoever stands behind an offer that staff have entered. */
    @Transactional(readOnly = true)
    public @Nullable String contact(Scope scope, long id) {
        return this.vault.open(this.mapper.contact(scope, id));
    }

    /** What this person has offered, the latest first. */
    @Transactional(readOnly = true)
    public List<Offer> of(PhoneCaller caller) {
        return this.mapper.ofPhone(caller.accountId(), today()).stream()
                .map(Offer::of)
                .toList();
    }

    /** Enters an offer of somebody without a phone, of an organisation, a contract or a programme. */
    public Offer enter(Caller caller, Offer.Words words, Offer.Source source) {
        requireArranger(caller);
        caller.scope().within(words.place());
        boolean tooFine = words.place().level() == DivisionCode.Level.VILLAGE;
        boolean contractMissing = source.kind().isContract() && source.contract() == null;
        boolean budgetWithoutContract =
                source.budgetYuan() != null && !source.kind().isContract();
        if (tooFine || contractMissing || budgetWithoutContract) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        requireDays(words);
        NewId key = new NewId();
        this.mapper.enter(
                key,
                words,
                source,
                this.vault.seal(source.contact()),
                caller.accountId(),
                LocalDateTime.now(this.clock));
        return get(caller.scope(), key.getId());
    }

    /**
     * Offers something on a phone, where the caller may help now.
     *
     * @param need the need it answers; one that is not open there any more is refused
     */
    public Offer offer(PhoneCaller caller, Offer.Words words, @Nullable Long need) {
        if (!townships(caller).contains(words.place())) {
            throw new Refusal(ProblemCode.NOT_FOUND, Map.of("subject", "division:" + words.place()));
        }
        requireDays(words);
        if (need != null && this.needs.open(List.of(words.place())).stream().noneMatch(open -> open.id() == need)) {
            throw Refusal.notFound("need", need);
        }
        boolean organisation = this.volunteers.mine(caller).kind().isOrganisation();
        this.mapper.offer(
                organisation ? Offer.Kind.DONATED : Offer.Kind.VOLUNTEERED,
                words,
                caller.accountId(),
                need,
                LocalDateTime.now(this.clock));
        return of(caller).stream()
                .filter(offer -> offer.state() != Offer.State.WITHDRAWN)
                .filter(offer ->
                        offer.category() == words.category() && offer.what().equalsIgnoreCase(words.what()))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
    }

    /** Takes back what has found no need yet. */
    public void withdraw(PhoneCaller caller, long id) {
        if (of(caller).stream().noneMatch(offer -> offer.id() == id)) {
            throw Refusal.notFound("offer", id);
        }
        this.mapper.withdraw(id, null, LocalDateTime.now(this.clock));
    }

    /** The same at the console, with the reason; only for the place itself, not for what reaches it from above. */
    public void withdraw(Caller caller, long id, String reason) {
        Offer offer = get(caller.scope(), id);
        requireArranger(caller);
        caller.scope().within(offer.place());
        if (this.mapper.withdraw(id, reason, LocalDateTime.now(this.clock)) != 1) {
            throw new Refusal(ProblemCode.BOARD_MOVED_ON);
        }
    }

    /** The townships where somebody of the phone side may help now. */
    public static Set<DivisionCode> townships(PhoneCaller caller) {
        return caller.ties().stream()
                .filter(tie -> tie.kind() == TieKind.VOLUNTEER)
                .map(tie -> new DivisionCode(tie.divisionCode()).at(DivisionCode.Level.TOWNSHIP))
                .collect(Collectors.toSet());
    }

    private void requireDays(Offer.Words words) {
        if (words.untilOn().isBefore(words.fromOn()) || words.untilOn().isBefore(today())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
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

    /** What to look for; what is null matches all. */
    public record Question(
            Offer.@Nullable State state,
            Offer.@Nullable Kind kind,
            @Nullable HelpCategory category,
            @Nullable String words) {}
}
