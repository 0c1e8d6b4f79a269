package org.tongxing.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.DivisionCode;

/** Finds places by a part of the name, by pinyin or initials, or by the beginning of the code. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class DivisionSearch {

    private static final int MOST = 20;

    /** A province has some 30,000 places; more than that is not read for one key stroke. */
    private static final int LARGEST_REACH = 60_000;

    private final DivisionMapper mapper;
    private final Clock clock;

    /**
     * At most twenty places that hold today, the higher levels first.
     *
     * @param within only places in it, itself included
     * @param levels only places of these levels; never empty
     */
    public List<Found> find(String typed, DivisionCode within, Collection<DivisionCode.Level> levels) {
        String wanted = typed.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        boolean letters = wanted.matches("[a-zA-Z]+");
        List<DivisionMapper.Row> rows = this.mapper.search(
                within.value(),
                levels.stream().map(Enum::name).collect(Collectors.toSet()),
                letters ? null : wanted,
                LocalDate.now(this.clock),
                letters ? LARGEST_REACH : MOST);
        return withPaths(rows.stream()
                .filter(row -> !letters || PlaceSound.of(row.name()).fits(wanted))
                .limit(MOST)
                .map(row ->
                        new Division(new DivisionCode(row.code()), row.name(), DivisionCode.Level.valueOf(row.level())))
                .toList());
    }

    private List<Found> withPaths(List<Division> found) {
        Set<String> above = found.stream()
                .flatMap(one -> one.code().ancestors().stream())
                .map(DivisionCode::value)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        if (!above.isEmpty()) {
            this.mapper.findAll(above).forEach(row -> names.put(row.code(), row.name()));
        }
        return found.stream()
                .map(one -> new Found(
                        one,
                        one.code().ancestors().stream()
                                .flatMap(code -> Stream.ofNullable(names.get(code.value())))
                                .toList()))
                .toList();
    }

    /** A place with the names of those above it, the province first. */
    public record Found(Division division, List<String> path) {}
}
