package org.tongxing.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.ChildrenChanged;
import org.tongxing.child.NewChild;
import org.tongxing.child.Newcomers;
import org.tongxing.helper.FamilyIntake;
import org.tongxing.helper.NewFamily;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.roster.reading.Verdict;

/** Takes a previewed roster over in one transaction: whatever happens, all of it is on file or nothing. */
@Component
@RequiredArgsConstructor
class Acceptance {

    private final ImportMapper mapper;
    private final StagedRows staged;
    private final RefusedRows refused;
    private final Newcomers newcomers;
    private final FamilyIntake intake;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional
    public void take(ImportMapper.ImportRow row) {
        if (!this.mapper.lockAccepting(row.divisionCode()).contains(row.id())) {
            throw new Lease.Lost();
        }
        Batch batch = new Batch(row);
        this.staged.forEachChunk(row.id(), batch::take);
        this.events.publishEvent(new ChildrenChanged(List.copyOf(batch.villages)));
        this.mapper.finishAccepting(row.id(), LocalDateTime.now(this.clock));
    }

    private final class Batch {

        private final ImportMapper.ImportRow row;
        private final DivisionCode township;
        private final LocalDate today = LocalDate.now(Acceptance.this.clock);
        private final Set<String> villages = new TreeSet<>();
        private final int usualCapacity;

        Batch(ImportMapper.ImportRow row) {
            this.row = row;
            this.township = new DivisionCode(row.divisionCode());
            this.usualCapacity = Acceptance.this.intake.usualCapacity(this.township);
        }

        void take(List<StagedRowMapper.StagedRow> chunk) {
            List<NewChild> children = new ArrayList<>();
            List<NewFamily> families = new ArrayList<>();
            for (StagedRowMapper.StagedRow staged : chunk) {
                if (staged.verdict() == Verdict.REFUSED) {
                    continue;
                }
                StagedRows.Payload payload = Acceptance.this.staged.open(staged.payload());
                if (payload.child() != null) {
                    children.add(Entries.child(payload.child(), this.today));
                } else if (payload.family() != null) {
                    families.add(Entries.family(payload.family(), this.township, this.usualCapacity, this.today));
                }
            }
            register(children);
            Acceptance.this.intake.enter(this.township, families, this.row.id());
            Acceptance.this.refused.replace(this.row, chunk);
        }

        /** Asks again who is on file: between preview and acceptance somebody else may have registered a child. */
        private void register(List<NewChild> children) {
            List<Newcomers.OnFile> known = Acceptance.this.newcomers.onFile(children);
            List<NewChild> fresh = new ArrayList<>();
            Set<String> numbers = new HashSet<>();
            for (int i = 0; i < children.size(); i++) {
                NewChild child = children.get(i);
                boolean twice = child.idNumber() != null && !numbers.add(child.idNumber());
                if (known.get(i) == Newcomers.OnFile.NO && !twice) {
                    fresh.add(child);
                    this.villages.add(child.village().value());
                }
            }
            Acceptance.this.newcomers.register(fresh, this.row.id(), this.row.acceptedBy());
        }
    }
}
