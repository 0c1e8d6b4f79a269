package org.tongxing.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VolunteerEndpoint.ConductView;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;
import org.tongxing.contract.VolunteerEndpoint.VolunteerRequest;
import org.tongxing.contract.VolunteerEndpoint.VolunteerView;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.IdNumber;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneAccounts;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.volunteer.Readiness.Screening;

/** Registers those who want to help, and lets them go. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-53")
public class Volunteers {

    private final VolunteerMapper mapper;
    private final Memberships memberships;
    private final PhoneAccounts accounts;
    private final Divisions divisions;
    private final Conduct conduct;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public ConductView code() {
        return this.conduct.text();
    }

    /** The caller's own registration; refused like something that does not exist before there is one. */
    @Transactional(readOnly = true)
    public VolunteerView mine(PhoneCaller caller) {
        VolunteerMapper.Row row = Optional.ofNullable(this.mapper.ofAccount(caller.accountId()))
                .filter(registered -> !registered.gone())
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
        Readiness readiness = readiness(row);
        return new VolunteerView(
                VolunteerKind.valueOf(row.kind()),
                row.name(),
                row.organisation(),
                readiness.screenedUntil(),
                readiness.trainedUntil(),
                readiness.isReadyOn(LocalDate.now(this.clock)),
                row.suspended());
    }

    /** Registers the caller and asks for a place; somebody there checks, trains and confirms. */
    public VolunteerView register(PhoneCaller caller, VolunteerRequest request) {
        if (this.accounts.phone(caller.accountId()) == null) {
            throw new Refusal(ProblemCode.PHONE_NUMBER_NEEDED);
        }
        if (!this.conduct.isInForce(request.codeVersion())) {
            throw new Refusal(ProblemCode.CONSENT_TEXT_OLD);
        }
        IdNumber number = IdNumber.of(request.idNumber()).orElseThrow(() -> new Refusal(ProblemCode.ID_NUMBER_WRONG));
        if (!number.isAdultOn(LocalDate.now(this.clock))) {
            throw new Refusal(ProblemCode.TOO_YOUNG);
        }
        DivisionCode place = place(request.divisionCode());
        this.mapper.register(
                caller.accountId(),
                request.kind().name(),
                request.name().strip(),
                organisation(request),
                Objects.requireNonNull(this.vault.seal(number.value())),
                Objects.requireNonNull(this.vault.digest(number.value())),
                request.codeVersion(),
                LocalDateTime.now(this.clock));
        this.memberships.volunteer(caller.accountId(), place, request.name().strip());
        return mine(caller);
    }

    /** Stops at once: the ties end, the check is forgotten, promises go back. */
    public void leave(PhoneCaller caller) {
        if (this.mapper.leave(caller.accountId(), LocalDateTime.now(this.clock)) == 1) {
            this.memberships.volunteerLeaves(caller.accountId());
            this.events.publishEvent(new VolunteerStopped(caller.accountId()));
        }
    }

    private DivisionCode place(String code) {
        return Optional.of(code)
                .filter(text -> text.matches("\\d{9}"))
                .map(DivisionCode::new)
                .filter(division -> this.divisions.find(division).isPresent())
                .orElseThrow(() -> new Refusal(ProblemCode.INVALID_REQUEST));
    }

    private static @Nullable String organisation(VolunteerRequest request) {
        String name =
                request.organisation() == null ? "" : request.organisation().strip();
        if (name.isEmpty() && request.kind().isOrganisation()) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        return name.isEmpty() ? null : name;
    }

    private static Readiness readiness(VolunteerMapper.Row row) {
        return new Readiness(
                row.screenedOn(),
                row.screening() == null ? null : Screening.valueOf(row.screening()),
                row.trainedOn(),
                row.suspended());
    }
}
