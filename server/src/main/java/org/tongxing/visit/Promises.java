package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Nearness.Standing;

/** Keeps what was promised, between visits too. */
@Service
@Transactional
@RequiredArgsConstructor
public class Promises {

    private final ReadMapper visits;
    private final VisitWriter writer;
    private final Nearness nearness;
    private final Clock clock;

    /** Keeps a promise of the caller's own family or office to a child still visited; kept again it stays kept. */
    public void keep(PhoneCaller caller, long promise) {
        List<ReadMapper.PromiseeRow> made = this.visits.promisees(promise);
        for (ReadMapper.PromiseeRow row : made) {
            Optional<Standing> standing = this.nearness.standing(caller, new ChildId(row.childId()));
            if (standing.filter(one -> isOf(one, row)).isPresent()) {
                this.writer.keepPromises(
                        List.of(promise),
                        row.actor(),
                        row.familyId() == null ? 0 : row.familyId(),
                        List.of(row.childId()),
                        LocalDate.now(this.clock),
                        null,
                        caller.accountId());
                return;
            }
        }
        throw Refusal.notFound("promise", promise);
    }

    private static boolean isOf(Standing standing, ReadMapper.PromiseeRow row) {
        return standing.family() == null
                ? row.familyId() == null && standing.as().name().equals(row.actor())
                : row.familyId() != null && row.familyId() == standing.family().value();
    }
}
