package org.tongxing.contact.web;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contact.Contacts;
import org.tongxing.contract.ContactEndpoint;
import org.tongxing.contract.VisitEndpoint.RecordedView;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.CurrentPhone;

@RestController
@RequiredArgsConstructor
class ContactController implements ContactEndpoint {

    private final Contacts contacts;
    private final CurrentPhone current;
    private final Clock clock;

    @Override
    public List<ContactView> recent(long childId) {
        return this.contacts.recent(this.current.get(), new ChildId(childId)).stream()
                .map(contact -> new ContactView(
                        contact.id(),
                        contact.at().atZone(this.clock.getZone()).toInstant(),
                        contact.kind(),
                        contact.length()))
                .toList();
    }

    @Override
    public RecordedView record(String key, ContactRequest request) {
        return new RecordedView(this.contacts.record(
                this.current.get(),
                key,
                new ChildId(request.childId()),
                request.kind(),
                request.length(),
                request.contactedAt()));
    }

    @Override
    public void undo(long id) {
        this.contacts.undo(this.current.get(), id);
    }
}
