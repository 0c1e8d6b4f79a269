package org.tongxing.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.ChildrenChanged;
import org.tongxing.child.Newcomers;
import org.tongxing.helper.FamilyIntake;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Lease;

/** Takes a prepared roster over in one short transaction: whatever happens, all of it is on file or nothing. */
@Component
@RequiredArgsConstructor
class TakeOver {

    private final ImportMapper mapper;
    private final StagedRows staged;
    private final RefusedRows refused;
    private final Newcomers newcomers;
    private final FamilyIntake intake;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional
    public void take(ImportMapper.ImportRow row, Lease lease) {
        if (this.mapper.lockAccepting(row.id(), lease.worker()) == null) {
            throw new Lease.Lost();
        }
        List<String> villages = this.newcomers.takeOver(row.id());
        families(row);
        this.refused.settle(row.id());
        this.events.publishEvent(new ChildrenChanged(villages));
        boolean marked = row.notedRows() + row.refusedRows() > 0;
        LocalDate today = LocalDate.now(this.clock);
        this.mapper.finishAccepting(row.id(), LocalDateTime.now(this.clock), marked ? Retention.lastDay(today) : today);
    }

    private void families(ImportMapper.ImportRow row) {
        DivisionCode township = new DivisionCode(row.divisionCode());
        int usualCapacity = this.intake.usualCapacity(township);
        LocalDate today = LocalDate.now(this.clock);
        this.staged.forEachChunkOfFamilies(
                row.id(),
                chunk -> this.intake.enter(
                        township,
                        chunk.stream()
                                .map(family -> Entries.family(family, township, usualCapacity, today))
                                .toList(),
                        row.id()));
    }
}
