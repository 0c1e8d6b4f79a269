package org.tongxing.volunteer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.volunteer.Complaints;
import org.tongxing.volunteer.Readiness.Screening;
import org.tongxing.volunteer.Volunteer;
import org.tongxing.volunteer.Volunteer.Standing;
import org.tongxing.volunteer.VolunteerDesk;

@RestController
@RequestMapping("/api/admin/volunteers")
@RequiredArgsConstructor
class VolunteerDeskController {

    private final VolunteerDesk desk;
    private final Complaints complaints;
    private final AuditLog audit;

    @GetMapping
    VolunteerPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(required = false) @Nullable VolunteerKind kind,
            @RequestParam(required = false) @Size(max = 60) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        String beginning = q == null || q.isBlank() ? null : q.strip();
        Page<Volunteer> found = this.desk.list(caller.scope(), standing, kind, beginning, new Paging(page, size));
        return new VolunteerPage(
                found.rows().stream().map(VolunteerRow::of).toList(), found.total(), this.desk.counts(caller.scope()));
    }

    /** One volunteer, the name and number in full: whoever checks somebody has to know who it is. */
    @GetMapping("/{id}")
    VolunteerFile get(Caller caller, @PathVariable long id) {
        Volunteer volunteer = this.desk.get(caller.scope(), id);
        this.audit.record(caller, Deed.READ, "volunteer:" + id);
        return new VolunteerFile(
                VolunteerRow.of(volunteer),
                volunteer.name(),
                volunteer.phone(),
                this.desk.places(caller.scope(), volunteer));
    }

    @PostMapping("/{id}/screenings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void screen(Caller caller, @PathVariable long id, @Valid @RequestBody VolunteerCheck request) {
        this.desk.screen(caller, id, request.on(), request.result());
        this.audit.record(caller, Deed.CHANGED, "volunteer:" + id);
    }

    @PostMapping("/{id}/trainings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void train(Caller caller, @PathVariable long id, @Valid @RequestBody VolunteerTraining request) {
        this.desk.train(caller, id, request.on());
        this.audit.record(caller, Deed.CHANGED, "volunteer:" + id);
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Caller caller, @PathVariable long id) {
        this.desk.confirm(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "volunteer:" + id);
    }

    @PostMapping("/{id}/complaints")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complain(Caller caller, @PathVariable long id, @Valid @RequestBody ComplaintRequest request) {
        this.complaints.raise(caller, id, request.about().strip());
        this.audit.record(caller, Deed.CHANGED, "volunteer:" + id);
    }

    /** The day of 密切接触未成年人行业从业查询 and what it said. */
    record VolunteerCheck(@NotNull LocalDate on, @NotNull Screening result) {}

    /** The day of the yearly training. */
    record VolunteerTraining(@NotNull LocalDate on) {}

    /** What happened, in one or two sentences. */
    record ComplaintRequest(@NotBlank @Size(max = 500) String about) {}

    /** One page, with how many stand where in all. */
    record VolunteerPage(List<VolunteerRow> rows, long total, Map<Standing, Long> counts) {}

    /** A volunteer in a list; name and number masked. */
    record VolunteerRow(
            long id,
            VolunteerKind kind,
            String name,
            @Nullable String organisation,
            @Nullable String phone,
            String places,
            int asking,
            Standing standing,
            @Nullable LocalDate screenedOn,
            @Nullable Screening screening,
            @Nullable LocalDate screenedUntil,
            @Nullable LocalDate trainedUntil,
            int promises,
            boolean samePerson,
            LocalDateTime registeredAt) {

        static VolunteerRow of(Volunteer volunteer) {
            return new VolunteerRow(
                    volunteer.id(),
                    volunteer.kind(),
                    Masks.name(volunteer.name()),
                    volunteer.organisation(),
                    Masks.phone(volunteer.phone()),
                    volunteer.places(),
                    volunteer.asking(),
                    volunteer.standing(),
                    volunteer.readiness().screenedOn(),
                    volunteer.readiness().screening(),
                    volunteer.readiness().screenedUntil(),
                    volunteer.readiness().trainedUntil(),
                    volunteer.promises(),
                    volunteer.samePerson(),
                    volunteer.registeredAt());
        }
    }

    /** A volunteer in full. */
    record VolunteerFile(
            VolunteerRow volunteer,
            String fullName,
            @Nullable String fullPhone,
            List<Volunteer.HelpPlace> places) {}
}
