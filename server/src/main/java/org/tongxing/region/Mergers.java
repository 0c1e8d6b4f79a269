package org.tongxing.region;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.DivisionCode;

/**
 * Carries the people of merged divisions over once the day has come. The villages of a merged township live on under
 * local codes of the township they went to, for a code tells where a village belongs.
 */
@Component
@RequiredArgsConstructor
class Mergers {

    private final DivisionChangeMapper mapper;
    private final ApplicationEventPublisher events;

    @Transactional
    void carryOut(LocalDate today) {
        for (DivisionChangeMapper.Row due : this.mapper.due(today)) {
            if (due.endsOn() != null && due.successorCode() != null) {
                move(due, new DivisionCode(due.successorCode()), due.endsOn(), today);
            }
        }
    }

    private void move(DivisionChangeMapper.Row from, DivisionCode into, LocalDate on, LocalDate today) {
        for (DivisionChangeMapper.Row part : this.mapper.living(from.code(), on)) {
            DivisionCode code = LocalCodes.next(into, this.mapper.lastLocal(into.value()));
            this.mapper.add(code.value(), part.name(), code.level().name(), into.value(), on);
            this.mapper.end(part.code(), on, code.value());
            move(part, code, on, today);
        }
        this.mapper.moved(from.code(), today);
        this.events.publishEvent(new DivisionMoved(from.code(), into.value()));
    }
}
