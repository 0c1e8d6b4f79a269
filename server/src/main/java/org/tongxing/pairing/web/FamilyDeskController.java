package org.tongxing.pairing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.child.Masks;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.Families;
import org.tongxing.helper.FamilyAdult;
import org.tongxing.helper.FamilyMove;
import org.tongxing.helper.FamilyState;
import org.tongxing.helper.Helpers;
import org.tongxing.helper.Screening;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairing;
import org.tongxing.pairing.PairingHistory;
import org.tongxing.pairing.Pairings;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.region.Divisions;

/** Families as the desk sees them: with their load and the children they have. */
@RestController
@RequestMapping("/api/admin/families")
@RequiredArgsConstructor
class FamilyDeskController {

    private final Helpers helpers;
    private final Families families;
    private final Pairings pairings;
    private final PairingHistory history;
    private final Children children;
    private final Divisions divisions;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    Page<FamilyRow> find(
            Caller caller,
            @RequestParam @Nullable String division,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Long unit,
            @RequestParam(defaultValue = "false") boolean free,
            @RequestParam @Nullable FamilyState state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        Map<FamilyId, Integer> loads = this.pairings.loads(scope);
        LocalDate today = LocalDate.now(this.clock);
        List<CadreFamily> found = this.helpers.all(scope).stream()
                .filter(family -> q == null || q.isBlank() || family.cadreName().contains(q.strip()))
                .filter(family -> unit == null || family.unit().value() == unit)
                .filter(family -> state == null || family.state() == state)
                .filter(family -> !free
                        || (family.takesPartOn(today)
                                && !family.screening().blocksOn(today)
                                && loads.getOrDefault(family.id(), 0) < family.capacity()))
                .toList();
        Paging paging = new Paging(page, size);
        List<CadreFamily> shown =
                found.stream().skip(paging.offset()).limit(paging.size()).toList();
        Map<String, String> names = names(shown);
        return new Page<>(
                shown.stream()
                        .map(family -> row(family, loads.getOrDefault(family.id(), 0), names, today))
                        .toList(),
                found.size());
    }

    @GetMapping("/{id}")
    FamilyView get(Caller caller, @PathVariable long id) {
        FamilyId familyId = new FamilyId(id);
        CadreFamily family = this.helpers.get(caller.scope(), familyId);
        LocalDate today = LocalDate.now(this.clock);
        List<ChildLine> lines = lines(caller.scope(), familyId, today);
        this.audit.record(caller, Deed.LISTED, lines.stream().map(ChildLine::id).toList(), null);
        return new FamilyView(
                row(family, this.pairings.load(familyId), names(List.of(family)), today),
                this.families.adults(caller.scope(), familyId),
                lines,
                this.families.history(caller.scope(), familyId));
    }

    /** A child that moved out of the reader's scope is no longer shown to him. */
    private List<ChildLine> lines(Scope scope, FamilyId family, LocalDate today) {
        List<Episode> episodes = this.history.ofFamily(scope, family);
        Map<Long, KnownChild> children = this.children.known(
                scope, episodes.stream().map(episode -> episode.child().value()).collect(Collectors.toSet()));
        return episodes.stream()
                .map(episode -> line(children.get(episode.child().value()), episode, today))
                .toList();
    }

    private static ChildLine line(KnownChild child, Episode episode, LocalDate today) {
        return new ChildLine(
                child.id().value(),
                Masks.name(child.name()),
                child.sex(),
                Period.between(child.birthOn(), today).getYears(),
                episode.id().value(),
                episode.startsOn(),
                episode.endsOn(),
                episode.endReason());
    }

    private Map<String, String> names(List<CadreFamily> families) {
        return this.divisions.names(families.stream()
                .flatMap(family -> Stream.ofNullable(family.linkedVillage()))
                .map(DivisionCode::value)
                .collect(Collectors.toSet()));
    }

    private static FamilyRow row(CadreFamily family, int load, Map<String, String> names, LocalDate today) {
        DivisionCode village = family.linkedVillage();
        Screening screening = family.screening();
        return new FamilyRow(
                family.id().value(),
                family.familyName(),
                family.cadreName(),
                family.cadreSex(),
                new FamilyUnitView(family.unit().value(), family.unitName()),
                village == null ? null : new VillageView(village.value(), names.get(village.value())),
                load,
                family.capacity(),
                family.state(),
                family.joinedOn(),
                family.leftOn(),
                new ScreeningView(
                        screening.stateOn(today),
                        screening.until(),
                        screening.dueOn(),
                        screening.blocksOn(today),
                        screening.text(today)));
    }

    /** A family in a list. */
    record FamilyRow(
            long id,
            String familyName,
            String cadreName,
            Sex sex,
            FamilyUnitView unit,
            @Nullable VillageView linkedVillage,
            int load,
            int capacity,
            FamilyState state,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            ScreeningView screening) {}

    /** A family with everybody in it and around it. */
    record FamilyView(FamilyRow family, List<FamilyAdult> adults, List<ChildLine> children, List<FamilyMove> history) {}

    /** A unit's id and name. */
    record FamilyUnitView(long id, String name) {}

    /** A village as a screen names it. */
    record VillageView(String code, @Nullable String name) {}

    /** Where the yearly check stands. */
    record ScreeningView(
            Screening.State state,
            @Nullable LocalDate until,
            @Nullable LocalDate dueOn,
            boolean blocks,
            String text) {}

    /** A child the family has or had, masked. */
    record ChildLine(
            long id,
            String name,
            Sex sex,
            int age,
            long pairingId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Pairing.@Nullable EndReason endReason) {}
}
