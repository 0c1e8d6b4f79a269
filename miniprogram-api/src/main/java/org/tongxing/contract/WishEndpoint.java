package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * 微心愿: the wall of wishes, without any child on it [JS-22]; promises with their clock; and, for those who are near the
 * child, its wishes.
 */
@HttpExchange(url = "/api/phone/wishes", accept = "application/json")
public interface WishEndpoint {

    /** The open wishes this person may promise, the longest waiting first, and the promises of the last year. */
    @GetExchange
    List<WishView> wall();

    /**
     * Promises an open wish. Refused with {@link ProblemCode#WISH_TAKEN} when somebody was faster, with
     * {@link ProblemCode#WISH_NOT_YET} while the paired family has it first, with {@link ProblemCode#PROMISES_FULL} when
     * this person has as many open promises as one may have.
     */
    @PostExchange("/{id}/claim")
    WishView claim(@PathVariable long id);

    /** Says when and how it is brought; {@link ProblemCode#DAY_TOO_LATE} when that is in the past or too far off. */
    @PutExchange("/{id}/arrangement")
    WishView arrange(@PathVariable long id, @Valid @RequestBody ArrangeRequest request);

    /** Gives a promise back; the wish is open again for everybody. */
    @DeleteExchange("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable long id, @RequestParam String reason);

    /** The wishes of a child, for those who visit it, answer for its village, or look after it. */
    @GetExchange("/of-child/{childId}")
    List<ChildWishView> ofChild(@PathVariable long childId);

    /** Writes down a wish of a child in words strangers may read; somebody else reviews it before anybody sees it. */
    @PostExchange("/of-child/{childId}")
    @ResponseStatus(HttpStatus.CREATED)
    ChildWishView propose(@PathVariable long childId, @Valid @RequestBody WishRequest request);

    /** The caregiver or the child director says that it has arrived; the same day twice is no error. */
    @PutExchange("/{id}/arrival")
    ChildWishView arrived(@PathVariable long id, @Valid @RequestBody ArrivalRequest request);

    /** Thanks in the child's words; the one who kept the promise reads them once somebody else has reviewed them. */
    @PutExchange("/{id}/thanks")
    ChildWishView thank(@PathVariable long id, @Valid @RequestBody ThanksRequest request);

    /** A wish; a value cap only where it is a thing. */
    record WishRequest(
            @NotNull WishKind kind,
            @NotBlank @Size(max = 100) String what,
            @NotBlank @Size(max = 300) String why,
            @Nullable @Positive @Max(10_000) Integer valueCapYuan) {}

    /** When and how a promise is kept. */
    record ArrangeRequest(
            @NotNull LocalDate deliverBy, @NotNull DeliveryWay way) {}

    /**
     * The day it arrived.
     *
     * @param photoId an unused picture this phone has sent, without any face
     */
    record ArrivalRequest(@NotNull LocalDate on, @Nullable Long photoId) {}

    /** What the child wants to say. */
    record ThanksRequest(@NotBlank @Size(max = 300) String text) {}

    /**
     * What strangers may read of a wish: a random alias, an age band, the wish, the township.
     *
     * @param mine whether this person has promised it
     * @param ofMyChild whether it is of a child this person's family is paired with
     * @param familyUntil until when only the paired family may promise it
     * @param arrangeBy until when whoever promised it has to say when it comes
     * @param thanks what the child says, once reviewed; only for whoever kept the promise
     * @param photoId the picture of the hand-over, once a second person and WeChat have let it go; only for the same
     */
    record WishView(
            long id,
            String alias,
            String ageBand,
            WishKind kind,
            String what,
            String why,
            @Nullable Integer valueCapYuan,
            WishState state,
            boolean mine,
            boolean ofMyChild,
            @Nullable LocalDateTime familyUntil,
            @Nullable LocalDate arrangeBy,
            @Nullable LocalDate deliverBy,
            @Nullable DeliveryWay way,
            @Nullable String thanks,
            @Nullable Long photoId,
            String townshipName) {}

    /**
     * A wish as those see it who know the child anyway; who promised it is not told.
     *
     * @param returnedFor what the reviewer wants changed
     */
    record ChildWishView(
            long id,
            WishKind kind,
            String what,
            String why,
            @Nullable Integer valueCapYuan,
            WishState state,
            @Nullable String returnedFor,
            @Nullable LocalDate deliverBy,
            @Nullable DeliveryWay way,
            @Nullable LocalDate fulfilledOn,
            @Nullable String thanks,
            @Nullable ThanksState thanksState,
            @Nullable Long photoId,
            @Nullable HandOverPhotoState photoState) {}

    /** What a wish is about; all but the first cost time and no money. */
    @Growing
    enum WishKind {
        THING,
        OUTING,
        CALL,
        LESSON,
        COMPANY
    }

    /** How far a wish has come. */
    @Growing
    enum WishState {
        PROPOSED,
        RETURNED,
        OPEN,
        CLAIMED,
        ARRANGED,
        FULFILLED,
        CANCELLED
    }

    /** Where it is handed over: never by a stranger alone at the child's door. */
    @Growing
    enum DeliveryWay {
        STATION,
        WITH_FAMILY
    }

    /** How far the picture of a hand-over has come. */
    @Growing
    enum HandOverPhotoState {
        /** For a second person. */
        WAITING,
        /** For WeChat's verdict. */
        CHECKING,
        SHOWN,
        /** WeChat has not said a clear yes. */
        UNSURE,
        REFUSED
    }

    /** How far thanks have come. */
    @Growing
    enum ThanksState {
        WAITING,
        SHOWN,
        RETURNED
    }
}
