package org.tongxing.contact.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.child.Masks;
import org.tongxing.contact.Festivals;
import org.tongxing.contact.Rhythms;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;

/** Contact between parents and children as supervisors see it: rhythm and gaps, and who has nobody at New Year. */
@RestController
@RequestMapping("/api/admin/contacts")
@RequiredArgsConstructor
class ContactDeskController {

    private final Rhythms rhythms;
    private final Festivals festivals;
    private final Children children;
    private final Divisions divisions;
    private final AuditLog audit;

    /** Children with a parent elsewhere, the longest silence first. */
    @GetMapping("/rhythm")
    RhythmPage rhythm(
            Caller caller,
            @RequestParam String division,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        List<Rhythms.Rhythm> all = this.rhythms.in(scope(caller, division));
        List<Rhythms.Rhythm> shown = cut(all, new Paging(page, size));
        Map<Long, Named> names =
                names(caller, shown.stream().map(one -> one.child().value()).toList());
        return new RhythmPage(
                shown.stream()
                        .map(one -> new RhythmRow(
                                one.child().value(),
                                names.get(one.child().value()).name(),
                                names.get(one.child().value()).village(),
                                one.weeks(),
                                one.lastOn(),
                                one.silentWeeks(),
                                one.confirmed(),
                                one.denied()))
                        .toList(),
                all.size(),
                all.stream().filter(one -> one.silentWeeks() > 0).count());
    }

    /** Children to whom no parent has said to come home for Spring Festival, those with a certain no first [JS-11]. */
    @GetMapping("/festival")
    FestivalPage festival(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable Integer year,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        int asked = year == null ? this.festivals.year() : year;
        List<Festivals.Alone> all = this.festivals.alone(scope(caller, division), asked);
        List<Festivals.Alone> shown = cut(all, new Paging(page, size));
        Map<Long, Named> names =
                names(caller, shown.stream().map(one -> one.child().value()).toList());
        return new FestivalPage(
                asked,
                shown.stream()
                        .map(one -> new FestivalRow(
                                one.child().value(),
                                names.get(one.child().value()).name(),
                                names.get(one.child().value()).village(),
                                one.parents(),
                                one.no(),
                                one.notSure(),
                                one.certain()))
                        .toList(),
                all.size(),
                all.stream().filter(Festivals.Alone::certain).count());
    }

    private static Scope scope(Caller caller, String division) {
        if (caller.role() == Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return caller.scope().within(new DivisionCode(division));
    }

    private Map<Long, Named> names(Caller caller, List<Long> ids) {
        Collection<KnownChild> known = this.children.known(caller.scope(), ids).values();
        Map<String, String> villages = this.divisions.names(
                known.stream().map(child -> child.village().value()).collect(Collectors.toSet()));
        this.audit.record(caller, Deed.LISTED, ids, null);
        return known.stream()
                .collect(Collectors.toMap(
                        child -> child.id().value(),
                        child -> new Named(
                                Masks.name(child.name()),
                                villages.getOrDefault(child.village().value(), ""))));
    }

    private static <T> List<T> cut(List<T> all, Paging paging) {
        int from = (int) Math.min(paging.offset(), all.size());
        return all.subList(from, Math.min(from + paging.size(), all.size()));
    }

    private record Named(String name, String village) {}

    /** A page of children; {@code silent} have gone a whole week without. */
    record RhythmPage(List<RhythmRow> rows, long total, long silent) {}

    /** How often a child heard from its parents; what about is nobody's business. */
    record RhythmRow(
            long childId,
            String name,
            String villageName,
            List<Integer> weeks,
            @Nullable LocalDate lastOn,
            int silentWeeks,
            int confirmed,
            int denied) {}

    /** A page of children; to {@code certain} nobody comes. */
    record FestivalPage(int year, List<FestivalRow> rows, long total, long certain) {}

    /** A child to whom no parent has said to come. */
    record FestivalRow(
            long childId, String name, String villageName, int parents, int no, int notSure, boolean certain) {}
}
