package org.tongxing.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.DivisionCode;

/** Papers go on naming places that were merged or renamed long ago. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class FormerNames {

    private final Divisions divisions;
    private final DivisionMapper mapper;
    private final Clock clock;

    /** The names that today's places of a township had, and those of the places that went into them, however often. */
    public List<FormerName> of(DivisionCode township) {
        Map<String, Division> living = this.divisions.children(township).stream()
                .collect(Collectors.toMap(place -> place.code().value(), Function.identity()));
        List<DivisionMapper.MergedRow> merged = this.mapper.merged();
        Map<String, String> successors = merged.stream()
                .collect(Collectors.toMap(DivisionMapper.MergedRow::code, DivisionMapper.MergedRow::successor));
        Map<String, Division> now = new HashMap<>(living);
        List<FormerName> names = new ArrayList<>();
        for (DivisionMapper.MergedRow row : merged) {
            Division today = living.get(end(row.code(), successors));
            if (today != null) {
                now.put(row.code(), today);
                names.add(new FormerName(row.name(), today, true));
            }
        }
        if (!now.isEmpty()) {
            for (DivisionMapper.NameRow row : this.mapper.namesUntil(now.keySet(), LocalDate.now(this.clock))) {
                Division today = Objects.requireNonNull(now.get(row.code()));
                names.add(new FormerName(row.name(), today, !living.containsKey(row.code())));
            }
        }
        return names.stream()
                .filter(one -> !one.name().equals(one.now().name()))
                .distinct()
                .toList();
    }

    private static String end(String code, Map<String, String> successors) {
        Set<String> seen = new HashSet<>();
        String last = code;
        while (seen.add(last)) {
            last = successors.getOrDefault(last, last);
        }
        return last;
    }
}
