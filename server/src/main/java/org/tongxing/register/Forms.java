package org.tongxing.register;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the register of a place looks like; a place without a form of its own follows the nearest one above it. */
@Service
@Transactional
@RequiredArgsConstructor
public class Forms {

    private static final TypeReference<List<RegisterForm.FormHeading>> COLUMNS = new TypeReference<>() {};

    private final FormMapper mapper;
    private final JsonMapper json;
    private final Clock clock;

    @Transactional(readOnly = true)
    public ChosenForm chosen(DivisionCode place) {
        List<String> places = new ArrayList<>();
        places.add(place.value());
        place.ancestors().forEach(above -> places.add(above.value()));
        FormMapper.Row row = this.mapper.nearest(places);
        return row == null
                ? new ChosenForm(RegisterForm.DEFAULT, null, null, null)
                : new ChosenForm(
                        new RegisterForm(row.title(), this.json.readValue(row.columns(), COLUMNS)),
                        row.divisionCode(),
                        row.setByName(),
                        row.setAt());
    }

    RegisterForm of(DivisionCode place) {
        return chosen(place).form();
    }

    /** Chooses title, columns, their order and headings; a column stands there once, and the name is one of them. */
    @Clause("JB-63")
    public void choose(Caller caller, DivisionCode place, RegisterForm form) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        List<Column> columns =
                form.columns().stream().map(RegisterForm.FormHeading::column).toList();
        if (columns.size() != columns.stream().distinct().count() || !columns.contains(Column.NAME)) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.put(
                caller.scope().within(place).division().value(),
                form.title(),
                this.json.writeValueAsString(form.columns()),
                caller.accountId(),
                caller.displayName(),
                LocalDateTime.now(this.clock));
    }

    /**
     * A form, and who chose it.
     *
     * @param division the place whose form it is; null for the one that comes with the program
     */
    public record ChosenForm(
            RegisterForm form,
            @Nullable String division,
            @Nullable String setBy,
            @Nullable LocalDateTime setAt) {}
}
