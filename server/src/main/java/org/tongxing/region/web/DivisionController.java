package org.tongxing.region.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Division;
import org.tongxing.region.DivisionChanges;
import org.tongxing.region.DivisionSearch;
import org.tongxing.region.Divisions;

@RestController
@RequestMapping("/api/admin/divisions")
@RequiredArgsConstructor
class DivisionController {

    private final Divisions divisions;
    private final DivisionChanges changes;
    private final DivisionSearch search;
    private final AuditLog audit;

    /** Names of places are public; whoever asks beyond the own place is shown no place below a county. */
    @GetMapping
    List<FoundView> find(
            Caller caller,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable DivisionCode within,
            @RequestParam(required = false) @Nullable Set<DivisionCode.Level> levels) {
        DivisionCode reach = within == null ? new DivisionCode("") : within;
        boolean own = caller.division().contains(reach);
        Set<DivisionCode.Level> wanted = EnumSet.allOf(DivisionCode.Level.class);
        if (levels != null && !levels.isEmpty()) {
            wanted.retainAll(levels);
        }
        if (!own) {
            wanted.removeAll(Set.of(DivisionCode.Level.TOWNSHIP, DivisionCode.Level.VILLAGE));
        }
        return wanted.isEmpty()
                ? List.of()
                : this.search.find(q, reach, wanted).stream().map(FoundView::of).toList();
    }

    @GetMapping("/{code}")
    DivisionView get(Caller caller, @PathVariable DivisionCode code) {
        DivisionCode asked = caller.scope().within(code).division();
        Division division = this.divisions.get(asked);
        DivisionChanges.History history = this.changes.history(asked);
        return new DivisionView(
                division.code().value(),
                division.name(),
                division.level(),
                this.divisions.ancestors(asked).stream().map(DivisionRef::of).toList(),
                this.divisions.children(asked).stream().map(DivisionRef::of).toList(),
                history.startsOn(),
                history.endsOn(),
                history.successor(),
                history.local(),
                history.names());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CITY_ADMIN", "PROVINCE_ADMIN"})
    DivisionRef add(Caller caller, @Valid @RequestBody Addition addition) {
        DivisionCode code =
                this.changes.add(caller, addition.parent(), addition.name().strip(), addition.startsOn());
        this.audit.record(caller, Deed.CHANGED, "division:" + code);
        return DivisionRef.of(this.divisions.get(code));
    }

    @PutMapping("/{code}/name")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CITY_ADMIN", "PROVINCE_ADMIN"})
    void rename(Caller caller, @PathVariable DivisionCode code, @Valid @RequestBody Renaming renaming) {
        this.changes.rename(caller, code, renaming.name().strip(), renaming.from());
        this.audit.record(caller, Deed.CHANGED, "division:" + code);
    }

    @PostMapping("/{code}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CITY_ADMIN", "PROVINCE_ADMIN"})
    void end(Caller caller, @PathVariable DivisionCode code, @Valid @RequestBody Ending ending) {
        this.changes.end(caller, code, ending.on());
        this.audit.record(caller, Deed.CHANGED, "division:" + code);
    }

    @PostMapping("/{code}/merger")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CITY_ADMIN", "PROVINCE_ADMIN"})
    void merge(Caller caller, @PathVariable DivisionCode code, @Valid @RequestBody Merger merger) {
        this.changes.merge(caller, code, merger.into(), merger.on());
        this.audit.record(caller, Deed.CHANGED, "division:" + code);
    }

    /** A division to enter below another one. */
    record Addition(
            @NotNull DivisionCode parent,
            @NotBlank @Size(max = 60) String name,
            @NotNull LocalDate startsOn) {}

    /** Another name from a day on. */
    record Renaming(
            @NotBlank @Size(max = 60) String name, @NotNull LocalDate from) {}

    /** The first day on which a division is no more. */
    record Ending(@NotNull LocalDate on) {}

    /** What a division becomes a part of, and when. */
    record Merger(@NotNull DivisionCode into, @NotNull LocalDate on) {}

    /** A division with its way up and its next level down. */
    record DivisionView(
            String code,
            String name,
            DivisionCode.Level level,
            List<DivisionRef> ancestors,
            List<DivisionRef> children,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String successor,
            boolean local,
            List<DivisionChanges.Named> names) {}

    /** A division that was searched for, with the names of those above it, the province first. */
    record FoundView(String code, String name, DivisionCode.Level level, List<String> path) {

        static FoundView of(DivisionSearch.Found found) {
            Division division = found.division();
            return new FoundView(division.code().value(), division.name(), division.level(), found.path());
        }
    }

    /** A division in a list. */
    record DivisionRef(String code, String name, DivisionCode.Level level) {

        static DivisionRef of(Division division) {
            return new DivisionRef(division.code().value(), division.name(), division.level());
        }
    }
}
