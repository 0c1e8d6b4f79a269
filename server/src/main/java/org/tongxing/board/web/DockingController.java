package org.tongxing.board.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.tongxing.board.Docking;
import org.tongxing.board.Dockings;
import org.tongxing.board.web.BoardRows.DockingRow;
import org.tongxing.contract.BoardEndpoint.DockingState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

/** What was given to what, until it has come or fallen through. */
@RestController
@RequestMapping("/api/admin/dockings")
@RequiredArgsConstructor
class DockingController {

    private final Dockings dockings;
    private final BoardRows rows;
    private final AuditLog audit;

    @GetMapping
    DockingPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable DockingState state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        Page<Docking> found = this.dockings.list(scope, state, new Paging(page, size));
        return new DockingPage(this.rows.dockings(scope, found.rows()), found.total());
    }

    /** It has come. */
    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(Caller caller, @PathVariable long id, @Valid @RequestBody DockingDone request) {
        String words = request.words() == null || request.words().isBlank()
                ? null
                : request.words().strip();
        this.dockings.done(caller, id, request.on(), words);
        this.audit.record(caller, Deed.CHANGED, "docking:" + id);
    }

    /** It does not come; the need is on the board again. */
    @PostMapping("/{id}/failure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fellThrough(Caller caller, @PathVariable long id, @Valid @RequestBody DockingFailure request) {
        this.dockings.fallThrough(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.ENDED, "docking:" + id);
    }

    /** The day it came, and what came of it. */
    record DockingDone(
            @NotNull LocalDate on,
            @Nullable @Size(max = 300) String words) {}

    /** Why it does not come. */
    record DockingFailure(@NotBlank @Size(max = 300) String reason) {}

    /** One page. */
    record DockingPage(List<DockingRow> rows, long total) {}
}
