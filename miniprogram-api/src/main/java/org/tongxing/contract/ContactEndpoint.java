package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.tongxing.contract.VisitEndpoint.ConfirmationRequest;
import org.tongxing.contract.VisitEndpoint.RecordedView;

/** 联系: the calls and messages between a parent and the child [SV-08, SG-14, GD-48]. */
@HttpExchange(url = "/api/phone/contacts", accept = "application/json")
public interface ContactEndpoint {

    /** The own contacts of the last six weeks, newest first. */
    @GetExchange
    List<ContactView> recent(@RequestParam long childId);

    /** Records a contact; the same key again answers the same contact, with other content {@link ProblemCode#KEY_USED}. */
    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView record(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = VisitEndpoint.KEY) String key,
            @Valid @RequestBody ContactRequest request);

    /** Takes back a contact recorded by mistake, within ten minutes. */
    @DeleteExchange("/{id}")
    void undo(@PathVariable long id);

    /** Contacts of the last weeks that the signed-in caregiver or director has not said anything about. */
    @GetExchange("/to-confirm")
    List<ContactToConfirmView> toConfirm();

    /** One tap: it was so, or it was not. */
    @PostExchange("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable long id, @Valid @RequestBody ConfirmationRequest request);

    /** The day of the week on which the signed-in parent wants to be reminded. */
    @GetExchange("/reminder")
    ReminderView reminder();

    @PutExchange("/reminder")
    ReminderView remind(@Valid @RequestBody ReminderRequest request);

    /** What the signed-in parent said about coming home for the next Spring Festival, child by child [JS-11]. */
    @GetExchange("/festival")
    FestivalView festival();

    @PutExchange("/festival")
    FestivalView comeHome(@Valid @RequestBody FestivalRequest request);

    /**
     * Two taps: how, and how long.
     *
     * @param mood how it went; only the parent reads it
     * @param words a line for oneself; only the parent reads it
     */
    record ContactRequest(
            @NotNull Long childId,
            @NotNull ContactKind kind,
            @NotNull ContactLength length,
            @NotNull Instant contactedAt,
            @Nullable Mood mood,
            @Nullable @Size(max = 200) String words) {}

    /** A contact of the past. */
    record ContactView(
            long id,
            Instant contactedAt,
            ContactKind kind,
            ContactLength length,
            @Nullable Mood mood,
            @Nullable String words,
            ContactProof proof) {}

    /**
     * A contact to confirm; how it went is not in it.
     *
     * @param by the parent's relation to the child: 父亲
     */
    record ContactToConfirmView(
            long id, long childId, String petName, String by, Instant contactedAt, ContactKind kind) {}

    /** A day of the week, or none. */
    record ReminderRequest(@Nullable DayOfWeek day) {}

    /** A day of the week, or none. */
    record ReminderView(@Nullable DayOfWeek day) {}

    /** Whether a parent will be home for the festival. */
    record FestivalRequest(@NotNull Long childId, @NotNull HomeComing coming) {}

    /** What was said for the festival of a year. */
    record FestivalView(int year, List<FestivalAnswerView> answers) {}

    /** One child, one answer; absent while nothing was said. */
    record FestivalAnswerView(long childId, @Nullable HomeComing coming) {}

    /** By which means; {@code WECHAT} is a voice message [SV-08, SG-14]. */
    @Growing
    enum ContactKind {
        PHONE,
        VIDEO,
        WECHAT,
        HOME_VISIT
    }

    /** Roughly how long: under five minutes, under twenty, longer. */
    enum ContactLength {
        SHORT,
        MEDIUM,
        LONG
    }

    /** How it went. */
    @Growing
    enum Mood {
        GLAD,
        AS_USUAL,
        WORRIED
    }

    /** Whether somebody else said that it was so. */
    @Growing
    enum ContactProof {
        SELF_REPORTED,
        CONFIRMED,
        DENIED
    }

    /** Will you be home for Spring Festival? */
    @Growing
    enum HomeComing {
        YES,
        NO,
        NOT_SURE
    }
}
