package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tongxing.contract.VisitEndpoint.RecordedView;

/** 照片使用授权: whether photos of a child may be kept and used; one guardian's no is enough [JB-40, SG-25]. */
@HttpExchange(url = "/api/phone/photo-consents", accept = "application/json")
public interface PhotoConsentEndpoint {

    /** How it stands for a child, and the text that is asked for now. */
    @GetExchange
    PhotoConsentView of(@RequestParam long childId);

    /** A guardian at the own phone says yes, no, or takes a yes back. */
    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView decide(@Valid @RequestBody PhotoConsentRequest request);

    /** Whoever visits hands in the paper a guardian signed at home, as a photo of it. */
    @PostExchange("/papers")
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView handIn(@Valid @RequestBody PaperConsentRequest request);

    /** The decision of the signed-in guardian about the text of a version. */
    record PhotoConsentRequest(
            @NotNull Long childId,
            @NotBlank @Size(max = 20) String version,
            @NotNull ConsentDecision decision) {}

    /** A signed paper. */
    record PaperConsentRequest(
            @NotNull Long childId,
            @NotBlank @Size(max = 20) String version,
            @NotBlank @Size(max = 20) String relation,
            @NotNull Long photoId) {}

    /**
     * How it stands.
     *
     * @param inForce whether photos may be used
     * @param own the own last decision, for a guardian
     */
    record PhotoConsentView(
            boolean inForce,
            @Nullable ConsentDecision own,
            @Nullable Instant ownAt,
            String version,
            String text) {}

    /** What a guardian decided. */
    @Growing
    enum ConsentDecision {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }
}
