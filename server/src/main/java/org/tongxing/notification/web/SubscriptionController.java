package org.tongxing.notification.web;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.SubscriptionEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.notification.Subscriptions;

@RestController
@RequiredArgsConstructor
class SubscriptionController implements SubscriptionEndpoint {

    private final Subscriptions subscriptions;
    private final CurrentPhone current;

    @Override
    public SubscriptionsView mine() {
        return this.subscriptions.of(this.current.get().accountId());
    }

    @Override
    public SubscriptionsView answered(String key, SubscribeAnswersRequest request) {
        long account = this.current.get().accountId();
        this.subscriptions.answered(account, key, request.answers());
        return this.subscriptions.of(account);
    }

    @Override
    public SubscriptionsView choose(ReminderChoiceRequest request) {
        long account = this.current.get().accountId();
        this.subscriptions.choose(account, request.weeklyOn(), request.muted());
        return this.subscriptions.of(account);
    }
}
