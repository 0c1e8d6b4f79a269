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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What somebody near a child says against a volunteer who came near it: its paired family, a parent or caregiver, the child
 * director. The volunteer is stopped at once and until another person has looked into it.
 */
@HttpExchange(url = "/api/phone/complaints", accept = "application/json")
public interface ComplaintEndpoint {

    /** What volunteers did for a child within a year, the latest first; another child than one's own does not exist. */
    @GetExchange("/of-child/{childId}")
    List<HelpView> ofChild(@PathVariable long childId);

    /**
     * Complains about a volunteer of {@link #ofChild}. Refused with {@link ProblemCode#ALREADY_THERE} while an earlier
     * complaint of the same person about the same volunteer is open.
     */
    @PostExchange("/of-child/{childId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complain(@PathVariable long childId, @Valid @RequestBody HelpComplaint request);

    /** What happened, in one or two sentences. */
    record HelpComplaint(
            @NotNull Long volunteer,
            @NotBlank @Size(max = 500) String about) {}

    /**
     * What a volunteer did for a child, or is about to do.
     *
     * @param name masked; null where who it is is not told, as with a wish
     * @param complained whether this person has an open complaint about the volunteer
     */
    record HelpView(
            long volunteer,
            HelpOccasion occasion,
            String what,
            @Nullable String name,
            LocalDate on,
            boolean complained) {}

    /** By what a volunteer came near the child. */
    @Growing
    enum HelpOccasion {
        WISH,
        COMPANION,
        ACTIVITY
    }
}
