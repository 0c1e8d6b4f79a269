package org.tongxing.roster.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.roster.RefusedRows;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.SheetKind;

@RestController
@RequestMapping("/api/admin/refused-rows")
@RequiredArgsConstructor
class RefusedRowController {

    private final RefusedRows rows;
    private final AuditLog audit;

    @GetMapping
    RefusedRowPage open(
            Caller caller,
            @RequestParam @Nullable String division,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        RosterDesk.open(caller);
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        Page<RefusedRows.Waiting> found = this.rows.open(scope, new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, "refused-rows:" + scope.division());
        return new RefusedRowPage(
                found.rows().stream().map(RefusedRowController::view).toList(), found.total());
    }

    @PostMapping("/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Caller caller, @PathVariable long id, @Valid @RequestBody DismissalRequest request) {
        RosterDesk.open(caller);
        this.rows.dismiss(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.CHANGED, "refused-row:" + id);
    }

    private static RefusedRowView view(RefusedRows.Waiting waiting) {
        return new RefusedRowView(
                waiting.id(),
                waiting.importId(),
                waiting.fileName(),
                waiting.division().value(),
                waiting.refusedAt(),
                waiting.row().sheet(),
                waiting.row().line(),
                waiting.row().kind(),
                RowViews.cells(waiting.row()),
                RowViews.problems(waiting.row()));
    }

    /** Why a row is nobody of ours. */
    record DismissalRequest(@NotBlank @Size(max = 200) String reason) {}

    /** One page of the rows that wait. */
    record RefusedRowPage(List<RefusedRowView> rows, long total) {}

    /** A row that waits, masked. */
    record RefusedRowView(
            long id,
            long importId,
            String fileName,
            String division,
            LocalDateTime refusedAt,
            int sheet,
            int row,
            SheetKind kind,
            Map<RosterField, String> cells,
            List<RowViews.ProblemView> problems) {}
}
