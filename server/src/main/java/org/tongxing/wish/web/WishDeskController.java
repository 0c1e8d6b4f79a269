package org.tongxing.wish.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.WishEndpoint.ThanksState;
import org.tongxing.contract.WishEndpoint.WishKind;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.region.Divisions;
import org.tongxing.wish.Arrivals;
import org.tongxing.wish.Claims;
import org.tongxing.wish.Proposals;
import org.tongxing.wish.Step;
import org.tongxing.wish.Wish;
import org.tongxing.wish.WishPhotos;
import org.tongxing.wish.Wishes;

/** Wishes as those see them who answer for the children. */
@RestController
@RequestMapping("/api/admin/wishes")
@RequiredArgsConstructor
class WishDeskController {

    private final Wishes wishes;
    private final Proposals proposals;
    private final Claims claims;
    private final Arrivals arrivals;
    private final WishPhotos photos;
    private final Divisions divisions;
    private final AuditLog audit;

    @GetMapping
    WishPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable WishState state,
            @RequestParam(required = false) @Nullable WishKind kind,
            @RequestParam(defaultValue = "false") boolean thanks,
            @RequestParam(required = false) @Size(max = 60) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = scope(caller, division);
        String words = q == null || q.isBlank() ? null : q.strip();
        Page<Wish> found = this.wishes.list(scope, state, kind, thanks, words, new Paging(page, size));
        this.audit.record(
                caller,
                Deed.LISTED,
                found.rows().stream().map(wish -> wish.child().value()).toList(),
                null);
        Wishes.Counts counts = this.wishes.counts(scope);
        return new WishPage(rows(scope, found.rows()), found.total(), counts.states(), counts.thanks());
    }

    @GetMapping("/{id}")
    WishFile get(Caller caller, @PathVariable long id) {
        Wish wish = this.wishes.get(caller.scope(), id);
        this.audit.record(caller, Deed.READ, List.of(wish.child().value()), null);
        return file(caller, wish);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WishFile propose(Caller caller, @Valid @RequestBody ProposeRequest request) {
        Wish wish = this.proposals.propose(
                caller,
                new ChildId(request.childId()),
                new Proposals.Words(
                        request.kind(), request.what().strip(), request.why().strip(), request.valueCapYuan()),
                Boolean.TRUE.equals(request.fromSchool()));
        this.audit.record(caller, Deed.CHANGED, List.of(request.childId()), null);
        return file(caller, wish);
    }

    @PutMapping("/{id}")
    WishFile edit(Caller caller, @PathVariable long id, @Valid @RequestBody WishEdit request) {
        Wish wish = this.proposals.edit(
                caller,
                id,
                request.version(),
                new Proposals.Words(
                        request.kind(), request.what().strip(), request.why().strip(), request.valueCapYuan()));
        this.audit.record(caller, Deed.CHANGED, List.of(wish.child().value()), null);
        return file(caller, wish);
    }

    @PostMapping("/{id}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(Caller caller, @PathVariable long id) {
        this.proposals.publish(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "wish:" + id);
    }

    /** Gives a proposed wish back to be written again. */
    @PostMapping("/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(Caller caller, @PathVariable long id, @Valid @RequestBody ReasonRequest request) {
        this.proposals.giveBack(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.REFUSED, "wish:" + id);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable long id, @Valid @RequestBody ReasonRequest request) {
        this.claims.cancel(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.ENDED, "wish:" + id);
    }

    /** Takes a promise back; the wish is open again. */
    @DeleteMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Caller caller, @PathVariable long id, @RequestParam @NotBlank @Size(max = 200) String reason) {
        this.claims.takeBack(caller, id, reason.strip());
        this.audit.record(caller, Deed.ENDED, "wish:" + id);
    }

    @PutMapping("/{id}/arrival")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrived(Caller caller, @PathVariable long id, @Valid @RequestBody ArrivalRequest request) {
        this.arrivals.arrived(caller, id, request.on());
        this.audit.record(caller, Deed.CHANGED, "wish:" + id);
    }

    @PutMapping("/{id}/thanks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void thank(Caller caller, @PathVariable long id, @Valid @RequestBody ThanksRequest request) {
        this.arrivals.thank(caller, id, request.text().strip());
        this.audit.record(caller, Deed.CHANGED, "wish:" + id);
    }

    /** Shows thanks to whoever kept the promise. */
    @PostMapping("/{id}/thanks/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void showThanks(Caller caller, @PathVariable long id) {
        this.arrivals.reviewThanks(caller, id, ThanksState.SHOWN);
        this.audit.record(caller, Deed.CONFIRMED, "wish:" + id);
    }

    @PostMapping("/{id}/thanks/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void returnThanks(Caller caller, @PathVariable long id) {
        this.arrivals.reviewThanks(caller, id, ThanksState.RETURNED);
        this.audit.record(caller, Deed.REFUSED, "wish:" + id);
    }

    /** Says that the picture shows no face, and asks WeChat about it; whoever kept the promise sees it after both. */
    @PostMapping("/{id}/photo/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void showPhoto(Caller caller, @PathVariable long id) {
        this.photos.release(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "wish:" + id);
    }

    @PostMapping("/{id}/photo/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refusePhoto(Caller caller, @PathVariable long id) {
        this.photos.refuse(caller, id);
        this.audit.record(caller, Deed.REFUSED, "wish:" + id);
    }

    /** Published, promised and fulfilled by month and township, for a year. */
    @GetMapping("/months")
    List<WishMonth> months(Caller caller, @RequestParam(required = false) @Nullable String division) {
        List<Wishes.Month> months = this.wishes.months(scope(caller, division));
        Map<String, String> names =
                this.divisions.names(months.stream().map(Wishes.Month::township).collect(Collectors.toSet()));
        return months.stream()
                .map(one -> new WishMonth(
                        one.month(),
                        one.township(),
                        names.getOrDefault(one.township(), one.township()),
                        one.step(),
                        one.wishes()))
                .toList();
    }

    private WishFile file(Caller caller, Wish wish) {
        Scope scope = caller.scope();
        return new WishFile(
                wish.id(),
                rows(scope, List.of(wish)).get(0),
                wish.why(),
                wish.thanks(),
                this.wishes.steps(scope, wish.id()),
                this.wishes.grantedBefore(scope, wish).stream()
                        .map(earlier -> new Granted(earlier.id(), earlier.what(), earlier.fulfilledOn()))
                        .toList());
    }

    private List<WishRow> rows(Scope scope, List<Wish> wishes) {
        Map<String, String> places = this.divisions.names(wishes.stream()
                .flatMap(wish -> Stream.ofNullable(wish.village()))
                .map(DivisionCode::value)
                .collect(Collectors.toSet()));
        Map<Long, String> names = this.wishes.names(
                scope,
                wishes.stream()
                        .flatMap(wish -> Stream.ofNullable(wish.promise()))
                        .map(Wish.Promise::claimedBy)
                        .distinct()
                        .toList());
        return wishes.stream().map(wish -> WishRow.of(wish, places, names)).toList();
    }

    private static Scope scope(Caller caller, @Nullable String division) {
        return division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
    }

    /** A wish in the words strangers will read: no name, no school, no village, no label; a cap only for a thing. */
    record ProposeRequest(
            @NotNull Long childId,
            @NotNull WishKind kind,
            @NotBlank @Size(max = 100) String what,
            @NotBlank @Size(max = 300) String why,
            @Nullable @Positive @Max(10_000) Integer valueCapYuan,
            @Nullable Boolean fromSchool) {}

    /** Other words, and the version that was read before they were written. */
    record WishEdit(
            @NotNull Integer version,
            @NotNull WishKind kind,
            @NotBlank @Size(max = 100) String what,
            @NotBlank @Size(max = 300) String why,
            @Nullable @Positive @Max(10_000) Integer valueCapYuan) {}

    /** Why. */
    record ReasonRequest(@NotBlank @Size(max = 200) String reason) {}

    /** The day it arrived. */
    record ArrivalRequest(@NotNull LocalDate on) {}

    /** What the child wants to say. */
    record ThanksRequest(@NotBlank @Size(max = 300) String text) {}

    /** How many wishes took a step in a month, {@code 2026-11}, in a township. */
    record WishMonth(String month, String township, String townshipName, Step step, long wishes) {}

    /** One page, with how many stand where in all. */
    record WishPage(List<WishRow> rows, long total, Map<WishState, Long> counts, long thanks) {}

    /** Everything about one wish. */
    record WishFile(
            long id,
            WishRow wish,
            String why,
            @Nullable String thanks,
            List<Wishes.Passed> steps,
            List<Granted> grantedBefore) {}

    /** What the same child was granted that is much like this. */
    record Granted(long id, String what, @Nullable LocalDate on) {}
}
