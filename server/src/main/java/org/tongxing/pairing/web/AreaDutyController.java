package org.tongxing.pairing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.tongxing.helper.Units;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;
import org.tongxing.pairing.AreaDuties;
import org.tongxing.pairing.AreaDuty;
import org.tongxing.region.Divisions;

@RestController
@RequestMapping("/api/admin/area-duties")
@RequiredArgsConstructor
class AreaDutyController {

    private final AreaDuties duties;
    private final Units units;
    private final Divisions divisions;
    private final AuditLog audit;

    @GetMapping
    List<DutyView> below(Caller caller, @RequestParam String division) {
        Scope scope = caller.scope().within(new DivisionCode(division));
        List<AreaDuty> below = this.duties.below(scope);
        Map<String, String> names = this.divisions.names(
                below.stream().map(duty -> duty.village().value()).collect(Collectors.toSet()));
        Map<Long, String> unitNames = this.units.below(caller.scope()).stream()
                .collect(Collectors.toMap(unit -> unit.id().value(), Units.Unit::name));
        return below.stream()
                .map(duty -> new DutyView(
                        duty.id(),
                        duty.unitId(),
                        unitNames.get(duty.unitId()),
                        new VillageView(
                                duty.village().value(), names.get(duty.village().value())),
                        duty.cadreName(),
                        duty.cadreSex(),
                        duty.startsOn(),
                        duty.endsOn()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    void begin(Caller caller, @Valid @RequestBody DutyRequest request) {
        this.duties.begin(
                caller,
                new UnitId(request.unitId()),
                new DivisionCode(request.villageCode()),
                request.cadreName(),
                request.cadreSex(),
                request.startsOn());
        this.audit.record(caller, Deed.CHANGED, "area-duty:" + request.villageCode());
    }

    @PostMapping("/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @Valid @RequestBody DutyEndRequest request) {
        this.duties.end(caller, id, request.endsOn());
        this.audit.record(caller, Deed.CHANGED, "area-duty:" + id);
    }

    /** Which unit answers for which village, by whom. */
    record DutyRequest(
            @NotNull Long unitId,
            @NotBlank String villageCode,
            @NotBlank @Size(max = 80) String cadreName,
            @NotNull Sex cadreSex,
            @NotNull LocalDate startsOn) {}

    /** The first day on which nobody answers any more. */
    record DutyEndRequest(@NotNull LocalDate endsOn) {}

    /** A village as a screen names it. */
    record VillageView(String code, @Nullable String name) {}

    /** An area duty. */
    record DutyView(
            long id,
            long unitId,
            @Nullable String unitName,
            VillageView village,
            String cadreName,
            Sex cadreSex,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}
