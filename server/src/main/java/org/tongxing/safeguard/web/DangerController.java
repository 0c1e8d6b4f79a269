package org.tongxing.safeguard.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.DangerEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.safeguard.Dangers;
import org.tongxing.safeguard.DutyPhones;

/** The red button. Nothing of a report goes into the audit: who reported stays sealed. */
@RestController
@RequiredArgsConstructor
class DangerController implements DangerEndpoint {

    private final Dangers dangers;
    private final DutyPhones phones;
    private final CurrentPhone current;

    @Override
    public DangerView report(String key, DangerRequest request) {
        return this.dangers.report(this.current.get(), key, request);
    }

    @Override
    public List<DangerView> mine() {
        return this.dangers.mine(this.current.get());
    }

    @Override
    public DangerView get(long id) {
        return this.dangers.get(this.current.get(), id);
    }

    @Override
    public List<DutyPhoneView> phones() {
        return this.phones.of(this.current.get());
    }

    @Override
    public List<Long> children() {
        return this.dangers.near(this.current.get());
    }
}
