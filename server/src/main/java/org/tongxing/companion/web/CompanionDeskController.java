package org.tongxing.companion.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.tongxing.child.Children;
import org.tongxing.child.Masks;
import org.tongxing.companion.Companions;
import org.tongxing.companion.Companions.CompanionOffer;
import org.tongxing.companion.Companionship;
import org.tongxing.companion.Companionship.EndReason;
import org.tongxing.companion.Companionship.Status;
import org.tongxing.companion.Meeting;
import org.tongxing.companion.Meetings;
import org.tongxing.contract.CompanionEndpoint.CompanionKind;
import org.tongxing.contract.CompanionEndpoint.MeetingPlace;
import org.tongxing.contract.CompanionEndpoint.MeetingPresent;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.policy.Finding;

/** Volunteers paired with children, as those see it who arrange it. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class CompanionDeskController {

    private final Companions companions;
    private final Meetings meetings;
    private final Children children;
    private final AuditLog audit;

    /** What waits for another person. */
    @GetMapping("/companions")
    List<CompanionRow> waiting(Caller caller) {
        return listed(caller, this.companions.waiting(caller.scope()));
    }

    @GetMapping("/children/{id}/companions")
    List<CompanionRow> ofChild(Caller caller, @PathVariable long id) {
        this.children.requireAll(caller.scope(), List.of(id));
        return listed(caller, this.companions.ofChild(caller.scope(), new ChildId(id)));
    }

    @GetMapping("/volunteers/{id}/companions")
    List<CompanionRow> ofVolunteer(Caller caller, @PathVariable long id) {
        return listed(caller, this.companions.ofVolunteer(caller.scope(), id));
    }

    /** Who could be with the child, with what the rules say of each. */
    @GetMapping("/children/{id}/companions/offers")
    List<CompanionOfferRow> offers(Caller caller, @PathVariable long id, @RequestParam CompanionKind kind) {
        this.children.requireAll(caller.scope(), List.of(id));
        List<CompanionOfferRow> offers = this.companions.offers(caller.scope(), new ChildId(id), kind).stream()
                .map(CompanionOfferRow::of)
                .toList();
        this.audit.record(caller, Deed.READ, List.of(id), null);
        return offers;
    }

    @PostMapping("/children/{id}/companions")
    @ResponseStatus(HttpStatus.CREATED)
    CompanionRow propose(Caller caller, @PathVariable long id, @Valid @RequestBody CompanionRequest request) {
        Companionship asked = this.companions.propose(
                caller,
                new ChildId(id),
                request.volunteerId(),
                request.kind(),
                request.startsOn(),
                request.plan().strip());
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
        return CompanionRow.of(asked, List.of());
    }

    @PostMapping("/companions/{id}/confirmation")
    CompanionRow confirm(Caller caller, @PathVariable long id) {
        Companionship confirmed = this.companions.confirm(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "companionship:" + id);
        return CompanionRow.of(confirmed, List.of());
    }

    @PostMapping("/companions/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Caller caller, @PathVariable long id, @Valid @RequestBody CompanionRefusal request) {
        this.companions.refuse(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.REFUSED, "companionship:" + id);
    }

    @PostMapping("/companions/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @Valid @RequestBody CompanionEnd request) {
        this.companions.end(caller, id, request.reason());
        this.audit.record(caller, Deed.ENDED, "companionship:" + id);
    }

    private List<CompanionRow> listed(Caller caller, List<Companionship> episodes) {
        this.audit.record(
                caller,
                Deed.LISTED,
                episodes.stream().map(one -> one.child().value()).distinct().toList(),
                null);
        Map<Long, List<Meeting>> met =
                this.meetings.of(episodes.stream().map(Companionship::id).toList());
        return episodes.stream()
                .map(one -> CompanionRow.of(one, met.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** A volunteer proposed for a child; the plan says where and how often, and the volunteer reads it. */
    record CompanionRequest(
            @NotNull Long volunteerId,
            @NotNull CompanionKind kind,
            @NotNull LocalDate startsOn,
            @NotBlank @Size(max = 200) String plan) {}

    /** Why not. */
    record CompanionRefusal(@NotBlank @Size(max = 200) String reason) {}

    /** Why it ends. */
    record CompanionEnd(@NotNull EndReason reason) {}

    /** An episode in a list, names masked. */
    record CompanionRow(
            long id,
            long childId,
            String childName,
            long volunteerId,
            String volunteerName,
            CompanionKind kind,
            Status status,
            String plan,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable EndReason endReason,
            boolean byItself,
            String proposedBy,
            LocalDateTime proposedAt,
            @Nullable String decision,
            List<CompanionMeetingRow> meetings) {

        static CompanionRow of(Companionship one, List<Meeting> met) {
            return new CompanionRow(
                    one.id(),
                    one.child().value(),
                    Masks.name(one.childName()),
                    one.volunteer(),
                    Masks.name(one.volunteerName()),
                    one.kind(),
                    one.status(),
                    one.plan(),
                    one.startsOn(),
                    one.endsOn(),
                    one.endReason(),
                    one.endReason() != null && one.endedBy() == null,
                    one.proposedByName(),
                    one.proposedAt(),
                    one.decision(),
                    met.stream().map(CompanionMeetingRow::of).toList());
        }
    }

    /** What they did together; {@code as} says in which capacity it was told. */
    record CompanionMeetingRow(
            long id, LocalDate on, MeetingPlace place, String did, Set<MeetingPresent> present, TieKind as) {

        static CompanionMeetingRow of(Meeting met) {
            return new CompanionMeetingRow(met.id(), met.on(), met.place(), met.did(), met.present(), met.as());
        }
    }

    /** A volunteer who could be with the child, the name masked. */
    record CompanionOfferRow(
            long volunteerId,
            String name,
            VolunteerKind volunteerKind,
            @Nullable String organisation,
            boolean blocked,
            List<Finding> findings) {

        static CompanionOfferRow of(CompanionOffer offer) {
            return new CompanionOfferRow(
                    offer.volunteer(),
                    Masks.name(offer.name()),
                    offer.kind(),
                    offer.organisation(),
                    offer.isBlocked(),
                    offer.findings());
        }
    }
}
