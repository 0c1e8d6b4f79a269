package org.tongxing.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.PhoneSessionEndpoint.PhoneSessionView;
import org.tongxing.contract.PhoneSessionEndpoint.TiesView;
import org.tongxing.contract.SmsSessionEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneAccounts;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneTokens;
import org.tongxing.membership.SmsCodes;

@RestController
@RequiredArgsConstructor
class SmsSessionController implements SmsSessionEndpoint {

    private final SmsCodes codes;
    private final PhoneAccounts accounts;
    private final Memberships memberships;
    private final PhoneTokens tokens;
    private final CurrentPhone current;
    private final HttpServletRequest http;

    @Override
    public SmsCodeView sendCode(SmsCodeRequest request) {
        SmsCodes.Sent sent = this.codes.send(request.phone(), this.http.getRemoteAddr());
        return new SmsCodeView(sent.againAt(), sent.expiresAt());
    }

    @Override
    public PhoneSessionView open(SmsSignInRequest request) {
        this.codes.use(request.phone(), request.code(), this.http.getRemoteAddr());
        long account = this.accounts.ofNumber(request.phone());
        this.memberships.verified(account, request.phone());
        PhoneTokens.Token token = this.tokens.issue(account);
        return new PhoneSessionView(
                token.value(), token.expiresAt(), this.memberships.ties(account), this.tokens.vaultKey(account));
    }

    @Override
    public TiesView verifyPhone(SmsSignInRequest request) {
        PhoneCaller caller = this.current.get();
        this.codes.use(request.phone(), request.code(), this.http.getRemoteAddr());
        this.memberships.verified(caller.accountId(), request.phone());
        return new TiesView(this.memberships.ties(caller.accountId()));
    }
}
