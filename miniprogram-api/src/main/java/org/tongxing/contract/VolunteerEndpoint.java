package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import org.springframework.web.service.annotation.PutExchange;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;

/** 爱心妈妈 and other volunteers [JB-53, JS-21]: registration, and how far it has come. */
@HttpExchange(url = "/api/phone/volunteer", accept = "application/json")
public interface VolunteerEndpoint {

    /** The code of conduct and confidentiality that has to be signed. */
    @GetExchange("/code")
    ConductView code();

    /** The registration of the signed-in person; {@link ProblemCode#NOT_FOUND} without one. */
    @GetExchange
    VolunteerView mine();

    /**
     * Registers, or asks for one more place. Refused with {@link ProblemCode#PHONE_NUMBER_NEEDED} before the number is
     * verified, with {@link ProblemCode#CONSENT_TEXT_OLD} when another version of the code was signed.
     */
    @PutExchange
    VolunteerView register(@Valid @RequestBody VolunteerRequest request);

    /** Townships whose name, or its first letters, is typed; at most twenty. */
    @GetExchange("/townships")
    List<TownshipView> townships(@RequestParam @Size(max = 20) String q);

    /** Asks for one more place; somebody there says yes, whatever other places have said. */
    @PutExchange("/places/{code}")
    VolunteerView addPlace(@PathVariable String code);

    /** Stops helping in one place at once; what was promised there goes back to its wall. */
    @DeleteExchange("/places/{code}")
    VolunteerView leavePlace(@PathVariable String code);

    /** Stops helping at once; open promises go back to the wall. */
    @DeleteExchange
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave();

    /**
     * Who wants to help, and where.
     *
     * @param idNumber 居民身份证 number, checked by GB 11643; kept sealed for the yearly check and never shown again
     * @param organisation needed where the kind stands for one
     * @param divisionCode a township
     * @param codeVersion of the code of conduct that was read and signed
     */
    record VolunteerRequest(
            @NotNull VolunteerKind kind,
            @NotBlank @Size(max = 30) String name,
            @Nullable @Size(max = 60) String organisation,
            @NotBlank @Size(max = 18) String idNumber,
            @NotBlank @Size(max = 12) String divisionCode,
            @NotBlank @Size(max = 16) String codeVersion) {}

    /** A text to sign, with its version. */
    record ConductView(String version, String text) {}

    /**
     * How far a registration has come.
     *
     * @param screenedUntil until when the check holds; null before it
     * @param trainedUntil until when the training holds; null before it
     * @param ready whether everything but the confirmation of a place is there
     * @param places where this person wants to help, each approved by itself
     */
    record VolunteerView(
            VolunteerKind kind,
            String name,
            @Nullable String organisation,
            @Nullable LocalDate screenedUntil,
            @Nullable LocalDate trainedUntil,
            boolean ready,
            boolean suspended,
            List<VolunteerPlaceView> places) {}

    /** A township, with its county before it. */
    record TownshipView(String code, String name) {}

    /** A place somebody wants to help in, and what became of it. */
    record VolunteerPlaceView(String code, String name, TieState state) {}

    /** What somebody is when not helping. */
    @Growing
    enum VolunteerKind {
        CARING_MOTHER,
        TEACHER,
        POLICE,
        MEDIC,
        STUDENT,
        ELDER,
        SOCIAL_WORKER,
        LEGAL_WORKER,
        COUNSELLOR,
        NEIGHBOUR,
        ORGANISATION,
        FUND,
        COMPANY,
        WORK_TEAM;

        /** Whether the person speaks for an organisation, whose name is then needed. */
        public boolean isOrganisation() {
            return compareTo(ORGANISATION) >= 0;
        }
    }
}
