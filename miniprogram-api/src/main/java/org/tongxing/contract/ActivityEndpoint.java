package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** 关爱活动 [GD-61, SV-22]: what takes place, whether one's children come, and whether one helps. */
@HttpExchange(url = "/api/phone/activities", accept = "application/json")
public interface ActivityEndpoint {

    /** What takes place where the caller's children live or the caller helps, and what did in the last month. */
    @GetExchange
    List<ActivityView> activities();

    /** What a guardian agrees to when a child comes. */
    @GetExchange("/consent")
    ActivityConsentView consent();

    /**
     * Signs a child up, or puts it on the waiting list; only by a guardian, who agrees by it. Refused with {@link
     * ProblemCode#CONSENT_TEXT_OLD} when another text was read.
     */
    @PutExchange("/{id}/sign-ups/{childId}")
    ActivityView signUp(
            @PathVariable long id, @PathVariable long childId, @Valid @RequestBody ActivitySignUpRequest request);

    /** The child does not come; whoever waits longest gets the place. */
    @DeleteExchange("/{id}/sign-ups/{childId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOff(@PathVariable long id, @PathVariable long childId);

    /** Offers to help; the organiser says yes or no. */
    @PutExchange("/{id}/help")
    ActivityView help(@PathVariable long id);

    /** Takes the offer back. */
    @DeleteExchange("/{id}/help")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void helpNot(@PathVariable long id);

    /** What kind of activity it is. */
    @Growing
    enum ActivityKind {
        HOLIDAY,
        VACATION,
        SAFETY,
        STATION,
        PARENTING,
        PRACTICE,
        CARE_CLASS
    }

    /** Where an activity stands. */
    @Growing
    enum ActivityState {
        PROPOSED,
        RETURNED,
        OPEN,
        OVER,
        CANCELLED
    }

    /** Whether a child comes. */
    @Growing
    enum SignUpState {
        SIGNED,
        WAITING,
        WITHDRAWN
    }

    /** Whether a volunteer helps. */
    @Growing
    enum HelperState {
        OFFERED,
        CONFIRMED,
        DECLINED,
        WITHDRAWN
    }

    /** Which text the guardian has read and agrees to. */
    record ActivitySignUpRequest(
            @NotNull @NotBlank @Size(max = 16) String consentVersion) {}

    /** A text to agree to, with its version. */
    record ActivityConsentView(String version, String text) {}

    /**
     * An activity.
     *
     * @param left how many places are free; 0 means the waiting list
     * @param saidFor why it was cancelled
     * @param children one's own children who could come, with what was said of them
     * @param mayHelp whether the caller may offer to help
     * @param helping what became of the offer to help
     */
    record ActivityView(
            long id,
            ActivityKind kind,
            ActivityState state,
            String title,
            String about,
            String place,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            int left,
            String responsible,
            String safetyPlan,
            @Nullable String saidFor,
            List<ActivityChildView> children,
            boolean mayHelp,
            @Nullable HelperState helping) {}

    /** A child of the caller's. */
    record ActivityChildView(
            long childId, String petName, @Nullable SignUpState state) {}
}
