package org.tongxing.board.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.board.Dockings;
import org.tongxing.board.Matching;
import org.tongxing.board.Offer;
import org.tongxing.board.Offers;
import org.tongxing.board.web.BoardRows.DockingRow;
import org.tongxing.board.web.BoardRows.MatchRow;
import org.tongxing.board.web.BoardRows.OfferRow;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

/** What people, organisations, contracts and programmes offer: one catalogue. */
@RestController
@RequestMapping("/api/admin/offers")
@RequiredArgsConstructor
class OfferController {

    private final Offers offers;
    private final Dockings dockings;
    private final BoardRows rows;
    private final AuditLog audit;

    @GetMapping
    OfferPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) Offer.@Nullable State state,
            @RequestParam(required = false) Offer.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable HelpCategory category,
            @RequestParam(required = false) @Size(max = 60) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        String words = q == null || q.isBlank() ? null : q.strip();
        Page<Offer> found =
                this.offers.list(scope, new Offers.Question(state, kind, category, words), new Paging(page, size));
        return new OfferPage(this.rows.offers(scope, found.rows()), found.total());
    }

    /** One offer, how to reach whoever is behind it, what it fits and why, and what became of it so far. */
    @GetMapping("/{id}")
    OfferFile get(Caller caller, @PathVariable long id) {
        Offer offer = this.offers.get(caller.scope(), id);
        this.audit.record(caller, Deed.READ, "offer:" + id);
        return file(caller, offer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OfferFile enter(Caller caller, @Valid @RequestBody OfferEntry request) {
        Offer offer = this.offers.enter(
                caller,
                new Offer.Words(
                        request.category(),
                        request.what().strip(),
                        new DivisionCode(request.divisionCode()),
                        request.quantity(),
                        request.measure().strip(),
                        request.fromOn(),
                        request.untilOn()),
                new Offer.Source(
                        request.kind(),
                        request.provider().strip(),
                        stripped(request.contact()),
                        stripped(request.contract()),
                        request.budgetYuan()));
        this.audit.record(caller, Deed.CHANGED, "offer:" + offer.id());
        return file(caller, offer);
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id, @Valid @RequestBody OfferReason request) {
        this.offers.withdraw(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.ENDED, "offer:" + id);
    }

    private OfferFile file(Caller caller, Offer offer) {
        Scope scope = caller.scope();
        List<Matching.Match> needs = this.dockings.needsFor(scope, offer);
        this.audit.record(
                caller,
                Deed.LISTED,
                needs.stream()
                        .map(match -> match.need().child().value())
                        .distinct()
                        .toList(),
                null);
        return new OfferFile(
                offer.id(),
                this.rows.offers(scope, List.of(offer)).get(0),
                offer.provider(),
                this.offers.contact(scope, offer.id()),
                this.rows.dockings(scope, this.dockings.ofOffer(scope, offer.id())),
                this.rows.needsOf(needs));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * An offer of somebody without a phone, of an organisation, a contract or a programme.
     *
     * @param divisionCode where it helps: a township, or everywhere in a county
     * @param contact kept sealed
     * @param contract number of the contract or the programme, needed for these
     */
    record OfferEntry(
            @NotNull Offer.Kind kind,
            @NotNull HelpCategory category,
            @NotBlank @Size(max = 100) String what,
            @NotBlank @Size(max = 12) String divisionCode,
            @NotNull @Positive @Max(1_000_000) Integer quantity,
            @NotBlank @Size(max = 8) String measure,
            @NotNull LocalDate fromOn,
            @NotNull LocalDate untilOn,
            @NotBlank @Size(max = 80) String provider,
            @Nullable @Size(max = 60) String contact,
            @Nullable @Size(max = 60) String contract,
            @Nullable @PositiveOrZero @Max(1_000_000_000) Integer budgetYuan) {}

    /** Why it is taken back. */
    record OfferReason(@NotBlank @Size(max = 200) String reason) {}

    /** One page. */
    record OfferPage(List<OfferRow> rows, long total) {}

    /** Everything about one offer; the provider in full. */
    record OfferFile(
            long id,
            OfferRow offer,
            @Nullable String provider,
            @Nullable String contact,
            List<DockingRow> dockings,
            List<MatchRow> needs) {}
}
