package org.tongxing.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongxing.activity.Activity.SignUp;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.ActivityEndpoint.ActivityState;
import org.tongxing.contract.ActivityEndpoint.SignUpState;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.Retrying;
import org.tongxing.problem.Refusal;

/** Lets children come, with a guardian's consent and never more than there are places; whoever waits longest moves up. */
@Service
@RequiredArgsConstructor
@Clause("GD-61")
public class SignUps {

    private final SignUpMapper mapper;
    private final ActivityMapper activityMapper;
    private final Activities activities;
    private final ActivityConsent consent;
    private final Children children;
    private final Retrying retrying;
    private final Clock clock;

    /** The caller's own children, as a parent or as whoever looks after them. */
    public Map<Long, KnownChild> childrenOf(PhoneCaller caller) {
        Set<Long> ids =
                caller.guarded().stream().map(PhoneCaller.ConfirmedTie::childId).collect(Collectors.toSet());
        return this.children.known(Scope.ofChildren(ids), ids);
    }

    /** What takes place where the caller's children live, or where the caller may help. */
    public List<Activity> of(PhoneCaller caller) {
        Set<DivisionCode> places = new HashSet<>();
        childrenOf(caller).values().stream()
                .flatMap(child -> Stream.of(child.village(), child.village().at(DivisionCode.Level.TOWNSHIP)))
                .forEach(places::add);
        return this.activities.open(places, HelpingHands.townships(caller));
    }

    /** What was said of these children, by activity and child. */
    public Map<Long, Map<Long, SignUpState>> states(Collection<Long> childIds) {
        Map<Long, Map<Long, SignUpState>> states = new HashMap<>();
        this.mapper
                .ofChildren(childIds)
                .forEach(row -> states.computeIfAbsent(row.activityId(), any -> new HashMap<>())
                        .put(row.childId(), SignUpState.valueOf(row.state())));
        return states;
    }

    /** The children of a scope who come or wait, in the order in which they were signed up. */
    public List<SignUp> ofActivity(Scope scope, long activity) {
        return this.mapper.ofActivity(scope, activity).stream()
                .map(row -> new SignUp(
                        row.activityId(),
                        row.childId(),
                        row.childName(),
                        row.villageCode() == null ? null : new DivisionCode(row.villageCode()),
                        SignUpState.valueOf(row.state()),
                        row.onPaper(),
                        row.consentNote(),
                        row.present()))
                .toList();
    }

    /** Whose child comes or waits, to be told of what becomes of the activity; never to be shown to anybody. */
    public List<Expecting> expecting(long activity) {
        return this.mapper.expecting(activity);
    }

    /** A guardian agrees on a phone. */
    public void signUp(PhoneCaller caller, long id, ChildId child, String consentVersion) {
        var tie = caller.asGuardian(child).orElseThrow(() -> Refusal.notFound("child", child.value()));
        Activity activity = reachable(caller, id, child);
        if (!this.consent.isInForce(consentVersion)) {
            throw new Refusal(ProblemCode.CONSENT_TEXT_OLD);
        }
        sign(
                activity,
                child,
                new SignUpMapper.Consent(consentVersion, caller.accountId(), tie.adultId(), null, null, today()));
    }

    /** A guardian has signed a paper; whoever notes it says where it is. */
    public void signUp(Caller caller, long id, ChildId child, String note) {
        Activity activity = this.activities.get(caller.scope(), id);
        var file = this.children.get(caller.scope(), child);
        if (!activity.forPlace().contains(file.village())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        sign(activity, child, new SignUpMapper.Consent(null, null, null, note, caller.accountId(), today()));
    }

    public void signOff(PhoneCaller caller, long id, ChildId child) {
        caller.asGuardian(child).orElseThrow(() -> Refusal.notFound("child", child.value()));
        signOff(reachable(caller, id, child), child);
    }

    public void signOff(Caller caller, long id, ChildId child) {
        Activity activity = this.activities.get(caller.scope(), id);
        this.children.get(caller.scope(), child);
        signOff(activity, child);
    }

    /** Who was there, of the children of the caller's scope; everybody else who had a place was not. */
    public void attend(Caller caller, long id, Collection<Long> present) {
        Activity activity = this.activities.get(caller.scope(), id);
        if (activity.state() != ActivityState.OPEN && activity.state() != ActivityState.OVER) {
            throw new Refusal(ProblemCode.ACTIVITY_MOVED_ON);
        }
        if (activity.words().startsAt().isAfter(now())) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
        this.children.requireAll(caller.scope(), present);
        this.retrying.transact(() -> this.mapper.attend(caller.scope(), id, present, caller.accountId()));
    }

    private void sign(Activity activity, ChildId child, SignUpMapper.Consent agreed) {
        if (activity.state() != ActivityState.OPEN) {
            throw new Refusal(ProblemCode.ACTIVITY_MOVED_ON);
        }
        long id = activity.id();
        this.retrying.transact(() -> {
            this.activityMapper.lock(id);
            String before = this.mapper.state(id, child.value());
            if (before == null || before.equals(SignUpState.WITHDRAWN.name())) {
                boolean free = this.activityMapper.take(id, now()) == 1;
                SignUpState state = free ? SignUpState.SIGNED : SignUpState.WAITING;
                this.mapper.sign(id, child.value(), state.name(), agreed, now());
            }
            return id;
        });
    }

    private void signOff(Activity activity, ChildId child) {
        if (activity.state() == ActivityState.OVER) {
            throw new Refusal(ProblemCode.ACTIVITY_MOVED_ON);
        }
        long id = activity.id();
        this.retrying.transact(() -> {
            this.activityMapper.lock(id);
            this.mapper.withdraw(id, child.value(), SignUpState.WAITING.name());
            if (this.mapper.withdraw(id, child.value(), SignUpState.SIGNED.name()) == 1
                    && this.mapper.moveUp(id) == 0) {
                this.activityMapper.free(id);
            }
            return id;
        });
    }

    private Activity reachable(PhoneCaller caller, long id, ChildId child) {
        DivisionCode village = childrenOf(caller).get(child.value()).village();
        return of(caller).stream()
                .filter(activity -> activity.id() == id && activity.forPlace().contains(village))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("activity", id));
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /**
     * Somebody who expects an activity to take place.
     *
     * @param phone who has signed the child up, or offered to help; null where a paper was signed
     * @param child null for whoever helps
     */
    public record Expecting(@Nullable Long phone, @Nullable Long child) {}
}
