package org.tongxing.safeguard;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.Memberships;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.safeguard.DangerMapper.DangerRow;

/** Reports of danger on the screens of those on duty: taken up by one, followed by all, and closed with how it ended. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JB-49")
public class DangerDesk {

    private final DangerDeskMapper mapper;
    private final OpenedDangers opened;
    private final Memberships memberships;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What waits for somebody in the caller's place, and the children who are in red there; changes nothing. */
    @Transactional(readOnly = true)
    public Watch watch(Caller caller) {
        List<String> levels = DangerLevel.shownTo(caller.role());
        return new Watch(
                this.opened.of(caller.scope(), this.mapper.waiting(caller.scope(), levels)),
                this.mapper.red(caller.scope(), levels));
    }

    /** These reports are on the caller's screen now; said by the screen itself, so that an answer that got lost tells nobody so. */
    public void received(Caller caller, Collection<Long> reports) {
        if (!reports.isEmpty()) {
            this.mapper.received(caller.scope(), DangerLevel.shownTo(caller.role()), reports, caller, now());
        }
    }

    /** All reports of a place the caller has, those that wait first, with how many there are in each state. */
    @Transactional(readOnly = true)
    public Listed list(Caller caller, Scope scope, @Nullable DangerState state, @Nullable Long child, Paging paging) {
        List<String> levels = DangerLevel.shownTo(caller.role());
        Map<DangerState, Integer> counts = new EnumMap<>(DangerState.class);
        for (DangerState one : DangerState.values()) {
            counts.put(one, 0);
        }
        this.mapper
                .counts(scope, levels, child)
                .forEach(count -> counts.put(DangerState.valueOf(count.state()), count.reports()));
        List<DangerRow> rows = this.mapper.list(scope, levels, state == null ? null : state.name(), child, paging);
        return new Listed(this.opened.of(scope, rows), counts);
    }

    /** One report. */
    @Transactional(readOnly = true)
    public Danger get(Caller caller, long id) {
        return this.opened.of(caller.scope(), List.of(find(caller, id))).get(0);
    }

    /** Takes a report up; refused when somebody else was faster, and the same again when it was the caller. */
    @Clause("GD-17")
    public Danger accept(Caller caller, long id) {
        find(caller, id);
        received(caller, List.of(id));
        if (this.mapper.accept(caller.scope(), id, caller, now()) == 1) {
            this.events.publishEvent(new DangerAccepted(id));
        } else if (this.mapper.acceptedBy(caller.scope(), id, caller.accountId()) == 0) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        return get(caller, id);
    }

    /** Writes down what was done; nothing more once it is closed. */
    public Danger note(Caller caller, long id, String words) {
        if (find(caller, id).closedAt() != null) {
            throw new Refusal(ProblemCode.STALE);
        }
        this.mapper.note(id, Objects.requireNonNull(this.vault.seal(words.strip())), caller, now());
        return get(caller, id);
    }

    /** Closes a report that somebody took up, with how it ended. */
    public Danger close(Caller caller, long id, String outcome) {
        find(caller, id);
        String sealed = Objects.requireNonNull(this.vault.seal(outcome.strip()));
        if (this.mapper.close(caller.scope(), id, sealed, caller, now()) != 1) {
            throw new Refusal(ProblemCode.STALE);
        }
        return get(caller, id);
    }

    /** Opens who reported: the security administrator of the place, and nobody else. */
    @Transactional(readOnly = true)
    public Reporter reporter(Caller caller, long id) {
        if (caller.role() != Role.SECURITY_ADMIN) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        String sealed = this.mapper.reporter(caller.scope(), id);
        if (sealed == null) {
            throw Refusal.notFound("danger", id);
        }
        SealedReporter reporter = SealedReporter.open(this.vault, sealed);
        return new Reporter(this.memberships.person(reporter.account()), reporter.relationEnded());
    }

    private DangerRow find(Caller caller, long id) {
        DangerRow row = this.mapper.find(caller.scope(), DangerLevel.shownTo(caller.role()), id);
        if (row == null) {
            throw Refusal.notFound("danger", id);
        }
        return row;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** Who reported, and whether the tie to the child had ended when the report came. */
    public record Reporter(Memberships.Person person, boolean relationEnded) {}

    /** What waits, and who is in red. */
    public record Watch(List<Danger> waiting, List<Long> red) {}

    /** A page of reports, and how many there are in each state. */
    public record Listed(List<Danger> rows, Map<DangerState, Integer> counts) {}
}
