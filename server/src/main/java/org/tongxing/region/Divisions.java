package org.tongxing.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;

/** The divisions by their statistical codes. */
@Service
@Transactional
@RequiredArgsConstructor
public class Divisions {

    private static final Division COUNTRY = new Division(new DivisionCode(""), "全国", DivisionCode.Level.COUNTRY);

    private final DivisionMapper mapper;
    private final Clock clock;

    @Transactional(readOnly = true)
    public Division get(DivisionCode code) {
        return find(code).orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public Optional<Division> find(DivisionCode code) {
        return code.value().isEmpty()
                ? Optional.of(COUNTRY)
                : Optional.ofNullable(this.mapper.find(code.value())).map(Divisions::division);
    }

    /** The children of a division that hold today, by code. */
    @Transactional(readOnly = true)
    public List<Division> children(DivisionCode code) {
        return this.mapper.children(code.value(), LocalDate.now(this.clock)).stream()
                .map(Divisions::division)
                .toList();
    }

    /** The provinces, cities and counties that hold today. */
    @Transactional(readOnly = true)
    public List<Division> downToCounties() {
        return this.mapper.downToCounties(LocalDate.now(this.clock)).stream()
                .map(Divisions::division)
                .toList();
    }

    /** The divisions above, the province first. */
    @Transactional(readOnly = true)
    public List<Division> ancestors(DivisionCode code) {
        List<String> codes = code.ancestors().stream().map(DivisionCode::value).toList();
        return codes.isEmpty()
                ? List.of()
                : this.mapper.findAll(codes).stream().map(Divisions::division).toList();
    }

    /** The names of many divisions in one query; those this installation has not loaded are called as they are published. */
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        codes.stream()
                .filter(PublishedPlaces.names()::containsKey)
                .forEach(code -> names.put(code, PublishedPlaces.names().get(code)));
        if (!codes.isEmpty()) {
            this.mapper.findAll(codes).forEach(row -> names.put(row.code(), row.name()));
        }
        return names;
    }

    /** Enters or renames a division. */
    public void put(DivisionCode code, String name) {
        List<DivisionCode> ancestors = code.ancestors();
        String parent =
                ancestors.isEmpty() ? "" : ancestors.get(ancestors.size() - 1).value();
        this.mapper.put(code.value(), name, code.level().name(), parent, LocalDate.of(2000, 1, 1));
    }

    private static Division division(DivisionMapper.Row row) {
        return new Division(new DivisionCode(row.code()), row.name(), DivisionCode.Level.valueOf(row.level()));
    }
}
