package org.tongxing.register.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.register.Refreshes;

@RestController
@RequestMapping("/api/admin/register/refreshes")
@RequiredArgsConstructor
class RefreshController {

    private final Refreshes refreshes;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    Refreshes.RefreshSheet of(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable LocalDate on) {
        LocalDate day = on == null ? LocalDate.now(this.clock) : on;
        return this.refreshes.of(
                caller.scope().within(new DivisionCode(division)), year == null ? day.getYear() : year, day);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SaidView say(Caller caller, @Valid @RequestBody RefreshRequest request) {
        long id = this.refreshes.say(caller, new DivisionCode(request.village()), request.outcome(), request.note());
        this.audit.record(caller, Deed.CONFIRMED, "register-refresh:" + id);
        return new SaidView(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id) {
        this.refreshes.withdraw(caller, id);
        this.audit.record(caller, Deed.CHANGED, "register-refresh:" + id);
    }

    /** That the children of a village were counted, and what came of it. */
    record RefreshRequest(
            @NotNull String village,
            @NotNull Refreshes.Outcome outcome,
            @Nullable @Size(max = 300) String note) {}

    /** The row that says so, to take it back. */
    record SaidView(long id) {}
}
