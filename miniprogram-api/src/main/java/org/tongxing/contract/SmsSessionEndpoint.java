package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tongxing.contract.PhoneSessionEndpoint.PhoneSessionView;
import org.tongxing.contract.PhoneSessionEndpoint.TiesView;

/** Signing in with a phone number and a one-time code, for whoever has no WeChat around the page. */
@HttpExchange(url = "/api/phone/session/sms", accept = "application/json")
public interface SmsSessionEndpoint {

    /**
     * Sends a one-time code. The answer is the same whether anybody is on file with the number; {@link
     * ProblemCode#TOO_OFTEN} within the minute, {@link ProblemCode#SMS_UNREACHABLE} when nothing can be sent now.
     */
    @PostExchange("/codes")
    SmsCodeView sendCode(@Valid @RequestBody SmsCodeRequest request);

    /** Trades a code for a token, and opens requests as {@link PhoneSessionEndpoint#verifyPhone} does. */
    @PostExchange
    PhoneSessionView open(@Valid @RequestBody SmsSignInRequest request);

    /** Verifies a number of somebody who is signed in already and will not give WeChat's number, or has another one. */
    @PostExchange("/phone-number")
    TiesView verifyPhone(@Valid @RequestBody SmsSignInRequest request);

    /** A mobile number of eleven digits. */
    record SmsCodeRequest(
            @NotBlank @Pattern(regexp = "1\\d{10}") String phone) {}

    /** A number and the six digits that were sent to it. */
    record SmsSignInRequest(
            @NotBlank @Pattern(regexp = "1\\d{10}") String phone,
            @NotBlank @Pattern(regexp = "\\d{6}") String code) {}

    /**
     * A code is on its way, if the number takes messages.
     *
     * @param againAt when another one may be asked for
     * @param expiresAt until when this one serves
     */
    record SmsCodeView(Instant againAt, Instant expiresAt) {}
}
