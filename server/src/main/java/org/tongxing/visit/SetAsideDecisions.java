package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.contract.VisitEndpoint.SetAsideCause;
import org.tongxing.contract.VisitEndpoint.SetAsideState;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.FamilyId;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Nearness.Standing;
import org.tongxing.visit.SetAsideMapper.SetAsideRow;
import org.tongxing.visit.VisitWriter.Letter;
import tools.jackson.databind.json.JsonMapper;

/** Lets a supervisor decide what becomes of something in the inbox: recorded as a visit of its own, or dismissed. */
@Service
@Transactional
@RequiredArgsConstructor
public class SetAsideDecisions {

    private final SetAsideMapper mapper;
    private final VisitRecording recording;
    private final LedgerNotes ledger;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    /**
     * Records it as a visit of its own and answers that, the earlier one stays as it is; or writes what waited into the
     * ledger and answers the visit it belongs to.
     */
    public long record(Caller caller, long id) {
        SetAsideRow row = waiting(caller, id);
        VisitRequest content =
                this.json.readValue(Objects.requireNonNull(this.vault.open(row.contentSealed())), VisitRequest.class);
        if (SetAsideCause.valueOf(row.cause()) == SetAsideCause.FACET_CHANGED) {
            long visit = Objects.requireNonNull(row.visitId());
            this.ledger.writeAnyway(visit, content);
            decide(caller, id, SetAsideState.RECORDED, visit, null);
            return visit;
        }
        // A key of its own: the one it came with belongs to the earlier visit.
        Letter letter = new Letter(row.phoneAccountId(), UUID.randomUUID().toString(), row.contentDigest());
        long visit = this.recording.recordAnyway(letter, standing(row), content);
        decide(caller, id, SetAsideState.RECORDED, visit, null);
        return visit;
    }

    /** Leaves it aside for good, with a reason its author reads. */
    public void dismiss(Caller caller, long id, String reason) {
        SetAsideRow row = waiting(caller, id);
        decide(caller, id, SetAsideState.DISMISSED, row.visitId(), reason);
    }

    private SetAsideRow waiting(Caller caller, long id) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        SetAsideRow row = this.mapper.lock(caller.scope(), id);
        if (row == null) {
            throw Refusal.notFound("set-aside", id);
        }
        return row;
    }

    private void decide(Caller caller, long id, SetAsideState state, @Nullable Long visit, @Nullable String decision) {
        int decided = this.mapper.decide(
                id, state.name(), visit, decision, caller.accountId(), LocalDateTime.now(this.clock));
        if (decided != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
    }

    private static Standing standing(SetAsideRow row) {
        FamilyId family = row.familyId() == null ? null : new FamilyId(row.familyId());
        return new Standing(TieKind.valueOf(row.actor()), family, row.byName(), row.byName());
    }
}
