package org.tongxing.pairing;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.problem.Refusal;

/** One family takes over from another in one step, so that the child is never without. */
@Service
@Transactional
@RequiredArgsConstructor
public class Successions {

    private final Pairings pairings;
    private final PairingMapper mapper;

    /**
     * Ends an episode and begins the next family's on the same day; nothing can be waived on the way.
     *
     * @param handOver what the next family should know
     */
    @Clause("JB-31")
    public Pairing replace(
            Caller caller,
            PairingId id,
            FamilyId next,
            LocalDate on,
            Pairing.EndReason reason,
            @Nullable String handOver) {
        Pairing before = this.mapper.find(caller.scope(), id.value());
        if (before == null) {
            throw Refusal.notFound("pairing", id.value());
        }
        this.pairings.end(caller, id, on, reason, handOver);
        Pairing after = this.pairings.pair(caller, new ChildId(before.getChildId()), next, on, List.of());
        after.follows(before);
        this.mapper.save(after);
        return after;
    }
}
