package org.tongxing.coverage.web;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.State;
import org.tongxing.coverage.web.ChildViews.ChildRow;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

@RestController
@RequestMapping("/api/admin/children")
@RequiredArgsConstructor
class ChildController {

    private final ChildList list;
    private final ChildRows rows;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    Page<ChildRow> find(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String category,
            @RequestParam ChildList.@Nullable Which which,
            @RequestParam State.@Nullable Reason reason,
            @RequestParam State.@Nullable Mark mark,
            @RequestParam @Nullable LocalDate on,
            @RequestParam(defaultValue = "WAITING") ChildList.Sort sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = caller.scope().within(new DivisionCode(division));
        LocalDate day = on == null ? LocalDate.now(this.clock) : on;
        Page<ChildList.Row> found = this.list.find(
                scope, new ChildList.Filter(q, category, which, reason, mark, sort), new Paging(page, size), day);
        this.audit.record(
                caller,
                Deed.LISTED,
                found.rows().stream().map(row -> row.id().value()).toList(),
                null);
        return new Page<>(this.rows.of(found.rows(), day), found.total());
    }
}
