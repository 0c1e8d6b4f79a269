package org.tongxing.board.web;

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
import org.tongxing.board.Dockings;
import org.tongxing.board.Need;
import org.tongxing.board.Needs;
import org.tongxing.board.web.BoardRows.DockingRow;
import org.tongxing.board.web.BoardRows.MatchRow;
import org.tongxing.board.web.BoardRows.NeedRow;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.region.Divisions;

/** What children need, as those see it who answer for them. */
@RestController
@RequestMapping("/api/admin/needs")
@RequiredArgsConstructor
class NeedController {

    private final Needs needs;
    private final Dockings dockings;
    private final BoardRows rows;
    private final Divisions divisions;
    private final AuditLog audit;

    @GetMapping
    NeedPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) Need.@Nullable State state,
            @RequestParam(required = false) @Nullable HelpCategory category,
            @RequestParam(required = false) @Nullable Long child,
            @RequestParam(required = false) @Size(max = 60) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        String words = q == null || q.isBlank() ? null : q.strip();
        Page<Need> found =
                this.needs.list(scope, new Needs.Question(state, category, child, words), new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, children(found.rows()), null);
        return new NeedPage(rows(found.rows()), found.total(), this.needs.counts(scope));
    }

    /** One need, what fits it and why, and what became of it so far. */
    @GetMapping("/{id}")
    NeedFile get(Caller caller, @PathVariable long id) {
        Need need = this.needs.get(caller.scope(), id);
        this.audit.record(caller, Deed.READ, children(List.of(need)), null);
        return file(caller, need);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NeedFile raise(Caller caller, @Valid @RequestBody NeedEntry request) {
        Need need = this.needs.raise(
                caller,
                new ChildId(request.childId()),
                new Needs.Origin(request.difficultyId(), request.visitId()),
                request.words().stripped());
        this.audit.record(caller, Deed.CHANGED, List.of(request.childId()), null);
        return file(caller, need);
    }

    @PutMapping("/{id}")
    NeedFile edit(Caller caller, @PathVariable long id, @Valid @RequestBody NeedEdit request) {
        Need need =
                this.needs.edit(caller, id, request.version(), request.words().stripped());
        this.audit.record(caller, Deed.CHANGED, children(List.of(need)), null);
        return file(caller, need);
    }

    /** Lets volunteers read it. */
    @PostMapping("/{id}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(Caller caller, @PathVariable long id) {
        this.needs.publish(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "need:" + id);
    }

    @PostMapping("/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(Caller caller, @PathVariable long id, @Valid @RequestBody BoardReason request) {
        this.needs.giveBack(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.REFUSED, "need:" + id);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable long id, @Valid @RequestBody BoardReason request) {
        this.needs.cancel(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.ENDED, "need:" + id);
    }

    /** Gives a part of an offer to it. */
    @PostMapping("/{id}/dockings")
    @ResponseStatus(HttpStatus.CREATED)
    DockingRow dock(Caller caller, @PathVariable long id, @Valid @RequestBody DockRequest request) {
        var docking = this.dockings.dock(caller, id, request.offerId(), request.quantity(), request.costYuan());
        this.audit.record(caller, Deed.CONFIRMED, "docking:" + docking.id());
        return this.rows.dockings(caller.scope(), List.of(docking)).get(0);
    }

    private NeedFile file(Caller caller, Need need) {
        Scope scope = caller.scope();
        return new NeedFile(
                need.id(),
                rows(List.of(need)).get(0),
                this.rows.dockings(scope, this.dockings.ofNeed(scope, need.id())),
                this.rows.offersOf(scope, this.dockings.offersFor(scope, need)));
    }

    private List<NeedRow> rows(List<Need> found) {
        Map<String, String> places = this.divisions.names(found.stream()
                .flatMap(need -> Stream.ofNullable(need.village()))
                .map(DivisionCode::value)
                .collect(Collectors.toSet()));
        return found.stream().map(need -> NeedRow.of(need, places)).toList();
    }

    private static List<Long> children(List<Need> found) {
        return found.stream().map(need -> need.child().value()).distinct().toList();
    }

    /** What is needed, in words strangers will read: no name, no school, no village, no label. */
    record NeedWords(
            @NotNull HelpCategory category,
            @NotBlank @Size(max = 100) String what,
            @Nullable @Size(max = 200) String purpose,
            @NotNull @Positive @Max(1_000_000) Integer quantity,
            @NotBlank @Size(max = 8) String measure,
            @NotNull LocalDate fromOn,
            @NotNull LocalDate untilOn) {

        Need.Words stripped() {
            boolean nameless = this.purpose == null || this.purpose.isBlank();
            return new Need.Words(
                    this.category,
                    this.what.strip(),
                    nameless ? null : this.purpose.strip(),
                    this.quantity,
                    this.measure.strip(),
                    this.fromOn,
                    this.untilOn);
        }
    }

    /** A need of a child or its household; it came up in a difficulty or a visit, or somebody simply knows. */
    record NeedEntry(
            @NotNull Long childId,
            @Nullable Long difficultyId,
            @Nullable Long visitId,
            @NotNull @Valid NeedWords words) {}

    /** Other words, and the version that was read before they were written. */
    record NeedEdit(
            @NotNull Integer version, @NotNull @Valid NeedWords words) {}

    /** Why. */
    record BoardReason(@NotBlank @Size(max = 200) String reason) {}

    /** How many of which offer; a cost only where a contract pays. */
    record DockRequest(
            @NotNull Long offerId,
            @NotNull @Positive @Max(1_000_000) Integer quantity,
            @Nullable @Positive @Max(10_000_000) Integer costYuan) {}

    /** One page, with how many stand where in all. */
    record NeedPage(List<NeedRow> rows, long total, Map<Need.State, Long> counts) {}

    /** Everything about one need. */
    record NeedFile(long id, NeedRow need, List<DockingRow> dockings, List<MatchRow> offers) {}
}
