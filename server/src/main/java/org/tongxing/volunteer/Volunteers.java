package org.tongxing.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VolunteerEndpoint.ConductView;
import org.tongxing.contract.VolunteerEndpoint.TownshipView;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;
import org.tongxing.contract.VolunteerEndpoint.VolunteerPlaceView;
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
import org.tongxing.region.DivisionSearch;
import org.tongxing.region.Divisions;
import org.tongxing.volunteer.Readiness.Screening;

/** Registers those who want to help, and lets them go. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-53")
public class Volunteers {

    /** More than anybody can help in. */
    private static final int MOST_PLACES = 10;

    private static final DivisionCode COUNTRY = new DivisionCode("");

    private final VolunteerMapper mapper;
    private final Memberships memberships;
    private final PhoneAccounts accounts;
    private final Divisions divisions;
    private final DivisionSearch search;
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
                row.suspended(),
                this.mapper.places(caller.accountId()).stream()
                        .map(place ->
                                new VolunteerPlaceView(place.code(), place.name(), TieState.valueOf(place.state())))
                        .toList());
    }

    /** Townships by a part of the name; whoever wants to help need not know a code. */
    @Transactional(readOnly = true)
    public List<TownshipView> townships(String typed) {
        return this.search.find(typed, COUNTRY, Set.of(DivisionCode.Level.TOWNSHIP)).stream()
                .map(found -> new TownshipView(
                        found.division().code().value(),
                        Stream.concat(
                                        found.path().stream()
                                                .skip(Math.max(0, found.path().size() - 1)),
                                        Stream.of(found.division().name()))
                                .collect(Collectors.joining())))
                .toList();
    }

    /** Asks for one more place; refused like something that does not exist before there is a registration. */
    public VolunteerView addPlace(PhoneCaller caller, String code) {
        VolunteerView registered = mine(caller);
        DivisionCode place = place(code);
        if (registered.places().stream()
                        .filter(one -> one.state() != TieState.REVOKED)
                        .count()
                >= MOST_PLACES) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.memberships.volunteer(caller.accountId(), place, registered.name());
        return mine(caller);
    }

    /** Stops helping in one place; the clock puts back what was promised there. */
    public VolunteerView leavePlace(PhoneCaller caller, String code) {
        if (this.memberships.volunteerLeaves(caller.accountId(), place(code)) != 1) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        this.events.publishEvent(new VolunteerLeftPlace(caller.accountId()));
        return mine(caller);
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
                number.sex().name(),
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
