package org.tongxing.board.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.board.ChildNeeds;
import org.tongxing.board.Need;
import org.tongxing.contract.NeedEndpoint;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.wish.WishTexts;

@RestController
@RequiredArgsConstructor
class ChildNeedController implements NeedEndpoint {

    private final ChildNeeds needs;
    private final WishTexts texts;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<ChildNeedView> ofChild(long childId) {
        PhoneCaller caller = this.current.get();
        List<Need> found = this.needs.ofChild(caller, new ChildId(childId));
        this.audit.read(caller, childId, "needs");
        return found.stream().map(ChildNeedController::view).toList();
    }

    @Override
    public ChildNeedView raise(long childId, NeedRequest request) {
        PhoneCaller caller = this.current.get();
        this.needs.requireNear(caller, new ChildId(childId));
        this.texts.require(caller, text(request.need()));
        Need need = this.needs.raise(caller, new ChildId(childId), request.difficultyId(), request.need());
        this.audit.changed(caller, List.of(childId), "need");
        return view(need);
    }

    @Override
    public ChildNeedView again(long id, NeedAgain request) {
        PhoneCaller caller = this.current.get();
        this.needs.get(caller, id);
        this.texts.require(caller, text(request.need()));
        Need need = this.needs.again(caller, id, request.version(), request.need());
        this.audit.changed(caller, List.of(need.child().value()), "need");
        return view(need);
    }

    private static String text(PlainNeed need) {
        return need.what() + " " + (need.purpose() == null ? "" : need.purpose());
    }

    private static ChildNeedView view(Need need) {
        return new ChildNeedView(
                need.id(),
                need.difficulty(),
                need.category(),
                need.what(),
                need.purpose(),
                need.quantity(),
                need.docked(),
                need.measure(),
                need.untilOn(),
                NeedState.valueOf(need.state().name()),
                need.saidFor(),
                need.version());
    }
}
