package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** 巡查走访: what a paired family records after a visit [JB-41, JB-42]. */
@HttpExchange(url = "/api/phone/visits", accept = "application/json")
public interface VisitEndpoint {

    /** The form of an idempotency key: a UUID. */
    String KEY = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** Records a visit; the same key again answers the same visit. */
    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView record(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = KEY) String key,
            @Valid @RequestBody VisitRequest request);

    /** One visit may serve several children of the same family. */
    record VisitRequest(
            @NotEmpty @Size(max = 10) Set<Long> childIds,
            @NotNull @PastOrPresent LocalDate visitedOn,
            @NotEmpty Set<Met> met,
            @NotNull Set<Topic> topics,
            @NotNull Condition condition,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 1000) String difficulty,
            @NotNull @Size(max = 9) List<Long> photoIds) {}

    /** What the server made of it. */
    record RecordedView(long id) {}

    /** Whom the visitors met. */
    enum Met {
        CHILD,
        GRANDPARENT,
        PARENT,
        OTHER
    }

    /** What was taught to child and guardian [JB-42]. */
    enum Topic {
        LIFE_AND_HEALTH,
        SEXUAL_ABUSE,
        DROWNING,
        BULLYING,
        POLICY
    }

    /** How the child was. */
    enum Condition {
        WELL,
        SO_SO,
        WORRYING
    }
}
