package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.Met;
import org.tongxing.contract.VisitContent.MissedReason;
import org.tongxing.contract.VisitContent.Topic;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitContent.VisitRequest;

/** 巡查走访: what paired families, child directors and child supervisors record after a visit [JB-41, JB-42, SV-15]. */
@HttpExchange(url = "/api/phone/visits", accept = "application/json")
public interface VisitEndpoint {

    /** The form of an idempotency key: a UUID. */
    String KEY = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /**
     * Records a visit. The same key with the same content answers the same visit; what cannot be recorded as it is (the
     * key with other content, a day on which the pairing did not hold) is kept and answered with {@link
     * ProblemCode#VISIT_SET_ASIDE}.
     */
    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView record(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = KEY) String key,
            @Valid @RequestBody VisitRequest request);

    /**
     * The visits to a child the signed-in person may read, the newest first: the own ones while the pairing holds, those
     * a supervisor has released, and all of them for whoever answers for the village.
     */
    @GetExchange
    List<VisitView> ofChild(@RequestParam long childId);

    @GetExchange("/{id}")
    VisitView get(@PathVariable long id);

    /** What could not be recorded as it was sent, and what became of it. */
    @GetExchange("/set-aside")
    List<SetAsideView> setAside();

    /** The visits of the last weeks that the signed-in caregiver or parent has not said anything about. */
    @GetExchange("/to-confirm")
    List<VisitToConfirmView> toConfirm();

    /** One tap: it was so, or it was not. */
    @PostExchange("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable long id, @Valid @RequestBody ConfirmationRequest request);

    /** Answers what a supervisor asked about the own visit. */
    @PostExchange("/{id}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView answer(@PathVariable long id, @Valid @RequestBody WordsRequest request);

    /** What the server made of it. */
    record RecordedView(long id) {}

    /** Some words. */
    record WordsRequest(@NotBlank @Size(max = 1000) String words) {}

    /** Whether it was as it was told. */
    record ConfirmationRequest(@NotNull Boolean asTold) {}

    /**
     * A visit, as far as the signed-in person may read it.
     *
     * @param by how the visitors are called: 谢家, or a director's name
     * @param words the note of an own visit, or the words a supervisor released
     * @param photoIds the photos that may be looked at
     * @param photosHeld photos nobody sees until a guardian has consented
     * @param confirmed whether somebody at home said that it was so; absent while nobody said anything
     */
    record VisitView(
            long id,
            LocalDate visitedOn,
            VisitOutcome outcome,
            @Nullable MissedReason missedReason,
            TieKind as,
            String by,
            boolean mine,
            List<Long> childIds,
            List<Met> met,
            List<Topic> topics,
            @Nullable Condition condition,
            @Nullable String words,
            List<Long> photoIds,
            int photosHeld,
            @Nullable Boolean confirmed,
            List<RemarkView> remarks) {}

    /** Something said about a visit afterwards. */
    record RemarkView(
            long id,
            RemarkKind kind,
            String by,
            boolean mine,
            @Nullable String words,
            Instant at) {}

    /** A question waits for an answer; a thank-you may come without words. */
    @Growing
    enum RemarkKind {
        COMMENT,
        QUESTION,
        ANSWER,
        THANKS
    }

    /** A visit somebody at home can confirm; what was seen and said stays with the visitors. */
    record VisitToConfirmView(long id, LocalDate visitedOn, TieKind as, String by, List<Long> childIds) {}

    /**
     * Something that was sent and could not be recorded as it was.
     *
     * @param text in plain words why, and what happens now
     * @param visitId the visit that was recorded: the earlier one with this key, or what became of this one
     */
    record SetAsideView(
            long id,
            String key,
            SetAsideCause cause,
            SetAsideState state,
            String text,
            LocalDate visitedOn,
            List<Long> childIds,
            @Nullable Long visitId,
            @Nullable String decision,
            Instant receivedAt) {}

    /** Why it could not be recorded. */
    @Growing
    enum SetAsideCause {
        SAME_KEY_OTHER_CONTENT,
        NOT_PAIRED_THAT_DAY,
        /** The visit is recorded; a column of the ledger others wrote meanwhile is not replaced. */
        FACET_CHANGED
    }

    /** A person decides what becomes of it. */
    @Growing
    enum SetAsideState {
        WAITING,
        RECORDED,
        DISMISSED
    }
}
