package org.tongxing.register.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
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
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;
import org.tongxing.register.Column;
import org.tongxing.register.Forms;
import org.tongxing.register.RegisterForm;
import org.tongxing.register.Registers;

@RestController
@RequestMapping("/api/admin/register")
@RequiredArgsConstructor
class RegisterController {

    private static final int MOST_COLUMNS = 30;

    private final Registers registers;
    private final Forms forms;
    private final Divisions divisions;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping
    Registers.RegisterOutline outline(
            Caller caller, @RequestParam String division, @RequestParam @Nullable LocalDate on) {
        LocalDate today = LocalDate.now(this.clock);
        LocalDate day = on == null ? today : on;
        if (day.isAfter(today)) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        return this.registers.outline(caller.scope().within(new DivisionCode(division)), day);
    }

    @GetMapping("/form")
    FormView form(Caller caller, @RequestParam String division) {
        Forms.ChosenForm chosen = this.forms.chosen(
                caller.scope().within(new DivisionCode(division)).division());
        String of = chosen.division();
        return new FormView(
                chosen.form().title(),
                chosen.form().columns(),
                Arrays.stream(Column.values())
                        .map(column -> new RegisterForm.FormHeading(column, column.label()))
                        .toList(),
                of == null
                        ? null
                        : this.divisions
                                .find(new DivisionCode(of))
                                .map(Division::name)
                                .orElse(of),
                chosen.setBy(),
                chosen.setAt());
    }

    @PutMapping("/form")
    FormView choose(Caller caller, @RequestParam String division, @Valid @RequestBody FormRequest request) {
        this.forms.choose(
                caller,
                new DivisionCode(division),
                new RegisterForm(
                        request.title().strip(),
                        request.columns().stream()
                                .map(one -> new RegisterForm.FormHeading(
                                        one.column(), one.label().strip()))
                                .toList()));
        this.audit.record(caller, Deed.CHANGED, "register-form:" + division);
        return form(caller, division);
    }

    /** Title and columns, in order. */
    record FormRequest(
            @NotBlank @Size(max = 30) String title,
            @NotEmpty @Size(max = MOST_COLUMNS) List<@NotNull @Valid HeadingRequest> columns) {}

    /** A column and what is written above it. */
    record HeadingRequest(
            @NotNull Column column,
            @NotBlank @Size(max = 20) String label) {}

    /**
     * What the register of a place looks like.
     *
     * @param all every column there could be
     * @param of the place whose form it is; none for the one that comes with the program
     */
    record FormView(
            String title,
            List<RegisterForm.FormHeading> columns,
            List<RegisterForm.FormHeading> all,
            @Nullable String of,
            @Nullable String setBy,
            @Nullable LocalDateTime setAt) {}
}
