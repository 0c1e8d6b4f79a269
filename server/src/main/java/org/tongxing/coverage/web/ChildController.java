package org.tongxing.coverage.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
            @RequestParam @Nullable String category,
            @RequestParam ChildList.@Nullable Which which,
            @RequestParam State.@Nullable Reason reason,
            @RequestParam State.@Nullable Mark mark,
            @RequestParam ChildList.@Nullable Girls girls,
            @RequestParam @Nullable Long family,
            @RequestParam @Nullable LocalDate on,
            @RequestParam(defaultValue = "WAITING") ChildList.Sort sort,
            @RequestParam(defaultValue = "false") boolean contacts,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return find(
                caller,
                new DivisionCode(division),
                new ChildList.Filter(null, category, which, reason, mark, girls, family, sort),
                on,
                contacts,
                new Paging(page, size));
    }

    /** The same with a name, pinyin, initials or a whole ID number: words that belong into no address and no log. */
    @PostMapping("/search")
    Page<ChildRow> search(Caller caller, @Valid @RequestBody ChildSearch search) {
        return find(
                caller,
                search.division(),
                new ChildList.Filter(
                        search.q().strip(),
                        search.category(),
                        search.which(),
                        search.reason(),
                        search.mark(),
                        search.girls(),
                        search.family(),
                        search.sort() == null ? ChildList.Sort.WAITING : search.sort()),
                search.on(),
                Boolean.TRUE.equals(search.contacts()),
                new Paging(search.page() == null ? 1 : search.page(), search.size() == null ? 20 : search.size()));
    }

    private Page<ChildRow> find(
            Caller caller,
            DivisionCode division,
            ChildList.Filter filter,
            @Nullable LocalDate on,
            boolean contacts,
            Paging paging) {
        Scope scope = caller.scope().within(division);
        LocalDate day = on == null ? LocalDate.now(this.clock) : on;
        Page<ChildList.Row> found = this.list.find(scope, filter, paging, day);
        this.audit.record(
                caller,
                Deed.LISTED,
                found.rows().stream().map(row -> row.id().value()).toList(),
                null);
        Map<Long, List<ChildList.Contact>> people = contacts
                ? this.list.contacts(
                        scope, found.rows().stream().map(ChildList.Row::id).toList())
                : null;
        return new Page<>(this.rows.of(found.rows(), people, day), found.total());
    }

    /** What to look for, where, and whether with whom to call. */
    record ChildSearch(
            @NotNull DivisionCode division,
            @NotBlank @Size(max = 40) String q,
            @Nullable String category,
            ChildList.@Nullable Which which,
            State.@Nullable Reason reason,
            State.@Nullable Mark mark,
            ChildList.@Nullable Girls girls,
            @Nullable Long family,
            @Nullable LocalDate on,
            ChildList.@Nullable Sort sort,
            @Nullable Boolean contacts,
            @Nullable Integer page,
            @Nullable Integer size) {}
}
