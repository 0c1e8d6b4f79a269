package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Signing in on the phone, and saying who one is. */
@HttpExchange(url = "/api/phone/session", accept = "application/json")
public interface PhoneSessionEndpoint {

    /** Trades a {@code wx.login} code for a token; a stranger gets one too, and sees nothing about any child. */
    @PostExchange
    PhoneSessionView open(@Valid @RequestBody CodeRequest request);

    /**
     * Trades a {@code getPhoneNumber} code for requests to be tied to the people on file with this number. Another number
     * than before signs out everywhere, here too, and what the old number opened has to be confirmed anew.
     */
    @PostExchange("/phone-number")
    TiesView verifyPhone(@Valid @RequestBody CodeRequest request);

    @DeleteExchange
    void close();

    /** Signs out on every phone of the signed-in person. */
    @DeleteExchange("/everywhere")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeEverywhere();

    /** A single-use code from WeChat. */
    record CodeRequest(@NotBlank @Size(max = 200) String code) {}

    /**
     * The token goes into {@code Authorization: Bearer}.
     *
     * @param vaultKey 64 hex digits with which the phone seals what it keeps; the same for an account at every sign-in
     */
    record PhoneSessionView(String token, Instant expiresAt, List<TieView> ties, String vaultKey) {}

    /** The ties of the signed-in person. */
    record TiesView(List<TieView> ties) {}

    /**
     * What ties a person to a child, a family or a place.
     *
     * @param placeName the village or township; only once it is confirmed, before that nothing is told of anybody
     */
    record TieView(
            long id, TieKind kind, TieState state, @Nullable String placeName) {}

    /** As what a person is tied. */
    @Growing
    enum TieKind {
        CADRE_FAMILY,
        PARENT,
        CAREGIVER,
        VOLUNTEER,
        CHILD_DIRECTOR,
        CHILD_SUPERVISOR
    }

    /** A tie gives access only when a responsible person has confirmed it. */
    @Growing
    enum TieState {
        REQUESTED,
        CONFIRMED,
        REFUSED,
        REVOKED
    }
}
