package org.tongxing.activity.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.activity.Activity;
import org.tongxing.activity.ActivityConsent;
import org.tongxing.activity.HelpingHands;
import org.tongxing.activity.SignUps;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.ActivityEndpoint;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;

@RestController
@RequiredArgsConstructor
class ActivityController implements ActivityEndpoint {

    private final SignUps signUps;
    private final HelpingHands hands;
    private final ActivityConsent consent;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<ActivityView> activities() {
        PhoneCaller caller = this.current.get();
        Map<Long, KnownChild> children = this.signUps.childrenOf(caller);
        this.audit.listed(caller, children.keySet(), "activities");
        Map<Long, Map<Long, SignUpState>> states = this.signUps.states(children.keySet());
        Map<Long, HelperState> helping = this.hands.of(caller);
        Set<DivisionCode> townships = HelpingHands.townships(caller);
        return this.signUps.of(caller).stream()
                .map(activity -> view(
                        activity,
                        children.values().stream()
                                .filter(child -> activity.forPlace().contains(child.village()))
                                .map(child -> new ActivityChildView(
                                        child.id().value(),
                                        child.petName(),
                                        states.getOrDefault(activity.id(), Map.of())
                                                .get(child.id().value())))
                                .toList(),
                        townships.contains(activity.forPlace().at(DivisionCode.Level.TOWNSHIP)),
                        helping.get(activity.id())))
                .toList();
    }

    @Override
    public ActivityConsentView consent() {
        return this.consent.text();
    }

    @Override
    public ActivityView signUp(long id, long childId, ActivitySignUpRequest request) {
        PhoneCaller caller = this.current.get();
        this.signUps.signUp(caller, id, new ChildId(childId), request.consentVersion());
        this.audit.changed(caller, List.of(childId), "activity:" + id);
        return mine(id);
    }

    @Override
    public void signOff(long id, long childId) {
        PhoneCaller caller = this.current.get();
        this.signUps.signOff(caller, id, new ChildId(childId));
        this.audit.changed(caller, List.of(childId), "activity:" + id);
    }

    @Override
    public ActivityView help(long id) {
        this.hands.help(this.current.get(), id);
        return mine(id);
    }

    @Override
    public void helpNot(long id) {
        this.hands.helpNot(this.current.get(), id);
    }

    private ActivityView mine(long id) {
        return activities().stream()
                .filter(view -> view.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
    }

    private static ActivityView view(
            Activity activity, List<ActivityChildView> children, boolean mayHelp, @Nullable HelperState helping) {
        Activity.Words words = activity.words();
        return new ActivityView(
                activity.id(),
                words.kind(),
                activity.state(),
                words.title(),
                words.about(),
                words.place(),
                words.startsAt(),
                words.endsAt(),
                words.capacity() - activity.taken(),
                words.responsible(),
                words.safetyPlan(),
                activity.state() == ActivityState.CANCELLED ? activity.saidFor() : null,
                children,
                mayHelp,
                helping);
    }
}
