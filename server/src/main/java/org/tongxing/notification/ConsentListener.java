package org.tongxing.notification;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.membership.PhoneAccounts;
import org.tongxing.wechat.ConsentWithdrawn;

/** Counts no consent any more that was taken back in WeChat's settings. */
@Component
@RequiredArgsConstructor
class ConsentListener {

    private final PhoneAccounts accounts;
    private final Subscriptions subscriptions;

    @ApplicationModuleListener
    void on(ConsentWithdrawn event) {
        this.accounts
                .knownByWeChat(event.openid())
                .ifPresent(
                        account -> event.templates().forEach(template -> this.subscriptions.spend(account, template)));
    }
}
