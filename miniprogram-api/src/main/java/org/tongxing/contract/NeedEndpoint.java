package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.tongxing.contract.BoardEndpoint.HelpCategory;

/**
 * 缺什么: what a child one visits lacks [JB-54]. It is written in words strangers may read, and nobody outside reads them before
 * somebody else has. What was found missing on a visit travels with the visit instead.
 */
@HttpExchange(url = "/api/phone/needs", accept = "application/json")
public interface NeedEndpoint {

    /** What a child one visits lacks, what is wanted soonest first. */
    @GetExchange("/of-child/{childId}")
    List<ChildNeedView> ofChild(@PathVariable long childId);

    /**
     * Writes down what a child one visits lacks; the same words that wait already are the same need. Refused with
     * {@link ProblemCode#WORDING_TELLS_TOO_MUCH} when they tell who the child is.
     */
    @PostExchange("/of-child/{childId}")
    @ResponseStatus(HttpStatus.CREATED)
    ChildNeedView raise(@PathVariable long childId, @Valid @RequestBody NeedRequest request);

    /** Writes one again that was given back, or that nobody has read yet. */
    @PutExchange("/{id}")
    ChildNeedView again(@PathVariable long id, @Valid @RequestBody NeedAgain request);

    /** How far a need has come. */
    @Growing
    enum NeedState {
        PROPOSED,
        RETURNED,
        OPEN,
        LATE,
        DOCKED,
        MET,
        CANCELLED
    }

    /**
     * What is lacking, in words strangers may read: no name, no school, no village, no label.
     *
     * @param purpose what it is for; money always has one
     * @param measure what is counted: 小时, 件, 元
     * @param untilOn by when
     */
    record PlainNeed(
            @NotNull HelpCategory category,
            @NotBlank @Size(max = 100) String what,
            @Nullable @Size(max = 200) String purpose,
            @NotNull @Positive @Max(1_000_000) Integer quantity,
            @NotBlank @Size(max = 8) String measure,
            @NotNull LocalDate untilOn) {}

    /** What a child lacks, perhaps out of a difficulty that is written down already. */
    record NeedRequest(
            @Nullable Long difficultyId, @NotNull @Valid PlainNeed need) {}

    /** Other words, and the version that was read before they were written. */
    record NeedAgain(
            @NotNull Integer version, @NotNull @Valid PlainNeed need) {}

    /**
     * A need as those see it who know the child anyway.
     *
     * @param docked how many are promised or have come
     * @param returnedFor what has to be changed before others may read it
     */
    record ChildNeedView(
            long id,
            @Nullable Long difficultyId,
            HelpCategory category,
            String what,
            @Nullable String purpose,
            int quantity,
            int docked,
            String measure,
            LocalDate untilOn,
            NeedState state,
            @Nullable String returnedFor,
            int version) {}
}
