package org.tongxing.obligation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.Nudge;
import org.tongxing.obligation.Nudges;
import org.tongxing.obligation.OverdueQuestion;
import org.tongxing.obligation.OwedBy;
import org.tongxing.obligation.web.OverdueViews.ActorView;
import org.tongxing.obligation.web.OverdueViews.NudgeView;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.policy.Actor;
import org.tongxing.region.Divisions;

/** The one button, and its history. */
@RestController
@RequestMapping("/api/admin/nudges")
@RequiredArgsConstructor
class NudgeController {

    private final Nudges nudges;
    private final Helpers helpers;
    private final Divisions divisions;
    private final AuditLog audit;

    @PostMapping
    PressedView press(Caller caller, @Valid @RequestBody NudgeRequest request) {
        OverdueController.township(caller, request.division());
        Nudges.Pressed pressed = this.nudges.nudge(
                caller,
                request.division(),
                new OverdueQuestion(
                        OverdueQuestion.Which.OVERDUE,
                        request.actor(),
                        request.clause(),
                        request.familyId(),
                        request.unitId(),
                        null),
                request.only() == null
                        ? null
                        : request.only().stream().map(ActorView::toOwedBy).collect(Collectors.toSet()));
        this.audit.record(caller, Deed.CHANGED, "nudge:" + pressed.batch());
        return new PressedView(
                pressed.batch(),
                pressed.nudged().stream().map(NudgeView::of).toList(),
                pressed.skipped(),
                pressed.undoUntil());
    }

    @PostMapping("/{batch}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Caller caller, @PathVariable String batch) {
        this.nudges.undo(caller, batch);
        this.audit.record(caller, Deed.CHANGED, "nudge:" + batch);
    }

    @GetMapping
    Page<SaidNudgeView> history(
            Caller caller,
            @RequestParam DivisionCode division,
            @RequestParam(defaultValue = "false") boolean unsent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        Scope scope = caller.scope().within(division);
        Page<Nudge> found = this.nudges.history(scope, unsent, new Paging(page, size));
        Map<OwedBy, String> names =
                names(scope, found.rows().stream().map(Nudge::who).collect(Collectors.toSet()));
        return new Page<>(
                found.rows().stream()
                        .map(nudge -> new SaidNudgeView(names.getOrDefault(nudge.who(), ""), NudgeView.of(nudge)))
                        .toList(),
                found.total());
    }

    /** What those who were nudged are called; parents are called nothing but that, for their name would tell the child's. */
    private Map<OwedBy, String> names(Scope scope, Set<OwedBy> actors) {
        Map<OwedBy, String> names = new HashMap<>();
        Map<FamilyId, Helpers.Named> families = this.helpers.named(
                scope,
                actors.stream()
                        .filter(who -> who.kind() == Actor.CADRE_FAMILY)
                        .map(who -> new FamilyId(Long.parseLong(who.id())))
                        .toList());
        Map<String, String> villages = this.divisions.names(actors.stream()
                .filter(who -> who.kind() == Actor.CHILD_DIRECTOR)
                .map(OwedBy::id)
                .toList());
        for (OwedBy who : actors) {
            names.put(
                    who,
                    switch (who.kind()) {
                        case CADRE_FAMILY -> {
                            Helpers.Named family = families.get(new FamilyId(Long.parseLong(who.id())));
                            yield family == null ? "" : family.familyName() + " · " + family.unitName();
                        }
                        case CHILD_DIRECTOR -> villages.getOrDefault(who.id(), "") + "的儿童主任";
                        default -> who.kind().label();
                    });
        }
        return names;
    }

    /**
     * Whom to nudge.
     *
     * @param only these; everybody of the list when missing
     */
    record NudgeRequest(
            @NotNull DivisionCode division,
            @Nullable Actor actor,
            @Nullable @Size(max = 12) String clause,
            @Nullable Long familyId,
            @Nullable Long unitId,
            @Nullable @Size(max = 500) List<@NotNull @Valid ActorView> only) {}

    /** What a press did, and until when it can be taken back. */
    record PressedView(String batch, List<NudgeView> nudged, int skipped, LocalDateTime undoUntil) {}

    /** A nudge of the past, with what the one who was nudged is called. */
    record SaidNudgeView(String name, NudgeView nudge) {}
}
