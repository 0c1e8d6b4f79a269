package org.tongxing.helper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
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
        Map<Long, List<Linked>> villages = this.links.links(scope, null, LocalDate.now(this.clock)).stream()
                .collect(Collectors.groupingBy(
                        HelperMapper.LinkRow::unitId,
                        Collectors.mapping(
                                row -> new Linked(new DivisionCode(row.villageCode()), row.supported()),
                                Collectors.toList())));
        return this.mapper.below(scope).stream()
                .map(row -> new Unit(
                        new UnitId(row.id()),
                        row.name(),
                        new DivisionCode(row.divisionCode()),
                        row.families(),
                        row.endsOn(),
                        villages.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Enters a unit of a place; a name that is there already is refused. */
    public Unit add(Caller caller, DivisionCode division, String name) {
        mayAdminister(caller);
        UnitMapper.NewUnit unit = new UnitMapper.NewUnit(
                name, caller.scope().within(division).division().value());
        this.mapper.add(unit);
        return get(caller.scope(), new UnitId(unit.getId()));
    }

    /** Gives a unit another name; what it did before stays its own. */
    public Unit rename(Caller caller, UnitId id, String name) {
        mayAdminister(caller);
        Unit unit = get(caller.scope(), id);
        this.mapper.rename(id.value(), name);
        return get(caller.scope(), unit.id());
    }

    /**
     * Ends a unit; refused while families of it help or a village is in its care, because nobody may lose a helper by the way.
     *
     * @param on the first day on which it is no more
     */
    @Clause("JB-31")
    public void end(Caller caller, UnitId id, LocalDate on) {
        mayAdminister(caller);
        Unit unit = get(caller.scope(), id);
        this.mapper.lock(id.value());
        int duties = this.mapper.duties(id.value(), on);
        if (unit.families() > 0 || duties > 0) {
            throw new Refusal(
                    ProblemCode.UNIT_IN_USE,
                    Map.of(unit.families() > 0 ? "families" : "duties", Math.max(unit.families(), duties)));
        }
        this.mapper.unlink(id.value(), on);
        this.mapper.end(id.value(), on);
    }

    /** Every village a unit is or was linked to, the latest first. */
    @Transactional(readOnly = true)
    public List<Link> links(Scope scope, UnitId id) {
        get(scope, id);
        return this.mapper.links(id.value()).stream()
                .map(row ->
                        new Link(new DivisionCode(row.villageCode()), row.supported(), row.startsOn(), row.endsOn()))
                .toList();
    }

    private static void mayAdminister(Caller caller) {
        if (!caller.role().administers()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    @Transactional(readOnly = true)
    public Unit get(Scope scope, UnitId id) {
        UnitMapper.Row row = this.mapper.find(scope, id.value());
        if (row == null) {
            throw Refusal.notFound("unit", id.value());
        }
        List<Linked> villages =
                this.links.links(Scope.everywhere(), List.of(row.id()), LocalDate.now(this.clock)).stream()
                        .map(link -> new Linked(new DivisionCode(link.villageCode()), link.supported()))
                        .toList();
        return new Unit(id, row.name(), new DivisionCode(row.divisionCode()), row.families(), row.endsOn(), villages);
    }

    /** The same, as long as it has not ended: whom it sends must be somebody's. */
    @Transactional(readOnly = true)
    public Unit active(Scope scope, UnitId id) {
        Unit unit = get(scope, id);
        if (unit.endsOn() != null && !unit.endsOn().isAfter(LocalDate.now(this.clock))) {
            throw Refusal.notFound("unit", id.value());
        }
        return unit;
    }

    /** Replaces the villages a unit is linked to, from a day on; what held before stays on file. */
    public Unit link(Caller caller, UnitId id, List<Linked> villages, LocalDate from) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        Unit unit = active(caller.scope(), id);
        villages.forEach(linked -> caller.scope().within(linked.village()));
        this.mapper.unlink(id.value(), from);
        villages.forEach(linked -> this.mapper.link(id.value(), linked.village().value(), linked.supported(), from));
        return get(caller.scope(), unit.id());
    }

    /** A unit, how many families it has sent, the first day on which it is no more, and its villages. */
    public record Unit(
            UnitId id,
            String name,
            DivisionCode division,
            int families,
            @Nullable LocalDate endsOn,
            List<Linked> villages) {}

    /** A village a unit is or was linked to in the days {@code [startsOn, endsOn)}. */
    public record Link(
            DivisionCode village,
            boolean supported,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** A linked village; {@code supported} in 乡村振兴帮扶. */
    public record Linked(DivisionCode village, boolean supported) {}
}
