package org.tongxing.companion.web;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.companion.Accompanied;
import org.tongxing.contract.CompanionEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;

@RestController
@RequiredArgsConstructor
class CompanionController implements CompanionEndpoint {

    private final Accompanied accompanied;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<AccompaniedView> children() {
        PhoneCaller caller = this.current.get();
        Map<Long, List<AccompaniedView>> mine = this.accompanied.of(caller);
        if (!mine.isEmpty()) {
            this.audit.listed(caller, mine.keySet(), "companion");
        }
        return mine.values().stream().flatMap(List::stream).toList();
    }
}
