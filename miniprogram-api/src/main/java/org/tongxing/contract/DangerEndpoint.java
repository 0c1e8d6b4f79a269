package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The red button: a child is in danger [JB-48, JB-49, GD-17]. Sending never replaces calling 110. */
@HttpExchange(url = "/api/phone/dangers", accept = "application/json")
public interface DangerEndpoint {

    /**
     * Reports a danger. The same key again is the same report: other words under it are added to it, so that nothing is
     * sent twice and nothing is lost. A child outside the reporter's reach does not make the report refused.
     */
    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    DangerView report(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = VisitEndpoint.KEY) String key,
            @Valid @RequestBody DangerRequest request);

    /** The own reports, the newest first. */
    @GetExchange
    List<DangerView> mine();

    @GetExchange("/{id}")
    DangerView get(@PathVariable long id);

    /** Whom to call: 110 first, then the stations on duty where the signed-in person is tied to children. */
    @GetExchange("/phones")
    List<DutyPhoneView> phones();

    /**
     * The children the signed-in person visits about whom a report is open: they are shown in red. Never told to parents and
     * caregivers, because the danger may be at home.
     */
    @GetExchange("/children")
    List<Long> children();

    /**
     * What, about whom, since when.
     *
     * @param words one sentence
     * @param childId a child the reporter knows by the system; absent for any other
     * @param childWords who and where, for a child the system does not know or the reporter cannot name
     * @param divisionCode where, when it is not where the reporter is tied to
     * @param discoveredAt when it was noticed
     * @param reportedAt when the button was pressed, by the phone's clock
     * @param calledPolice whether 110 was called before
     */
    record DangerRequest(
            @NotNull DangerKind kind,
            @Nullable @Size(max = 500) String words,
            @Nullable Long childId,
            @Nullable @Size(max = 300) String childWords,
            @Nullable @Size(max = 12) String divisionCode,
            @NotNull Instant discoveredAt,
            @NotNull Instant reportedAt,
            @Nullable Boolean calledPolice) {}

    /**
     * A report as its author sees it.
     *
     * @param shownTo only people on whose screen it has been
     * @param closedAt when those on duty were through with it
     */
    record DangerView(
            long id,
            DangerKind kind,
            DangerState state,
            Instant discoveredAt,
            Instant reportedAt,
            Instant receivedAt,
            List<DangerReceiptView> shownTo,
            @Nullable String acceptedBy,
            @Nullable Instant acceptedAt,
            @Nullable Instant closedAt) {}

    /** Somebody on duty has it on the screen. */
    record DangerReceiptView(String name, Instant at) {}

    /** A number to dial. */
    record DutyPhoneView(String name, String phone) {}

    /** 强制报告的八种情形 [JB-48]. */
    @Growing
    enum DangerKind {
        LIVING_ALONE,
        MISSING,
        GUARDIAN_INCAPABLE,
        GUARDIAN_NEGLECTS,
        DOMESTIC_VIOLENCE,
        ACCIDENT,
        UNLAWFUL_HARM,
        OTHER
    }

    /** Whether somebody has taken it up, and is through with it. */
    @Growing
    enum DangerState {
        WAITING,
        ACCEPTED,
        CLOSED
    }
}
