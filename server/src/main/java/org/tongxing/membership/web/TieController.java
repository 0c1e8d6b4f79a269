package org.tongxing.membership.web;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.PhoneSessionEndpoint.TiesView;
import org.tongxing.contract.TieEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneAccounts;

@RestController
@RequiredArgsConstructor
class TieController implements TieEndpoint {

    private final Memberships memberships;
    private final PhoneAccounts accounts;
    private final CurrentPhone current;

    @Override
    public TiesView ties() {
        return new TiesView(this.current.ties());
    }

    @Override
    public void leave(long id) {
        this.memberships.leave(this.current.get().accountId(), id);
    }

    @Override
    public void unbind() {
        this.accounts.close(this.current.get().accountId());
    }
}
