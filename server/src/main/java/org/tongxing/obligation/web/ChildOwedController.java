package org.tongxing.obligation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.AccountAdministration;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Children;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.obligation.Obligations;
import org.tongxing.obligation.Owed;
import org.tongxing.obligation.PlainDeeds;
import org.tongxing.obligation.VisitWaiver;
import org.tongxing.obligation.Waivers;
import org.tongxing.obligation.web.OwedViews.ChildOwedView;
import org.tongxing.obligation.web.OwedViews.OwedView;
import org.tongxing.obligation.web.OwedViews.WaiverView;
import org.tongxing.policy.DeedKind;

/** What is owed to one child, on which days nobody has to go, and deeds that are recorded here. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class ChildOwedController {

    private final Obligations obligations;
    private final Waivers waivers;
    private final PlainDeeds deeds;
    private final Children children;
    private final Helpers helpers;
    private final AccountAdministration accounts;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping("/children/{id}/owed")
    ChildOwedView owed(Caller caller, @PathVariable long id) {
        ChildId child = new ChildId(id);
        this.children.get(caller.scope(), child);
        List<Owed> owed = this.obligations.about(caller.scope(), child, LocalDate.now(this.clock));
        List<VisitWaiver> waived = this.waivers.of(caller.scope(), child);
        this.audit.record(caller, Deed.READ, List.of(id), null);
        Map<FamilyId, Helpers.Named> families = this.helpers.named(
                caller.scope(),
                owed.stream().map(Owed::family).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<Long> people = new HashSet<>();
        waived.forEach(one -> {
            people.add(one.by());
            if (one.changedBy() != null) {
                people.add(one.changedBy());
            }
        });
        Map<Long, String> names = this.accounts.names(people);
        return new ChildOwedView(
                owed.stream().map(one -> OwedView.of(one, families)).toList(),
                waived.stream().map(one -> WaiverView.of(one, names)).toList(),
                caller.role().arranges());
    }

    @PostMapping("/children/{id}/waivers")
    @ResponseStatus(HttpStatus.CREATED)
    void waive(Caller caller, @PathVariable long id, @Valid @RequestBody VisitWaiverRequest request) {
        this.waivers.waive(
                caller, new ChildId(id), request.reason(), request.detail(), request.from(), request.until());
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
    }

    /** Ends a waiver today, or takes it back. */
    @PostMapping("/children/{id}/waivers/{waiver}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @PathVariable long waiver) {
        this.waivers.end(caller, new ChildId(id), waiver);
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
    }

    @PostMapping("/children/{id}/deeds")
    @ResponseStatus(HttpStatus.CREATED)
    DoneView record(Caller caller, @PathVariable long id, @Valid @RequestBody DoneRequest request) {
        LocalDateTime at = this.deeds.record(caller, request.kind(), new ChildId(id), request.on());
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
        return new DoneView(request.kind(), at);
    }

    @PostMapping("/trainings")
    @ResponseStatus(HttpStatus.CREATED)
    DoneView train(Caller caller, @Valid @RequestBody TrainingRequest request) {
        LocalDateTime at = this.deeds.train(
                caller, request.familyIds().stream().map(FamilyId::new).toList(), request.on());
        this.audit.record(caller, Deed.CHANGED, "training:" + request.on());
        return new DoneView(DeedKind.TRAINING, at);
    }

    /** Takes back what the same person recorded a moment ago. */
    @PostMapping("/deeds/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Caller caller, @Valid @RequestBody DoneView done) {
        this.deeds.undo(caller, done.kind(), done.recordedAt());
        this.audit.record(caller, Deed.CHANGED, "deed:" + done.kind());
    }

    /** Days {@code [from, until)} on which nobody has to go; a word about it when the reason is another one. */
    record VisitWaiverRequest(
            VisitWaiver.@NotNull Reason reason,
            @Nullable @Size(max = 300) String detail,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    /** An update without changes, or guidance for the parents. */
    record DoneRequest(@NotNull DeedKind kind, @NotNull LocalDate on) {}

    /** The families that were there. */
    record TrainingRequest(
            @NotEmpty @Size(max = 500) List<@NotNull Long> familyIds,
            @NotNull LocalDate on) {}

    /** What was recorded, for taking it back. */
    record DoneView(@NotNull DeedKind kind, @NotNull LocalDateTime recordedAt) {}
}
