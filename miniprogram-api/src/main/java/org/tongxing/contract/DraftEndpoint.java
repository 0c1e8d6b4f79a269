package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/**
 * Second copies of what is being written on a phone, for the day it is lost. The phone's own copy comes first; a draft is
 * filed under the idempotency key it will be sent with, and goes when that is acknowledged.
 */
@HttpExchange(url = "/api/phone/drafts", accept = "application/json")
public interface DraftEndpoint {

    /** The drafts of the signed-in person, the newest first. */
    @GetExchange
    List<DraftView> mine();

    /** Keeps a draft; refused with {@link ProblemCode#STALE} when another phone has written it since. */
    @PutExchange("/{key}")
    DraftView keep(
            @PathVariable @Pattern(regexp = VisitEndpoint.KEY) String key, @Valid @RequestBody DraftRequest request);

    /** Throws a draft away. */
    @DeleteExchange("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable @Pattern(regexp = VisitEndpoint.KEY) String key);

    /**
     * A draft as the phone holds it; the server keeps the text sealed and does not read it.
     *
     * @param revision the revision this one follows; absent for a new draft
     */
    record DraftRequest(
            @NotNull DraftKind kind,
            @NotBlank @Size(max = 20_000) String content,
            @Nullable Integer revision) {}

    /** A draft with its revision. */
    record DraftView(String key, DraftKind kind, String content, int revision, Instant savedAt) {}

    /** What is being written. */
    @Growing
    enum DraftKind {
        VISIT,
        DANGER
    }
}
