package org.tongxing.recheck.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
import org.tongxing.child.Masks;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.persistence.Paging;
import org.tongxing.recheck.Kind;
import org.tongxing.recheck.WorkItem;
import org.tongxing.recheck.WorkList;
import org.tongxing.region.Divisions;

@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class WorkItemController {

    private static final int MOST_OF_EACH = 20;

    private final WorkList list;
    private final Divisions divisions;
    private final AuditLog audit;

    @PostMapping("/rechecks")
    RecheckView recheck(Caller caller, @Valid @RequestBody RecheckRequest request) {
        return new RecheckView(this.list.recheck(caller, new DivisionCode(request.division())) ? "DONE" : "RUNNING");
    }

    @GetMapping("/work-items")
    WorkListView find(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean postponed,
            @RequestParam(required = false) @Nullable Integer fewOfEach,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = caller.scope().within(new DivisionCode(division));
        WorkList.Sheet sheet = fewOfEach == null
                ? this.list.find(scope, kind, postponed, new Paging(page, size))
                : this.list.fewOfEach(scope, postponed, Math.max(1, Math.min(fewOfEach, MOST_OF_EACH)));
        this.audit.record(
                caller,
                Deed.LISTED,
                sheet.rows().stream()
                        .map(WorkItem::child)
                        .filter(Objects::nonNull)
                        .map(WorkItem.About::id)
                        .toList(),
                null);
        Map<String, String> names = this.divisions.names(
                sheet.rows().stream().map(item -> item.area().value()).collect(Collectors.toSet()));
        return new WorkListView(
                sheet.rows().stream()
                        .map(item -> ItemView.of(item, names.get(item.area().value())))
                        .toList(),
                sheet.total(),
                sheet.kinds().stream().map(WorkKindView::of).toList(),
                sheet.checkedAt());
    }

    @PostMapping("/work-items/{id}/postponement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void postpone(Caller caller, @PathVariable long id, @Valid @RequestBody PostponeRequest request) {
        this.list.postpone(caller, id, request.until(), request.reason());
        this.audit.record(caller, Deed.CHANGED, "work-item:" + id);
    }

    /** The place to check. */
    record RecheckRequest(@NotNull String division) {}

    /** Whether the check is done, or goes on in the background. */
    record RecheckView(String state) {}

    /** Until when, and why. */
    record PostponeRequest(
            @NotNull LocalDate until,
            @NotBlank @Size(max = 300) String reason) {}

    /** A page of the list with all kinds, those that harm most first. */
    record WorkListView(
            List<ItemView> rows,
            int total,
            List<WorkKindView> kinds,
            @Nullable LocalDateTime checkedAt) {}

    /** A kind with how many there are, the age of the oldest, the clauses they come from, and the button. */
    record WorkKindView(Kind kind, int items, long oldestDays, List<WorkList.ClauseItems> clauses, ActionView action) {

        static WorkKindView of(WorkList.KindCount count) {
            return new WorkKindView(
                    count.kind(),
                    count.items(),
                    count.oldestDays(),
                    count.clauses(),
                    ActionView.of(count.kind().action()));
        }
    }

    /** A child an item is about, masked. */
    record WorkChild(long id, String name, Sex sex, int age) {

        static @Nullable WorkChild of(WorkItem.@Nullable About child) {
            return child == null ? null : new WorkChild(child.id(), Masks.name(child.name()), child.sex(), child.age());
        }
    }

    /** One thing to put right. */
    record ItemView(
            long id,
            Kind kind,
            AreaView area,
            String clause,
            String text,
            @Nullable WorkChild child,
            @Nullable Long familyId,
            @Nullable Long pairingId,
            LocalDate since,
            long ageDays,
            @Nullable LocalDate postponedUntil,
            @Nullable String postponedReason,
            ActionView action) {

        static ItemView of(WorkItem item, @Nullable String areaName) {
            return new ItemView(
                    item.id(),
                    item.kind(),
                    new AreaView(item.area().value(), areaName),
                    item.clause(),
                    item.text(),
                    WorkChild.of(item.child()),
                    item.familyId(),
                    item.pairingId(),
                    item.since(),
                    item.ageDays(),
                    item.postponedUntil(),
                    item.postponedReason(),
                    ActionView.of(item.kind().action()));
        }
    }

    /** A village or township. */
    record AreaView(String code, @Nullable String name) {}

    /** The button. */
    record ActionView(Kind.Action code, String label) {

        static ActionView of(Kind.Action action) {
            return new ActionView(action, action.label());
        }
    }
}
