package org.tongxing.visit.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.DutyEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Duties;

@RestController
@RequiredArgsConstructor
class DutyController implements DutyEndpoint {

    private final Duties duties;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<DutyView> mine() {
        PhoneCaller caller = this.current.get();
        List<DutyView> mine = this.duties.of(caller);
        this.audit.listed(
                caller, mine.stream().map(duty -> duty.child().id()).distinct().toList(), "duties");
        return mine;
    }
}
