package org.tongxing.contact;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.Deed;
import org.tongxing.obligation.DeedSource;
import org.tongxing.policy.Actor;
import org.tongxing.policy.DeedKind;

/** The contacts of parents, as deeds that meet what is owed; either parent's call counts. */
@Component
@RequiredArgsConstructor
class ContactDeeds implements DeedSource {

    private final ContactDeedMapper mapper;

    @Override
    public List<Deed> since(Scope scope, LocalDate from) {
        return this.mapper.since(scope, from).stream()
                .map(row -> new Deed(
                        Actor.PARENT,
                        null,
                        new ChildId(row.childId()),
                        DeedKind.CONTACT,
                        row.contactedOn(),
                        Deed.Outcome.DONE))
                .toList();
    }
}
