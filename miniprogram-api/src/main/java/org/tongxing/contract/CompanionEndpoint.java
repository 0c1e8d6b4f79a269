package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Children a volunteer is paired with for study help or company [GD-60, JS-21]. */
@HttpExchange(url = "/api/phone/companion", accept = "application/json")
public interface CompanionEndpoint {

    /** The children of the signed-in volunteer; none before a responsible person has confirmed the pairing. */
    @GetExchange("/children")
    List<AccompaniedView> children();

    /** The volunteers paired with a child now, for those who visit it. */
    @GetExchange("/of-child/{childId}")
    List<CompanyView> ofChild(@PathVariable long childId);

    /**
     * Says what a volunteer and a child did together: the volunteer, or who visits the child. Refused with
     * {@link ProblemCode#FACT_DAYS_IMPOSSIBLE} on a day outside the pairing, with {@link ProblemCode#ALREADY_THERE} when that
     * day is told already.
     */
    @PostExchange("/{id}/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    MeetingView met(@PathVariable long id, @Valid @RequestBody MeetingRequest request);

    /**
     * A meeting.
     *
     * @param present the grown-ups who were there beside the volunteer, who is never alone with a child
     */
    record MeetingRequest(
            @NotNull LocalDate on,
            @NotNull MeetingPlace place,
            @NotBlank @Size(max = 300) String did,
            @NotEmpty @Size(max = 5) Set<@NotNull MeetingPresent> present) {}

    /** A meeting as it was told, the latest first in lists. */
    record MeetingView(long id, LocalDate on, MeetingPlace place, String did, Set<MeetingPresent> present) {}

    /** Where they met; never at the child's home. */
    @Growing
    enum MeetingPlace {
        STATION,
        SCHOOL,
        CHILDREN_HOME,
        OUTDOORS
    }

    /** Who of the grown-ups was there. */
    @Growing
    enum MeetingPresent {
        GUARDIAN,
        FAMILY,
        DIRECTOR,
        TEACHER,
        STATION_STAFF
    }

    /**
     * A volunteer with a child, as those see it who visit the child.
     *
     * @param volunteerName masked
     */
    record CompanyView(
            long id,
            String volunteerName,
            CompanionKind kind,
            String plan,
            LocalDate since,
            List<MeetingView> meetings) {}

    /**
     * The least a volunteer needs: no full name, no village, no adult, no reason.
     *
     * @param id of the pairing, not of the child
     * @param plan where and how often, as the responsible person wrote it down
     * @param meetings the latest ones
     */
    record AccompaniedView(
            long id,
            String petName,
            int age,
            String townshipName,
            CompanionKind kind,
            String plan,
            LocalDate since,
            List<MeetingView> meetings) {}

    /** What a volunteer does with a child. */
    @Growing
    enum CompanionKind {
        /** 一对一助学 [GD-60]. */
        STUDY,
        COMPANY
    }
}
