package org.tongxing.pairing.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.pairing.plan.PlanEdits;
import org.tongxing.pairing.plan.PlanRow;
import org.tongxing.pairing.plan.Plans;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.region.Divisions;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/admin/plans")
@RequiredArgsConstructor
class PlanController {

    private final Plans plans;
    private final PlanEdits edits;
    private final Divisions divisions;
    private final Adoptions adoptions;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlanView ask(Caller caller, @Valid @RequestBody AskRequest request) {
        PlanView view = PlanView.of(this.plans.ask(caller, new DivisionCode(request.division())), caller);
        this.audit.record(caller, Deed.CHANGED, "plan:" + view.id());
        return view;
    }

    @GetMapping
    List<PlanView> below(Caller caller, @RequestParam @Nullable String division) {
        return this.plans
                .below(division == null ? caller.scope() : caller.scope().within(new DivisionCode(division)))
                .stream()
                .map(sheet -> PlanView.of(sheet, caller))
                .toList();
    }

    @GetMapping("/{id}")
    PlanView get(Caller caller, @PathVariable long id) {
        return PlanView.of(this.plans.get(caller.scope(), id), caller);
    }

    @GetMapping("/{id}/rows")
    Page<PlanRowView> rows(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable Boolean left,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page<PlanRow> rows = this.plans.rows(caller.scope(), id, left, new Paging(page, size));
        this.audit.record(
                caller, Deed.LISTED, rows.rows().stream().map(PlanRow::childId).toList(), "plan:" + id);
        Map<String, String> names = this.divisions.names(
                rows.rows().stream().map(PlanRow::villageCode).collect(Collectors.toSet()));
        LocalDate today = LocalDate.now(this.clock);
        Map<String, AdoptedRules> rules = new HashMap<>();
        return new Page<>(
                rows.rows().stream()
                        .map(row -> PlanRowView.of(
                                row,
                                names.get(row.villageCode()),
                                rules.computeIfAbsent(
                                        row.villageCode(),
                                        village -> this.adoptions.rules(new DivisionCode(village), today)),
                                today,
                                this.json))
                        .toList(),
                rows.total());
    }

    @PutMapping("/{id}/rows/{childId}")
    PlanView edit(Caller caller, @PathVariable long id, @PathVariable long childId, @RequestBody EditRequest request) {
        this.edits.place(
                caller, id, new ChildId(childId), request.familyId() == null ? null : new FamilyId(request.familyId()));
        this.audit.record(caller, Deed.CHANGED, List.of(childId), "plan:" + id);
        return get(caller, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable long id) {
        this.plans.cancel(caller, id);
        this.audit.record(caller, Deed.CHANGED, "plan:" + id);
    }

    @PostMapping("/{id}/submission")
    PlanView submit(Caller caller, @PathVariable long id) {
        PlanView view = PlanView.of(this.plans.submit(caller, id), caller);
        this.audit.record(caller, Deed.CHANGED, "plan:" + id);
        return view;
    }

    @PostMapping("/{id}/approval")
    PlanView approve(Caller caller, @PathVariable long id) {
        PlanView view = PlanView.of(this.plans.approve(caller, id), caller);
        this.audit.record(caller, Deed.CONFIRMED, "plan:" + id);
        return view;
    }

    @PostMapping("/{id}/rejection")
    PlanView sendBack(Caller caller, @PathVariable long id, @Valid @RequestBody ReasonRequest request) {
        PlanView view = PlanView.of(this.plans.sendBack(caller, id, request.reason()), caller);
        this.audit.record(caller, Deed.REFUSED, "plan:" + id);
        return view;
    }

    @PostMapping("/{id}/publication")
    PlanView publish(Caller caller, @PathVariable long id) {
        PlanView view = PlanView.of(this.plans.publish(caller, id), caller);
        this.audit.record(caller, Deed.PAIRED, "plan:" + id);
        return view;
    }

    /** The place to plan for. */
    record AskRequest(@NotNull String division) {}

    /** The family a child and its siblings are to go to; none takes them out. */
    record EditRequest(@Nullable Long familyId) {}

    /** Why a plan goes back. */
    record ReasonRequest(@NotBlank @Size(max = 300) String reason) {}
}
