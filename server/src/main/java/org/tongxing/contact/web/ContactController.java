package org.tongxing.contact.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contact.ContactConfirmations;
import org.tongxing.contact.Contacts;
import org.tongxing.contact.Festivals;
import org.tongxing.contact.Reminders;
import org.tongxing.contract.ContactEndpoint;
import org.tongxing.contract.VisitEndpoint.ConfirmationRequest;
import org.tongxing.contract.VisitEndpoint.RecordedView;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;

@RestController
@RequiredArgsConstructor
class ContactController implements ContactEndpoint {

    private final Contacts contacts;
    private final ContactConfirmations confirmations;
    private final Reminders reminders;
    private final Festivals festivals;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<ContactView> recent(long childId) {
        return this.contacts.recent(this.current.get(), new ChildId(childId));
    }

    @Override
    public RecordedView record(String key, ContactRequest request) {
        return new RecordedView(this.contacts.record(this.current.get(), key, request));
    }

    @Override
    public void undo(long id) {
        this.contacts.undo(this.current.get(), id);
    }

    @Override
    public List<ContactToConfirmView> toConfirm() {
        PhoneCaller caller = this.current.get();
        List<ContactToConfirmView> waiting = this.confirmations.waiting(caller);
        this.audit.listed(
                caller,
                waiting.stream().map(ContactToConfirmView::childId).distinct().toList(),
                "contacts");
        return waiting;
    }

    @Override
    public void confirm(long id, ConfirmationRequest request) {
        this.confirmations.confirm(this.current.get(), id, request.asTold());
    }

    @Override
    public ReminderView reminder() {
        return new ReminderView(this.reminders.of(this.current.get()).orElse(null));
    }

    @Override
    public ReminderView remind(ReminderRequest request) {
        this.reminders.set(this.current.get(), request.day());
        return new ReminderView(request.day());
    }

    @Override
    public FestivalView festival() {
        return this.festivals.of(this.current.get());
    }

    @Override
    public FestivalView comeHome(FestivalRequest request) {
        PhoneCaller caller = this.current.get();
        this.festivals.answer(caller, new ChildId(request.childId()), request.coming());
        return this.festivals.of(caller);
    }
}
