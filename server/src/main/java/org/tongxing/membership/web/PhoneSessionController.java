package org.tongxing.membership.web;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.PhoneSessionEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneAccounts;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneTokens;
import org.tongxing.wechat.WeChat;

@RestController
@RequiredArgsConstructor
class PhoneSessionController implements PhoneSessionEndpoint {

    private final WeChat wechat;
    private final PhoneAccounts accounts;
    private final Memberships memberships;
    private final PhoneTokens tokens;
    private final CurrentPhone current;

    @Override
    public PhoneSessionView open(CodeRequest request) {
        long account = this.accounts.ofWeChat(this.wechat.openid(request.code()));
        PhoneTokens.Token token = this.tokens.issue(account);
        return new PhoneSessionView(
                token.value(), token.expiresAt(), this.memberships.ties(account), this.tokens.vaultKey(account));
    }

    @Override
    public TiesView verifyPhone(CodeRequest request) {
        PhoneCaller caller = this.current.get();
        this.memberships.verified(caller.accountId(), this.wechat.phoneNumber(request.code()));
        return new TiesView(this.memberships.ties(caller.accountId()));
    }

    @Override
    public void close() {
        this.tokens.revoke(this.current.get().token());
    }

    @Override
    public void closeEverywhere() {
        this.tokens.revokeAll(this.current.get().accountId());
    }
}
