package org.tongxing.volunteer.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.ComplaintEndpoint;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.volunteer.HelpReceived;

@RestController
@RequiredArgsConstructor
class ComplaintController implements ComplaintEndpoint {

    private final HelpReceived help;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<HelpView> ofChild(long childId) {
        PhoneCaller caller = this.current.get();
        List<HelpView> received = this.help.of(caller, new ChildId(childId));
        this.audit.read(caller, childId, "help received");
        return received;
    }

    @Override
    public void complain(long childId, HelpComplaint request) {
        PhoneCaller caller = this.current.get();
        this.help.complain(
                caller,
                new ChildId(childId),
                request.volunteer(),
                request.about().strip());
        this.audit.changed(caller, List.of(childId), "complaint");
    }
}
