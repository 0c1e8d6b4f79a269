package org.tongxing.helper.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.tongxing.helper.Units;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.UnitId;
import org.tongxing.region.Divisions;

@RestController
@RequestMapping("/api/admin/units")
@RequiredArgsConstructor
class UnitController {

    private final Units units;
    private final Divisions divisions;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    List<UnitView> below(Caller caller, @RequestParam @Nullable String division) {
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        return views(this.units.below(scope));
    }

    @GetMapping("/{id}")
    UnitFileView get(Caller caller, @PathVariable long id) {
        UnitId unit = new UnitId(id);
        List<Units.Link> links = this.units.links(caller.scope(), unit);
        Map<String, String> names = this.divisions.names(
                links.stream().map(link -> link.village().value()).collect(Collectors.toSet()));
        return new UnitFileView(
                views(List.of(this.units.get(caller.scope(), unit))).get(0),
                links.stream()
                        .map(link -> new UnitLinkView(
                                link.village().value(),
                                names.get(link.village().value()),
                                link.supported(),
                                link.startsOn(),
                                link.endsOn()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UnitView add(Caller caller, @Valid @RequestBody NewUnitRequest request) {
        Units.Unit unit =
                this.units.add(caller, request.division(), request.name().strip());
        this.audit.record(caller, Deed.CHANGED, "unit:" + unit.id().value());
        return views(List.of(unit)).get(0);
    }

    @PutMapping("/{id}/name")
    UnitView rename(Caller caller, @PathVariable long id, @Valid @RequestBody UnitNameRequest request) {
        Units.Unit unit =
                this.units.rename(caller, new UnitId(id), request.name().strip());
        this.audit.record(caller, Deed.CHANGED, "unit:" + id);
        return views(List.of(unit)).get(0);
    }

    @PostMapping("/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @Valid @RequestBody UnitEnding ending) {
        this.units.end(caller, new UnitId(id), ending.on());
        this.audit.record(caller, Deed.CHANGED, "unit:" + id);
    }

    @PutMapping("/{id}/liaison-area")
    UnitView link(Caller caller, @PathVariable long id, @Valid @RequestBody AreaRequest request) {
        Units.Unit unit = this.units.link(
                caller,
                new UnitId(id),
                request.villages().stream()
                        .map(village -> new Units.Linked(
                                new DivisionCode(village.code()), Boolean.TRUE.equals(village.supported())))
                        .toList(),
                request.from() == null ? LocalDate.now(this.clock) : request.from());
        this.audit.record(caller, Deed.CHANGED, "unit:" + id);
        return views(List.of(unit)).get(0);
    }

    private List<UnitView> views(Collection<Units.Unit> all) {
        Map<String, String> names = this.divisions.names(all.stream()
                .flatMap(unit -> Stream.concat(
                        Stream.of(unit.division().value()),
                        unit.villages().stream().map(linked -> linked.village().value())))
                .collect(Collectors.toSet()));
        return all.stream().map(unit -> view(unit, names)).toList();
    }

    private static UnitView view(Units.Unit unit, Map<String, String> names) {
        return new UnitView(
                unit.id().value(),
                unit.name(),
                unit.division().value(),
                names.get(unit.division().value()),
                unit.families(),
                unit.endsOn(),
                unit.villages().stream()
                        .map(linked -> new UnitVillageView(
                                linked.village().value(),
                                names.get(linked.village().value()),
                                linked.supported()))
                        .toList());
    }

    /** A unit to enter. */
    record NewUnitRequest(
            @NotNull DivisionCode division,
            @NotBlank @Size(max = 80) String name) {}

    /** Another name. */
    record UnitNameRequest(@NotBlank @Size(max = 80) String name) {}

    /** The first day on which the unit is no more. */
    record UnitEnding(@NotNull LocalDate on) {}

    /** The villages a unit is linked to from a day on; today when no day is given. */
    record AreaRequest(
            @NotNull @Size(max = 100) List<@NotNull @Valid VillageRequest> villages,
            @Nullable LocalDate from) {}

    /** One of the villages; {@code supported} in 乡村振兴帮扶. */
    record VillageRequest(
            @NotNull @Pattern(regexp = "\\d{12}") String code,
            @Nullable Boolean supported) {}

    /** A unit and its villages. */
    record UnitView(
            long id,
            String name,
            String division,
            @Nullable String divisionName,
            int families,
            @Nullable LocalDate endsOn,
            List<UnitVillageView> villages) {}

    /** A unit with every village it is or was linked to. */
    record UnitFileView(UnitView unit, List<UnitLinkView> links) {}

    /** A link in the days {@code [startsOn, endsOn)}. */
    record UnitLinkView(
            String code,
            @Nullable String name,
            boolean supported,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** A linked village. */
    record UnitVillageView(String code, @Nullable String name, boolean supported) {}
}
