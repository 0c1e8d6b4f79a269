package org.tongxing.helper.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.helper.Families;
import org.tongxing.helper.FamilyAdult;
import org.tongxing.helper.FamilyApplication;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;

@RestController
@RequestMapping("/api/admin/families")
@RequiredArgsConstructor
class FamilyController {

    private final Families families;
    private final AuditLog audit;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IdView apply(Caller caller, @Valid @RequestBody ApplyRequest request) {
        FamilyId id = this.families.apply(caller, request.application());
        this.audit.record(caller, Deed.CHANGED, "family:" + id.value());
        return new IdView(id.value());
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Caller caller, @PathVariable long id) {
        this.families.confirm(caller, new FamilyId(id));
        this.audit.record(caller, Deed.CONFIRMED, "family:" + id);
    }

    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Caller caller, @PathVariable long id, @Valid @RequestBody ReasonRequest request) {
        this.families.refuse(caller, new FamilyId(id), request.reason());
        this.audit.record(caller, Deed.REFUSED, "family:" + id);
    }

    @PostMapping("/{id}/leaving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Caller caller, @PathVariable long id, @Valid @RequestBody LeaveRequest request) {
        this.families.leave(caller, new FamilyId(id), request.on(), request.reason());
        this.audit.record(caller, Deed.CHANGED, "family:" + id);
    }

    @PostMapping("/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comeBack(Caller caller, @PathVariable long id, @Valid @RequestBody DayRequest request) {
        this.families.comeBack(caller, new FamilyId(id), request.on());
        this.audit.record(caller, Deed.CHANGED, "family:" + id);
    }

    @PostMapping("/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(Caller caller, @PathVariable long id, @Valid @RequestBody TransferRequest request) {
        this.families.transfer(
                caller, new FamilyId(id), new UnitId(request.unitId()), village(request.linkedVillage()), request.on());
        this.audit.record(caller, Deed.CHANGED, "family:" + id);
    }

    @PutMapping("/{id}/capacity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resize(Caller caller, @PathVariable long id, @Valid @RequestBody CapacityRequest request) {
        this.families.resize(caller, new FamilyId(id), request.capacity());
        this.audit.record(caller, Deed.CHANGED, "family:" + id);
    }

    @PostMapping("/{id}/adults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void list(Caller caller, @PathVariable long id, @Valid @RequestBody AdultRequest request) {
        this.families.list(caller, new FamilyId(id), request.adult());
        this.audit.record(caller, Deed.CHANGED, "family:" + id);
    }

    @PostMapping("/{id}/adults/{adult}/screening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void screen(
            Caller caller,
            @PathVariable long id,
            @PathVariable long adult,
            @Valid @RequestBody ScreeningRequest request) {
        this.families.screen(caller, new FamilyId(id), adult, request.on(), request.result());
        this.audit.record(caller, Deed.CHANGED, "family:" + id);
    }

    private static @Nullable DivisionCode village(@Nullable String code) {
        return code == null ? null : new DivisionCode(code);
    }

    /** An application: the cadre, the unit, what the family can do, and who else will visit. */
    record ApplyRequest(
            @NotNull Long unitId,
            @NotBlank @Size(max = 80) String cadreName,
            @NotNull Sex cadreSex,
            @Nullable @Size(max = 40) String post,
            @Nullable @Pattern(regexp = "1\\d{10}") String phone,
            @Nullable @Pattern(regexp = "\\d{12}") String linkedVillage,
            @Nullable @Min(0) @Max(20) Integer capacity,
            @Nullable @Size(max = 10) List<@NotNull @Valid AdultRequest> adults) {

        FamilyApplication application() {
            return new FamilyApplication(
                    new UnitId(this.unitId),
                    this.cadreName,
                    this.cadreSex,
                    this.post,
                    this.phone,
                    village(this.linkedVillage),
                    this.capacity,
                    this.adults == null
                            ? List.of()
                            : this.adults.stream().map(AdultRequest::adult).toList());
        }
    }

    /** An adult who will visit. */
    record AdultRequest(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 20) String relation) {

        FamilyApplication.Adult adult() {
            return new FamilyApplication.Adult(this.name, this.relation);
        }
    }

    /** When an adult was checked, and whether he or she may visit. */
    record ScreeningRequest(@NotNull LocalDate on, @NotNull FamilyAdult.Result result) {}

    /** Since when the family is gone, and why. */
    record LeaveRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 300) String reason) {}

    /** To which unit the cadre goes, and which village that unit gives the family. */
    record TransferRequest(
            @NotNull Long unitId,
            @Nullable @Pattern(regexp = "\\d{12}") String linkedVillage,
            @NotNull LocalDate on) {}

    /** A day. */
    record DayRequest(@NotNull LocalDate on) {}

    /** A reason. */
    record ReasonRequest(@NotBlank @Size(max = 300) String reason) {}

    /** How many children the family takes. */
    record CapacityRequest(@NotNull @Min(0) @Max(20) Integer capacity) {}

    /** What was entered. */
    record IdView(long id) {}
}
