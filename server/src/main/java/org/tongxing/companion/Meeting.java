package org.tongxing.companion;

import java.time.LocalDate;
import java.util.Set;
import org.tongxing.contract.CompanionEndpoint.MeetingPlace;
import org.tongxing.contract.CompanionEndpoint.MeetingPresent;
import org.tongxing.contract.CompanionEndpoint.MeetingView;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;

/**
 * What a volunteer and a child did together on a day; nothing that is owed to the child is done by it.
 *
 * @param present the grown-ups who were there beside the volunteer, at least one
 * @param as in which capacity it was told
 */
public record Meeting(
        long id,
        long companionship,
        LocalDate on,
        MeetingPlace place,
        String did,
        Set<MeetingPresent> present,
        TieKind as) {

    /** As it is shown on a phone. */
    public MeetingView view() {
        return new MeetingView(this.id, this.on, this.place, this.did, this.present);
    }
}
