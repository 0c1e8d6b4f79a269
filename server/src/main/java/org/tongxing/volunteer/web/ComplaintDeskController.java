package org.tongxing.volunteer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.tongxing.child.Masks;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.volunteer.Complaint;
import org.tongxing.volunteer.Complaint.Raiser;
import org.tongxing.volunteer.Complaint.State;
import org.tongxing.volunteer.Complaints;

/** The queue of complaints about volunteers. */
@RestController
@RequestMapping("/api/admin/complaints")
@RequiredArgsConstructor
class ComplaintDeskController {

    private final Complaints complaints;
    private final AuditLog audit;

    @GetMapping
    ComplaintPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Long volunteer,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        Page<Complaint> found = this.complaints.list(scope, state, volunteer, new Paging(page, size));
        return new ComplaintPage(
                found.rows().stream().map(ComplaintRow::of).toList(),
                found.total(),
                this.complaints.counts(scope, volunteer));
    }

    /** One complaint in the words it was made in, with every other one about the same volunteer. */
    @GetMapping("/{id}")
    ComplaintFile get(Caller caller, @PathVariable long id) {
        Complaint complaint = this.complaints.get(caller.scope(), id);
        this.audit.record(caller, Deed.READ, "complaint:" + id);
        return new ComplaintFile(
                complaint.about(),
                complaint.reason(),
                complaint.volunteerName(),
                this.complaints.list(caller.scope(), null, complaint.volunteerId(), new Paging(1, 20)).rows().stream()
                        .filter(other -> other.id() != id)
                        .map(ComplaintRow::of)
                        .toList());
    }

    @PostMapping("/{id}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Caller caller, @PathVariable long id, @Valid @RequestBody ComplaintSettlement request) {
        this.complaints.decide(caller, id, request.founded(), request.reason().strip());
        this.audit.record(caller, Deed.CHANGED, "complaint:" + id);
    }

    /** Whether it was true, and how one knows. */
    record ComplaintSettlement(
            @NotNull Boolean founded,
            @NotBlank @Size(max = 300) String reason) {}

    /** One page, with how many stand where in all. */
    record ComplaintPage(List<ComplaintRow> rows, long total, Map<State, Long> counts) {}

    /** A complaint in a list: about whom, the name masked, and by whom, in a word. */
    record ComplaintRow(
            long id,
            long volunteerId,
            String volunteerName,
            VolunteerKind kind,
            @Nullable String organisation,
            Raiser raisedAs,
            LocalDateTime raisedAt,
            State state,
            @Nullable LocalDateTime settledAt,
            @Nullable String settledBy) {

        static ComplaintRow of(Complaint one) {
            return new ComplaintRow(
                    one.id(),
                    one.volunteerId(),
                    Masks.name(one.volunteerName()),
                    one.kind(),
                    one.organisation(),
                    one.raisedAs(),
                    one.raisedAt(),
                    one.state(),
                    one.settledAt(),
                    one.settledByName());
        }
    }

    /** A complaint in full. */
    record ComplaintFile(String about, @Nullable String reason, String volunteerName, List<ComplaintRow> others) {}
}
