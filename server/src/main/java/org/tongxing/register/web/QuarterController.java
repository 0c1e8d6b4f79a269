package org.tongxing.register.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.tongxing.register.Quarter;
import org.tongxing.register.QuarterReports;
import org.tongxing.register.Quarters;

@RestController
@RequestMapping("/api/admin/register")
@RequiredArgsConstructor
class QuarterController {

    private final Quarters quarters;
    private final QuarterReports reports;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping("/quarters")
    List<Quarters.QuarterlyReporting> of(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable LocalDate on) {
        LocalDate day = on == null ? LocalDate.now(this.clock) : on;
        return this.quarters.of(
                caller.scope().within(new DivisionCode(division)), year == null ? day.getYear() : year, day);
    }

    /** What would be submitted; looked at, nothing is kept. */
    @GetMapping("/quarters/{year}/{number}/draft")
    Quarters.QuarterDraft draft(
            Caller caller, @PathVariable int year, @PathVariable int number, @RequestParam String division) {
        return this.quarters.draft(caller.scope().within(new DivisionCode(division)), new Quarter(year, number));
    }

    @PostMapping("/quarters/{year}/{number}/submission")
    @ResponseStatus(HttpStatus.CREATED)
    QuarterReports.QuarterReport submit(
            Caller caller,
            @PathVariable int year,
            @PathVariable int number,
            @Valid @RequestBody QuarterRequest request) {
        long id = this.quarters.submit(
                caller,
                new DivisionCode(request.division()),
                new Quarter(year, number),
                request.digest(),
                blank(request.remark()),
                blank(request.reason()));
        this.audit.record(caller, Deed.CONFIRMED, "quarter-report:" + id);
        return this.reports.get(caller.scope(), id, LocalDate.now(this.clock));
    }

    @GetMapping("/quarter-reports/{id}")
    QuarterReports.QuarterReport get(Caller caller, @PathVariable long id, @RequestParam @Nullable LocalDate on) {
        return this.reports.get(caller.scope(), id, on == null ? LocalDate.now(this.clock) : on);
    }

    @GetMapping(path = "/quarter-reports/{id}/workbook", produces = Workbooks.TYPE)
    void workbook(Caller caller, @PathVariable long id, HttpServletResponse response) throws IOException {
        var file = this.reports.workbook(caller.scope(), id);
        this.audit.record(caller, Deed.EXPORTED, "quarter-report:" + id);
        Workbooks.send(file, response);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * What is submitted.
     *
     * @param digest of the figures that were looked at
     * @param reason why there is another version; not asked for the first
     */
    record QuarterRequest(
            @NotNull String division,
            @NotBlank String digest,
            @Nullable @Size(max = 500) String remark,
            @Nullable @Size(max = 300) String reason) {}
}
