package org.tongxing.volunteer.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.contract.VolunteerEndpoint;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.volunteer.Volunteers;

@RestController
@RequiredArgsConstructor
class VolunteerController implements VolunteerEndpoint {

    private final Volunteers volunteers;
    private final CurrentPhone current;

    @Override
    public ConductView code() {
        return this.volunteers.code();
    }

    @Override
    public VolunteerView mine() {
        return this.volunteers.mine(this.current.get());
    }

    @Override
    public VolunteerView register(VolunteerRequest request) {
        return this.volunteers.register(this.current.get(), request);
    }

    @Override
    public List<TownshipView> townships(String q) {
        this.current.get();
        return this.volunteers.townships(q);
    }

    @Override
    public VolunteerView addPlace(String code) {
        return this.volunteers.addPlace(this.current.get(), code);
    }

    @Override
    public VolunteerView leavePlace(String code) {
        return this.volunteers.leavePlace(this.current.get(), code);
    }

    @Override
    public void leave() {
        this.volunteers.leave(this.current.get());
    }
}
