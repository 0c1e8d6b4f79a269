package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
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
import org.tongxing.contract.VisitEndpoint.RecordedView;

/** 联系: the calls and messages between a parent and the child [SV-08]. */
@HttpExchange(url = "/api/phone/contacts", accept = "application/json")
public interface ContactEndpoint {

    /** The contacts of the last six weeks, newest first. */
    @GetExchange
    List<ContactView> recent(@RequestParam long childId);

    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView record(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = VisitEndpoint.KEY) String key,
            @Valid @RequestBody ContactRequest request);

    /** Takes back a contact recorded by mistake, within ten minutes. */
    @DeleteExchange("/{id}")
    void undo(@PathVariable long id);

    /** Two taps: how, and how long. */
    record ContactRequest(
            @NotNull Long childId,
            @NotNull ContactKind kind,
            @NotNull ContactLength length,
            @NotNull Instant contactedAt) {}

    /** A contact of the past. */
    record ContactView(long id, Instant contactedAt, ContactKind kind, ContactLength length) {}

    /** By which means [SV-08]. */
    enum ContactKind {
        PHONE,
        VIDEO,
        WECHAT
    }

    /** Roughly how long: under five minutes, under twenty, longer. */
    enum ContactLength {
        SHORT,
        MEDIUM,
        LONG
    }
}
