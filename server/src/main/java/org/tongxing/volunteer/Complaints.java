package org.tongxing.volunteer;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.region.DivisionMoved;
import org.tongxing.volunteer.Complaint.Raiser;
import org.tongxing.volunteer.Complaint.State;

/** Complaints about volunteers: whoever is complained about is stopped first, and looked into afterwards. */
@Service
@Transactional
@RequiredArgsConstructor
public class Complaints {

    private final ComplaintMapper mapper;
    private final VolunteerDesk desk;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The complaints of a scope: the open ones first, the longest waiting before the others, then the latest settled. */
    @Transactional(readOnly = true)
    public Page<Complaint> list(Scope scope, @Nullable State state, @Nullable Long volunteer, Paging paging) {
        List<Complaint> rows = this.mapper.list(scope, state == null ? null : state.name(), volunteer, paging).stream()
                .map(this::complaint)
                .toList();
        long total = counts(scope, volunteer).entrySet().stream()
                .filter(count -> state == null || count.getKey() == state)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Page<>(rows, total);
    }

    @Transactional(readOnly = true)
    public Map<State, Long> counts(Scope scope, @Nullable Long volunteer) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        Stream.of(State.values()).forEach(state -> counts.put(state, 0L));
        this.mapper.states(scope, volunteer).forEach(row -> counts.put(State.valueOf(row.state()), row.complaints()));
        return counts;
    }

    @Transactional(readOnly = true)
    public Complaint get(Scope scope, long id) {
        return complaint(row(scope, id));
    }

    /** Writes down what was said at the desk. */
    public void raise(Caller caller, long volunteer, String about) {
        Volunteer known = this.desk.get(caller.scope(), volunteer);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        raise(volunteer, known.phoneAccountId(), caller.division(), about, caller.accountId(), null, Raiser.DESK);
    }

    /** Stops the volunteer in the same transaction; refused while the same phone has said so already. */
    void raise(
            long volunteer,
            long account,
            DivisionCode place,
            String about,
            @Nullable Long by,
            @Nullable Long phone,
            Raiser as) {
        String words = Objects.requireNonNull(this.vault.seal(about));
        LocalDateTime now = LocalDateTime.now(this.clock);
        this.mapper.raise(volunteer, place.value(), words, by, phone, as.name(), now);
        stop(volunteer, account, now);
    }

    /**
     * Decides about a complaint, never by whoever made it. When it is true the volunteer stays stopped; when it is not,
     * and no other one holds, help goes on from now.
     */
    public void decide(Caller caller, long id, boolean founded, String reason) {
        ComplaintMapper.Row row = row(caller.scope(), id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        if (!row.state().equals(State.OPEN.name())) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        String words = Objects.requireNonNull(this.vault.seal(reason));
        LocalDateTime now = LocalDateTime.now(this.clock);
        if (this.mapper.settle(id, founded, words, caller.accountId(), now) != 1) {
            throw new Refusal(
                    get(caller.scope(), id).state() == State.OPEN
                            ? ProblemCode.NEEDS_ANOTHER_PERSON
                            : ProblemCode.ALREADY_DECIDED);
        }
        if (founded) {
            stop(row.volunteerId(), row.phoneAccountId(), now);
        } else {
            this.mapper.reinstate(row.volunteerId());
        }
    }

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.move(event.from(), event.into());
    }

    private void stop(long volunteer, long account, LocalDateTime now) {
        if (this.mapper.suspend(volunteer, now) == 1) {
            this.events.publishEvent(new VolunteerStopped(account));
        }
    }

    private ComplaintMapper.Row row(Scope scope, long id) {
        ComplaintMapper.Row row = this.mapper.find(scope, id);
        if (row == null) {
            throw Refusal.notFound("complaint", id);
        }
        return row;
    }

    private Complaint complaint(ComplaintMapper.Row row) {
        return new Complaint(
                row.id(),
                row.volunteerId(),
                row.name(),
                VolunteerKind.valueOf(row.kind()),
                row.organisation(),
                Raiser.valueOf(row.raisedAs()),
                Objects.requireNonNullElse(this.vault.open(row.aboutSealed()), ""),
                row.raisedAt(),
                State.valueOf(row.state()),
                row.settledAt(),
                row.settledByName(),
                this.vault.open(row.reasonSealed()));
    }
}
