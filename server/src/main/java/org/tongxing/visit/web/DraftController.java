package org.tongxing.visit.web;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.DraftEndpoint;
import org.tongxing.contract.ProblemCode;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.Drafts;

@RestController
@RequiredArgsConstructor
class DraftController implements DraftEndpoint {

    private final Drafts drafts;
    private final CurrentPhone current;
    private final Clock clock;

    @Override
    public List<DraftView> mine() {
        return this.drafts.of(this.current.get().accountId()).stream()
                .map(this::view)
                .toList();
    }

    @Override
    public DraftView keep(String key, DraftRequest request) {
        PhoneCaller caller = this.current.get();
        if (caller.ties().isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return view(this.drafts.keep(caller.accountId(), key, request.kind(), request.content(), request.revision()));
    }

    @Override
    public void discard(String key) {
        this.drafts.discard(this.current.get().accountId(), key);
    }

    private DraftView view(Drafts.Draft draft) {
        return new DraftView(
                draft.key(),
                draft.kind(),
                draft.content(),
                draft.revision(),
                draft.savedAt().atZone(this.clock.getZone()).toInstant());
    }
}
