package org.tongxing.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.MembershipDesk;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.volunteer.Readiness.Screening;
import org.tongxing.volunteer.Volunteer.Standing;

/** Checks, trains, confirms and stops volunteers, for those who arrange help in a place. */
@Service
@Transactional
@RequiredArgsConstructor
public class VolunteerDesk {

    private final VolunteerDeskMapper mapper;
    private final MembershipDesk ties;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The volunteers of a scope, the newest first. */
    @Transactional(readOnly = true)
    public Page<Volunteer> list(
            Scope scope,
            @Nullable Standing standing,
            @Nullable VolunteerKind kind,
            @Nullable String beginning,
            Paging paging) {
        VolunteerDeskMapper.Filter filter = new VolunteerDeskMapper.Filter(
                standing == null ? null : standing.name(), kind == null ? null : kind.name(), beginning);
        return new Page<>(
                this.mapper.list(scope, filter, today(), paging).stream()
                        .map(this::volunteer)
                        .toList(),
                this.mapper.count(scope, filter, today()));
    }

    /** How many stand where. */
    @Transactional(readOnly = true)
    public Map<Standing, Long> counts(Scope scope) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        Stream.of(Standing.values()).forEach(standing -> counts.put(standing, 0L));
        this.mapper
                .standings(scope, today())
                .forEach(row -> counts.put(Standing.valueOf(row.standing()), row.volunteers()));
        return counts;
    }

    @Transactional(readOnly = true)
    public Volunteer get(Scope scope, long id) {
        return volunteer(row(scope, id));
    }

    /** Where in a scope a volunteer helps or wants to. */
    @Transactional(readOnly = true)
    public List<Volunteer.HelpPlace> places(Scope scope, Volunteer volunteer) {
        return this.mapper.places(scope, volunteer.phoneAccountId()).stream()
                .map(row -> new Volunteer.HelpPlace(row.tie(), row.name(), TieState.valueOf(row.state())))
                .toList();
    }

    /** Records day and result of the yearly check, nothing else of it; whoever is barred loses access at once. */
    public void screen(Caller caller, long id, LocalDate on, Screening result) {
        VolunteerDeskMapper.Row row = mine(caller, id);
        requirePast(on);
        this.mapper.screen(id, on, result.name(), caller.accountId());
        if (result == Screening.BARRED) {
            this.events.publishEvent(new VolunteerStopped(row.phoneAccountId()));
        }
    }

    public void train(Caller caller, long id, LocalDate on) {
        mine(caller, id);
        requirePast(on);
        this.mapper.train(id, on, caller.accountId());
    }

    /** Lets a volunteer help in every place of the caller's scope that was asked for; refused before it is ready. */
    public void confirm(Caller caller, long id) {
        VolunteerDeskMapper.Row row = mine(caller, id);
        List<Long> requests = this.mapper.requests(caller.scope(), row.phoneAccountId());
        if (requests.isEmpty()) {
            throw new Refusal(ProblemCode.MEMBERSHIP_DECIDED);
        }
        requests.forEach(request -> this.ties.confirm(caller, request));
    }

    private VolunteerDeskMapper.Row mine(Caller caller, long id) {
        VolunteerDeskMapper.Row row = row(caller.scope(), id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return row;
    }

    private VolunteerDeskMapper.Row row(Scope scope, long id) {
        VolunteerDeskMapper.Row row = this.mapper.find(scope, id, today());
        if (row == null) {
            throw Refusal.notFound("volunteer", id);
        }
        return row;
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(today()) || day.isBefore(today().minusYears(2))) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
    }

    private Volunteer volunteer(VolunteerDeskMapper.Row row) {
        return new Volunteer(
                row.id(),
                row.phoneAccountId(),
                VolunteerKind.valueOf(row.kind()),
                row.name(),
                row.organisation(),
                this.vault.open(row.phoneSealed()),
                new Readiness(
                        row.screenedOn(),
                        row.screening() == null ? null : Screening.valueOf(row.screening()),
                        row.trainedOn(),
                        row.suspendedAt() != null),
                Standing.valueOf(row.standing()),
                Objects.requireNonNullElse(row.places(), ""),
                row.asking(),
                row.promises(),
                row.samePerson() > 0,
                row.registeredAt());
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }
}
