package org.tongxing.helper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;

/** Puts a family together from its row, its unit's villages and the checks of its adults. */
@Component
@RequiredArgsConstructor
class FamilyReader {

    private final HelperMapper mapper;
    private final Clock clock;

    /** All families of a scope in two more queries, however many they are. */
    List<CadreFamily> families(List<HelperMapper.FamilyRow> rows, Scope scope) {
        return families(rows, this.mapper.links(scope, null, today()), this.mapper.visitors(scope, null));
    }

    /** The same for some families, wherever they are. */
    List<CadreFamily> families(List<HelperMapper.FamilyRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<Long> units = rows.stream().map(HelperMapper.FamilyRow::unitId).collect(Collectors.toSet());
        Set<Long> ids = rows.stream().map(HelperMapper.FamilyRow::id).collect(Collectors.toSet());
        return families(
                rows,
                this.mapper.links(Scope.everywhere(), units, today()),
                this.mapper.visitors(Scope.everywhere(), ids));
    }

    CadreFamily family(HelperMapper.FamilyRow row) {
        return families(List.of(row)).get(0);
    }

    private static List<CadreFamily> families(
            List<HelperMapper.FamilyRow> rows,
            List<HelperMapper.LinkRow> linked,
            List<HelperMapper.VisitorsRow> checked) {
        Map<Long, List<HelperMapper.LinkRow>> links =
                linked.stream().collect(Collectors.groupingBy(HelperMapper.LinkRow::unitId));
        Map<Long, HelperMapper.VisitorsRow> visitors =
                checked.stream().collect(Collectors.toMap(HelperMapper.VisitorsRow::familyId, row -> row));
        return rows.stream()
                .map(row -> family(row, links.getOrDefault(row.unitId(), List.of()), visitors.get(row.id())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    private static CadreFamily family(
            HelperMapper.FamilyRow row, List<HelperMapper.LinkRow> links, HelperMapper.@Nullable VisitorsRow visitors) {
        DivisionCode own = row.linkedVillage() == null ? null : new DivisionCode(row.linkedVillage());
        Set<DivisionCode> linked = new HashSet<>();
        Set<DivisionCode> supported = new HashSet<>();
        for (HelperMapper.LinkRow link : links) {
            DivisionCode village = new DivisionCode(link.villageCode());
            linked.add(village);
            if (link.supported()) {
                supported.add(village);
            }
        }
        if (own != null) {
            linked.add(own);
        }
        return new CadreFamily(
                new FamilyId(row.id()),
                new UnitId(row.unitId()),
                row.unitName(),
                row.cadreName(),
                Sex.valueOf(row.cadreSex()),
                new DivisionCode(row.divisionCode()),
                own,
                Set.copyOf(linked),
                Set.copyOf(supported),
                row.capacity(),
                FamilyState.valueOf(row.state()),
                row.joinedOn(),
                row.leftOn(),
                visitors == null
                        ? Screening.of(0, 0, 0, null, row.screeningDueOn())
                        : Screening.of(
                                visitors.visitors(),
                                visitors.unscreened(),
                                visitors.barred(),
                                visitors.oldest(),
                                row.screeningDueOn()));
    }
}
