package org.tongxing.safeguard;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.DangerEndpoint.DutyPhoneView;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;

/** Whom to call: the number of the station on duty, as the nearest place has set it. A local setting, like a figure. */
@Service
@Transactional
@RequiredArgsConstructor
public class DutyPhones {

    private static final DutyPhoneView POLICE = new DutyPhoneView("报警", "110");

    private final DutyPhoneMapper mapper;
    private final Clock clock;

    /** 110 first, then the station of every place the caller is tied to. */
    @Transactional(readOnly = true)
    public List<DutyPhoneView> of(PhoneCaller caller) {
        List<DutyPhoneView> phones = new ArrayList<>();
        phones.add(POLICE);
        caller.ties().stream()
                .map(PhoneCaller.ConfirmedTie::divisionCode)
                .distinct()
                .map(code -> at(new DivisionCode(code)))
                .flatMap(Optional::stream)
                .map(phone -> new DutyPhoneView(phone.name(), phone.phone()))
                .distinct()
                .forEach(phones::add);
        return phones;
    }

    /** The number in force at a place: its own, or that of the nearest place above. */
    @Transactional(readOnly = true)
    public Optional<DutyPhone> at(DivisionCode place) {
        return Optional.ofNullable(this.mapper.nearest(place.value()))
                .map(row -> new DutyPhone(
                        new DivisionCode(row.divisionCode()), row.name(), row.phone(), row.setByName(), row.setAt()));
    }

    /** Sets the number of a place. */
    public void set(Caller caller, DivisionCode place, String name, String phone) {
        if (!caller.role().administers()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        caller.scope().within(place);
        this.mapper.put(place.value(), name.strip(), phone.strip(), caller, LocalDateTime.now(this.clock));
    }

    /** A number with who set it. */
    public record DutyPhone(DivisionCode place, String name, String phone, String setBy, LocalDateTime setAt) {}
}
