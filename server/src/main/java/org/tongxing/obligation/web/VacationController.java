package org.tongxing.obligation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.obligation.SchoolVacations;
import org.tongxing.obligation.Vacation;

/** When school is out, which each place decides for itself. */
@RestController
@RequestMapping("/api/admin/school-vacations")
@RequiredArgsConstructor
class VacationController {

    private final SchoolVacations vacations;
    private final AuditLog audit;

    @GetMapping
    List<VacationView> at(Caller caller, @RequestParam DivisionCode division) {
        return this.vacations.at(caller.scope().within(division).division()).stream()
                .map(VacationView::of)
                .toList();
    }

    @PutMapping
    VacationView set(Caller caller, @Valid @RequestBody VacationRequest request) {
        SchoolVacations.InForce set = this.vacations.set(
                caller, request.division(), request.kind(), request.year(), request.from(), request.until());
        this.audit.record(caller, Deed.CHANGED, "school-vacation:" + request.kind() + request.year());
        return VacationView.of(set);
    }

    /** A vacation of a place; {@code until} is the first day of school. */
    record VacationRequest(
            @NotNull DivisionCode division,
            @NotNull Vacation kind,
            @Min(2020) @Max(2060) int year,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    /** A vacation with who decided it; without one the usual days hold. */
    record VacationView(
            Vacation kind,
            String name,
            int year,
            LocalDate from,
            LocalDate until,
            @Nullable String decidedAt,
            @Nullable String setBy,
            @Nullable LocalDateTime setAt) {

        static VacationView of(SchoolVacations.InForce one) {
            return new VacationView(
                    one.kind(),
                    one.kind().label(),
                    one.year(),
                    one.from(),
                    one.until(),
                    one.decidedAt() == null ? null : one.decidedAt().value(),
                    one.setBy(),
                    one.setAt());
        }
    }
}
