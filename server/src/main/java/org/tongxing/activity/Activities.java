package org.tongxing.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ActivityEndpoint.ActivityKind;
import org.tongxing.contract.ActivityEndpoint.ActivityState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.region.DivisionMoved;

/** Plans activities, and lets people read of them once a second person has read what is said. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("GD-61")
@Clause("SV-22")
@Clause("SV-23")
@Clause("JS-13")
@Clause("JS-16")
@Clause("JS-17")
public class Activities {

    private final ActivityMapper mapper;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The activities that reach a scope: what comes next first, then what is over. */
    @Transactional(readOnly = true)
    public Page<Activity> list(
            Scope scope,
            @Nullable ActivityState state,
            @Nullable ActivityKind kind,
            @Nullable String words,
            Paging paging) {
        String stateName = state == null ? null : state.name();
        String kindName = kind == null ? null : kind.name();
        return new Page<>(
                this.mapper.list(scope, stateName, kindName, words, now(), paging).stream()
                        .map(Activity::of)
                        .toList(),
                this.mapper.count(scope, stateName, kindName, words, now()));
    }

    @Transactional(readOnly = true)
    public Activity get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.find(scope, id, now()))
                .map(Activity::of)
                .orElseThrow(() -> Refusal.notFound("activity", id));
    }

    /** What this year has seen, by kind: safety has to be talked about at least once [GD-63]. */
    @Clause("GD-63")
    @Transactional(readOnly = true)
    public Map<ActivityKind, Long> heldThisYear(Scope scope) {
        Map<ActivityKind, Long> held = new EnumMap<>(ActivityKind.class);
        for (ActivityKind kind : ActivityKind.values()) {
            held.put(kind, 0L);
        }
        LocalDateTime january = LocalDate.now(this.clock).withDayOfYear(1).atStartOfDay();
        this.mapper.held(scope, january, now()).forEach(row -> held.put(ActivityKind.valueOf(row.kind()), row.held()));
        return held;
    }

    /** What takes place in these villages and townships, or anywhere in townships where one helps; a month back. */
    @Transactional(readOnly = true)
    public List<Activity> open(Collection<DivisionCode> places, Collection<DivisionCode> helping) {
        return this.mapper
                .open(
                        places.stream().map(DivisionCode::value).toList(),
                        helping.stream().map(DivisionCode::value).toList(),
                        now().minusMonths(1),
                        now())
                .stream()
                .map(Activity::of)
                .toList();
    }

    /** Plans an activity for the children of a township or village within the caller's scope. */
    public Activity propose(Caller caller, DivisionCode place, Activity.Words words) {
        if (!caller.scope().wholePlace()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        caller.scope().within(place);
        boolean township = place.level() == DivisionCode.Level.TOWNSHIP || place.level() == DivisionCode.Level.VILLAGE;
        if (!township) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        require(words);
        NewId key = new NewId();
        this.mapper.insert(key, place.value(), words, caller.accountId(), now());
        return get(caller.scope(), key.getId());
    }

    /**
     * Changes what nobody outside has read yet.
     *
     * @param version what the writer has read; another one is refused with {@link ProblemCode#STALE}
     */
    public Activity edit(Caller caller, long id, int version, Activity.Words words) {
        Activity activity = own(caller, id);
        require(words);
        if (this.mapper.edit(id, version, words, caller.accountId()) != 1) {
            throw new Refusal(activity.version() == version ? ProblemCode.ACTIVITY_MOVED_ON : ProblemCode.STALE);
        }
        return get(caller.scope(), id);
    }

    /** Lets people read of it; never by the person who wrote it. */
    public void publish(Caller caller, long id) {
        Activity activity = arranged(caller, id);
        if (this.mapper.publish(id, caller.accountId(), now()) != 1) {
            throw new Refusal(
                    activity.state() == ActivityState.PROPOSED
                            ? ProblemCode.NEEDS_ANOTHER_PERSON
                            : ProblemCode.ACTIVITY_MOVED_ON);
        }
    }

    public void giveBack(Caller caller, long id, String reason) {
        arranged(caller, id);
        moved(this.mapper.end(id, ActivityState.RETURNED.name(), reason));
    }

    /** It does not take place; whoever has signed up reads why. */
    public void cancel(Caller caller, long id, String reason) {
        Activity activity = arranged(caller, id);
        if (activity.state() == ActivityState.OVER) {
            throw new Refusal(ProblemCode.ACTIVITY_MOVED_ON);
        }
        moved(this.mapper.end(id, ActivityState.CANCELLED.name(), reason));
        if (activity.state() == ActivityState.OPEN) {
            this.events.publishEvent(
                    new ActivityCancelled(id, activity.forPlace().value()));
        }
    }

    /** The day on which a cancelled activity would have begun; empty once that day is over, or when it was not cancelled. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> calledOff(long id) {
        return Optional.ofNullable(this.mapper.cancelledStart(id))
                .map(LocalDateTime::toLocalDate)
                .filter(day -> !day.isBefore(LocalDate.now(this.clock)));
    }

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.move(event.from(), event.into());
    }

    /** An activity of the place itself, for those who arrange there. */
    Activity arranged(Caller caller, long id) {
        Activity activity = own(caller, id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return activity;
    }

    private Activity own(Caller caller, long id) {
        Activity activity = get(caller.scope(), id);
        caller.scope().within(activity.forPlace());
        return activity;
    }

    private void require(Activity.Words words) {
        if (!words.endsAt().isAfter(words.startsAt()) || words.endsAt().isBefore(now())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        PlainTitles.require(words.kind(), words.title(), Objects.requireNonNullElse(words.banner(), ""), words.about());
    }

    private static void moved(int rows) {
        if (rows != 1) {
            throw new Refusal(ProblemCode.ACTIVITY_MOVED_ON);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
