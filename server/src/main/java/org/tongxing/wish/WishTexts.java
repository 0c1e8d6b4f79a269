package org.tongxing.wish;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.membership.PhoneAccounts;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.wechat.TextChecks;
import org.tongxing.wechat.Verdict;

/**
 * Asks WeChat about texts from phones that strangers will read. What it is unsure of waits for the second person like every
 * other text; what it calls risky is refused at once. Texts from the console have no WeChat visit behind them.
 */
@Component
@RequiredArgsConstructor
public class WishTexts {

    private final TextChecks checks;
    private final PhoneAccounts accounts;

    /** Refused when WeChat calls the text risky; never to be called inside a transaction. */
    public void require(PhoneCaller caller, String text) {
        if (isRisky(caller, text)) {
            throw new Refusal(ProblemCode.WORDING_TELLS_TOO_MUCH);
        }
    }

    /** Whether WeChat calls the text risky; never to be called inside a transaction. */
    public boolean isRisky(PhoneCaller caller, String text) {
        String openid = this.accounts.openid(caller.accountId());
        return openid != null && this.checks.check(openid, TextChecks.Scene.SOCIAL_LOG, text) == Verdict.RISKY;
    }
}
