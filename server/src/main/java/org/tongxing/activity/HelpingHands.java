package org.tongxing.activity;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.activity.Activity.Helper;
import org.tongxing.contract.ActivityEndpoint.ActivityState;
import org.tongxing.contract.ActivityEndpoint.HelperState;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;

/** Volunteers at activities: they offer, the organiser says yes; only who is ready on that day is let in. */
@Service
@Transactional
@RequiredArgsConstructor
public class HelpingHands {

    private final SignUpMapper mapper;
    private final Activities activities;
    private final Clock clock;

    /** The townships where somebody may help now. */
    public static Set<DivisionCode> townships(PhoneCaller caller) {
        return caller.ties().stream()
                .filter(tie -> tie.kind() == TieKind.VOLUNTEER)
                .map(tie -> new DivisionCode(tie.divisionCode()).at(DivisionCode.Level.TOWNSHIP))
                .collect(Collectors.toSet());
    }

    /** What became of the offers of somebody on a phone, by activity. */
    @Transactional(readOnly = true)
    public Map<Long, HelperState> of(PhoneCaller caller) {
        Map<Long, HelperState> states = new HashMap<>();
        this.mapper
                .ofPhone(caller.accountId())
                .forEach(row -> states.put(row.activityId(), HelperState.valueOf(row.state())));
        return states;
    }

    @Transactional(readOnly = true)
    public List<Helper> ofActivity(Scope scope, long activity) {
        return this.mapper.helpers(scope, activity).stream()
                .map(row -> new Helper(
                        row.activityId(), row.phoneAccountId(), HelperState.valueOf(row.state()), row.present()))
                .toList();
    }

    public void help(PhoneCaller caller, long id) {
        if (open(caller, id).state() != ActivityState.OPEN) {
            throw new Refusal(ProblemCode.ACTIVITY_MOVED_ON);
        }
        this.mapper.help(id, caller.accountId(), LocalDateTime.now(this.clock));
    }

    public void helpNot(PhoneCaller caller, long id) {
        open(caller, id);
        this.mapper.helpNot(id, caller.accountId());
    }

    /** Lets a volunteer help, or says no; refused for whoever is not checked and trained on the day. */
    public void decide(Caller caller, long id, long phone, boolean yes) {
        Activity activity = this.activities.arranged(caller, id);
        HelperState state = yes ? HelperState.CONFIRMED : HelperState.DECLINED;
        boolean known = ofActivity(caller.scope(), id).stream().anyMatch(helper -> helper.phone() == phone);
        if (!known) {
            throw Refusal.notFound("helper", phone);
        }
        int rows = this.mapper.decide(
                id,
                phone,
                state.name(),
                caller.accountId(),
                activity.words().startsAt().toLocalDate());
        if (rows == 0) {
            throw new Refusal(ProblemCode.VOLUNTEER_NOT_READY);
        }
    }

    /** Which of those who were let in were there. */
    public void attend(Caller caller, long id, Collection<Long> phones) {
        this.activities.arranged(caller, id);
        this.mapper.helped(id, phones);
    }

    private Activity open(PhoneCaller caller, long id) {
        return this.activities.open(List.of(), townships(caller)).stream()
                .filter(activity -> activity.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("activity", id));
    }
}
