package org.tongxing.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.helper.Units;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;
import org.tongxing.problem.Refusal;

/** Which unit answers for which village, by whom [JB-23]. */
@Service
@Transactional
@RequiredArgsConstructor
public class AreaDuties {

    private final AreaDutyMapper mapper;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public List<AreaDuty> below(Scope scope) {
        return this.mapper.below(scope).stream().map(AreaDuty::of).toList();
    }

    /** Lets a unit answer for a village from a day on; the responsible cadre has a name. */
    @Clause("JB-23")
    public void begin(
            Caller caller, UnitId unit, DivisionCode village, String cadreName, Sex cadreSex, LocalDate startsOn) {
        mayArrange(caller);
        caller.scope().within(village);
        if (village.level() != DivisionCode.Level.VILLAGE) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.units.active(caller.scope(), unit);
        this.mapper.insert(
                unit.value(), village.value(), cadreName, cadreSex.name(), startsOn, caller.accountId(), now());
        this.events.publishEvent(new AreaDutyChanged(village.value()));
    }

    /** Ends a duty; {@code endsOn} is the first day on which nobody answers any more. */
    public void end(Caller caller, long id, LocalDate endsOn) {
        mayArrange(caller);
        AreaDutyMapper.DutyRow row = this.mapper.lock(caller.scope(), id);
        if (row == null) {
            throw Refusal.notFound("duty", id);
        }
        if (row.endsOn() != null && !row.endsOn().isAfter(LocalDate.now(this.clock))) {
            throw new Refusal(ProblemCode.PAIRING_ENDED);
        }
        LocalDate last = endsOn.isBefore(row.startsOn()) ? row.startsOn() : endsOn;
        this.mapper.end(id, last, caller.accountId(), now());
        this.events.publishEvent(new AreaDutyChanged(row.villageCode()));
    }

    private static void mayArrange(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
