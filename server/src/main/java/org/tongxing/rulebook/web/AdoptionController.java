package org.tongxing.rulebook.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.rulebook.Adopting;

@RestController
@RequestMapping("/api/admin/adoptions")
@RolesAllowed({"COUNTY_ADMIN", "CITY_ADMIN", "PROVINCE_ADMIN"})
@RequiredArgsConstructor
class AdoptionController {

    private final Adopting adopting;
    private final AuditLog audit;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Adopted adopt(Caller caller, @Valid @RequestBody NewDecision decision) {
        long id = this.adopting.adopt(caller, decision.book(), decision.division(), decision.from());
        this.audit.record(caller, Deed.CHANGED, "adoption:" + id);
        return new Adopted(id);
    }

    @PostMapping("/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @Valid @RequestBody AdoptionEnding ending) {
        this.adopting.end(caller, id, ending.on());
        this.audit.record(caller, Deed.CHANGED, "adoption:" + id);
    }

    /** The book a region is to follow, and from when. */
    record NewDecision(
            @NotBlank String book,
            @NotNull DivisionCode division,
            @NotNull LocalDate from) {}

    /** An adoption that was recorded. */
    record Adopted(long id) {}

    /** The first day on which it no longer holds. */
    record AdoptionEnding(@NotNull LocalDate on) {}
}
