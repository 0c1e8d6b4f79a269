package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TiesView;

/**
 * 邀请码: a child director or supervisor hands a code to one adult of one child, for whom no number is on file or a wrong
 * one. It opens a request and nothing more; somebody still confirms it.
 */
@HttpExchange(url = "/api/phone/invitations", accept = "application/json")
public interface InvitationEndpoint {

    /** The adults around a child of the village or township the signed-in person answers for. */
    @GetExchange("/people")
    List<InvitableView> people(@RequestParam long childId);

    /** Makes a code for one adult; an earlier one for the same adult no longer serves. */
    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView invite(@Valid @RequestBody InvitationRequest request);

    /** The codes one has made that nobody has used yet. */
    @GetExchange
    List<InvitationView> mine();

    /** The code as a picture to scan with WeChat, in PNG; {@link ProblemCode#WECHAT_UNREACHABLE} leaves the letters. */
    @GetExchange(url = "/{id}/picture", accept = "image/png")
    byte[] picture(@PathVariable long id);

    /** Takes a code back that nobody has used yet. */
    @DeleteExchange("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id);

    /** Uses a code, once: {@link ProblemCode#INVITATION_INVALID} for a wrong, used, withdrawn or expired one. */
    @PostExchange("/redemption")
    TiesView redeem(@Valid @RequestBody RedemptionRequest request);

    /** Whom to invite. */
    record InvitationRequest(@NotNull Long adultId) {}

    /**
     * An adult around a child; the name is masked.
     *
     * @param tied whether a phone is tied to this adult already
     * @param open whether this adult may have one at all; nobody may be invited who is kept away from the child
     */
    record InvitableView(long adultId, String relation, String name, boolean tied, boolean open) {}

    /**
     * A code that waits to be used.
     *
     * @param code twelve letters and digits; also what WeChat hands to the page as {@code scene}
     * @param relation of the adult to the child; absent for a family
     */
    record InvitationView(
            long id,
            TieKind kind,
            @Nullable String relation,
            @Nullable String name,
            String code,
            Instant expiresAt) {}

    /** A code, typed or from {@code scene}. */
    record RedemptionRequest(@NotBlank @Size(max = 32) String code) {}
}
