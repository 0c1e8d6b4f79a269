package org.tongxing.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.VisitContent.FoundNeed;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.NeedsFound;
import org.tongxing.wish.WishTexts;

/** Hangs what visits found missing on the board, for a second person to read first. */
@Component
@RequiredArgsConstructor
@Clause("JB-54")
class FoundNeeds implements NeedsFound {

    private final Needs needs;
    private final NeedMapper mapper;
    private final WishTexts texts;
    private final Clock clock;

    @Override
    public void found(long visit, long phoneAccount, List<FoundNeed> found) {
        LocalDate today = LocalDate.now(this.clock);
        Writer writer = new Writer(null, phoneAccount);
        found.forEach(
                one -> this.needs.take(visit, writer, new ChildId(one.childId()), Need.Words.from(today, one.need())));
    }

    @Override
    public void check(PhoneCaller caller, long visit) {
        for (NeedMapper.Text text : this.mapper.unread(visit, caller.accountId())) {
            String words = text.what() + " " + (text.purpose() == null ? "" : text.purpose());
            if (this.texts.isRisky(caller, words)) {
                this.mapper.giveBack(text.id(), NeedWording.RISKY);
            }
        }
    }
}
