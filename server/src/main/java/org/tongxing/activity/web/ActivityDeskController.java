package org.tongxing.activity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.activity.Activities;
import org.tongxing.activity.Activity;
import org.tongxing.activity.HelpingHands;
import org.tongxing.activity.SignUps;
import org.tongxing.activity.web.ActivityRows.ActivityRow;
import org.tongxing.activity.web.ActivityRows.HelperRow;
import org.tongxing.activity.web.ActivityRows.SignUpRow;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.ActivityEndpoint.ActivityKind;
import org.tongxing.contract.ActivityEndpoint.ActivityState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

/** Activities as those see them who plan them and answer for the children. */
@RestController
@RequestMapping("/api/admin/activities")
@RequiredArgsConstructor
class ActivityDeskController {

    private final Activities activities;
    private final SignUps signUps;
    private final HelpingHands hands;
    private final ActivityRows rows;
    private final AuditLog audit;

    @GetMapping
    ActivityPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable ActivityState state,
            @RequestParam(required = false) @Nullable ActivityKind kind,
            @RequestParam(required = false) @Size(max = 60) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Scope scope = division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
        String words = q == null || q.isBlank() ? null : q.strip();
        Page<Activity> found = this.activities.list(scope, state, kind, words, new Paging(page, size));
        return new ActivityPage(this.rows.of(found.rows()), found.total(), this.activities.heldThisYear(scope));
    }

    @GetMapping("/{id}")
    ActivityFile get(Caller caller, @PathVariable long id) {
        return file(caller, this.activities.get(caller.scope(), id));
    }

    /** Plans one; a title or banner with a label on children is refused with a friendlier proposal. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ActivityFile propose(Caller caller, @Valid @RequestBody ActivityEntry request) {
        Activity activity = this.activities.propose(
                caller,
                new DivisionCode(request.divisionCode()),
                request.words().stripped());
        this.audit.record(caller, Deed.CHANGED, "activity:" + activity.id());
        return file(caller, activity);
    }

    @PutMapping("/{id}")
    ActivityFile edit(Caller caller, @PathVariable long id, @Valid @RequestBody ActivityEdit request) {
        Activity activity = this.activities.edit(
                caller, id, request.version(), request.words().stripped());
        this.audit.record(caller, Deed.CHANGED, "activity:" + id);
        return file(caller, activity);
    }

    @PostMapping("/{id}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(Caller caller, @PathVariable long id) {
        this.activities.publish(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "activity:" + id);
    }

    @PostMapping("/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(Caller caller, @PathVariable long id, @Valid @RequestBody ActivityReason request) {
        this.activities.giveBack(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.REFUSED, "activity:" + id);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable long id, @Valid @RequestBody ActivityReason request) {
        this.activities.cancel(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.ENDED, "activity:" + id);
    }

    /** Signs a child up whose guardian has signed a paper. */
    @PostMapping("/{id}/sign-ups")
    @ResponseStatus(HttpStatus.CREATED)
    ActivityFile signUp(Caller caller, @PathVariable long id, @Valid @RequestBody PaperSignUp request) {
        this.signUps.signUp(
                caller, id, new ChildId(request.childId()), request.paper().strip());
        this.audit.record(caller, Deed.CHANGED, List.of(request.childId()), null);
        return get(caller, id);
    }

    @DeleteMapping("/{id}/sign-ups/{childId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOff(Caller caller, @PathVariable long id, @PathVariable long childId) {
        this.signUps.signOff(caller, id, new ChildId(childId));
        this.audit.record(caller, Deed.CHANGED, List.of(childId), null);
    }

    /** Who was there; of the children of the caller's place everybody else was not. */
    @PutMapping("/{id}/attendance")
    ActivityFile attend(Caller caller, @PathVariable long id, @Valid @RequestBody Attendance request) {
        this.signUps.attend(caller, id, request.childIds());
        if (request.helpers() != null) {
            this.hands.attend(caller, id, request.helpers());
        }
        this.audit.record(caller, Deed.CHANGED, request.childIds(), null);
        return get(caller, id);
    }

    /** Lets a volunteer help, or says no. */
    @PutMapping("/{id}/helpers/{helper}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            Caller caller, @PathVariable long id, @PathVariable long helper, @Valid @RequestBody HelperAnswer request) {
        this.hands.decide(caller, id, helper, request.yes());
        this.audit.record(caller, request.yes() ? Deed.CONFIRMED : Deed.REFUSED, "activity:" + id);
    }

    private ActivityFile file(Caller caller, Activity activity) {
        Scope scope = caller.scope();
        List<Activity.SignUp> coming = this.signUps.ofActivity(scope, activity.id());
        this.audit.record(
                caller, Deed.LISTED, coming.stream().map(Activity.SignUp::child).toList(), null);
        return new ActivityFile(
                activity.id(),
                this.rows.of(List.of(activity)).get(0),
                activity.words().about(),
                activity.words().banner(),
                activity.words().safetyPlan(),
                this.rows.signUps(coming),
                this.rows.helpers(scope, this.hands.ofActivity(scope, activity.id())));
    }

    /** What is said; title, banner and about are read by strangers and carry no label on a child. */
    record ActivityWords(
            @NotNull ActivityKind kind,
            @NotBlank @Size(max = 60) String title,
            @Nullable @Size(max = 60) String banner,
            @NotBlank @Size(max = 500) String about,
            @NotBlank @Size(max = 80) String place,
            @NotNull LocalDateTime startsAt,
            @NotNull LocalDateTime endsAt,
            @NotNull @Positive @Max(2000) Integer capacity,
            @NotBlank @Size(max = 80) String responsible,
            @NotBlank @Size(max = 1000) String safetyPlan) {

        Activity.Words stripped() {
            return new Activity.Words(
                    this.kind,
                    this.title.strip(),
                    this.banner == null || this.banner.isBlank() ? null : this.banner.strip(),
                    this.about.strip(),
                    this.place.strip(),
                    this.startsAt,
                    this.endsAt,
                    this.capacity,
                    this.responsible.strip(),
                    this.safetyPlan.strip());
        }
    }

    /** An activity for the children of a township or a village. */
    record ActivityEntry(
            @NotBlank @Size(max = 12) String divisionCode,
            @NotNull @Valid ActivityWords words) {}

    /** Other words, and the version that was read before they were written. */
    record ActivityEdit(
            @NotNull Integer version, @NotNull @Valid ActivityWords words) {}

    /** Why. */
    record ActivityReason(@NotBlank @Size(max = 200) String reason) {}

    /** A child, and where the paper is that its guardian has signed. */
    record PaperSignUp(
            @NotNull Long childId,
            @NotBlank @Size(max = 200) String paper) {}

    /** The children who were there; the volunteers too, where it is said. */
    record Attendance(
            @NotNull @Size(max = 2000) List<@NotNull Long> childIds,
            @Nullable @Size(max = 200) List<@NotNull Long> helpers) {}

    /** Whether a volunteer may help. */
    record HelperAnswer(@NotNull Boolean yes) {}

    /** One page, with how many of each kind were held this year. */
    record ActivityPage(List<ActivityRow> rows, long total, Map<ActivityKind, Long> heldThisYear) {}

    /** Everything about one activity; of the children those of the reader's place. */
    record ActivityFile(
            long id,
            ActivityRow activity,
            String about,
            @Nullable String banner,
            String safetyPlan,
            List<SignUpRow> signUps,
            List<HelperRow> helpers) {}
}
