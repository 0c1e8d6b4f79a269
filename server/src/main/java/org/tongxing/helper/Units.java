package org.tongxing.helper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.UnitId;
import org.tongxing.problem.Refusal;

/** The units whose cadres help, and the villages they are linked to [JB-25, JB-26]. */
@Service
@Transactional
@RequiredArgsConstructor
public class Units {

    private final UnitMapper mapper;
    private final HelperMapper links;
    private final Clock clock;

    /** The units of a place with their villages of today. */
    @Transactional(readOnly = true)
    public List<Unit> below(Scope scope) {
        Map<Long, List<Linked>> villages =
                this.links.links(scope.division().value(), LocalDate.now(this.clock)).stream()
                        .collect(Collectors.groupingBy(
                                HelperMapper.LinkRow::unitId,
                                Collectors.mapping(
                                        row -> new Linked(new DivisionCode(row.villageCode()), row.supported()),
                                        Collectors.toList())));
        return this.mapper.below(scope.division().value()).stream()
                .filter(row -> scope.unitId() == null || scope.unitId() == row.id())
                .map(row -> new Unit(
                        new UnitId(row.id()),
                        row.name(),
                        new DivisionCode(row.divisionCode()),
                        row.families(),
                        villages.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Unit get(Scope scope, UnitId id) {
        UnitMapper.Row row = this.mapper.find(id.value());
        if (row == null
                || !scope.division().contains(new DivisionCode(row.divisionCode()))
                || (scope.unitId() != null && scope.unitId() != row.id())) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        List<Linked> villages = this.links.linksOf(row.id(), LocalDate.now(this.clock)).stream()
                .map(link -> new Linked(new DivisionCode(link.villageCode()), link.supported()))
                .toList();
        return new Unit(id, row.name(), new DivisionCode(row.divisionCode()), row.families(), villages);
    }

    /** Replaces the villages a unit is linked to, from a day on; what held before stays on file. */
    public Unit link(Caller caller, UnitId id, List<Linked> villages, LocalDate from) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        Unit unit = get(caller.scope(), id);
        villages.forEach(linked -> caller.scope().within(linked.village()));
        this.mapper.unlink(id.value(), from);
        villages.forEach(linked -> this.mapper.link(id.value(), linked.village().value(), linked.supported(), from));
        return get(caller.scope(), unit.id());
    }

    /** A unit, how many families it has sent, and its villages. */
    public record Unit(UnitId id, String name, DivisionCode division, int families, List<Linked> villages) {}

    /** A linked village; {@code supported} in 乡村振兴帮扶. */
    public record Linked(DivisionCode village, boolean supported) {}
}
