package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Resident;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.RiskTier;
import org.tongxing.policy.TierInterval;
import org.tongxing.region.Divisions;

/** 应访未访: what has not been done in a place, the longest first, by village, family and unit. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class OverdueList {

    private final OwingReader reader;
    private final Helpers helpers;
    private final Divisions divisions;

    /** Everything of a place that matches, the longest first. For a township or less: it is reckoned while somebody waits. */
    public List<OverdueLine> lines(Scope scope, OverdueQuestion question, LocalDate today) {
        OwingReader.Gathered gathered = this.reader.children(scope, today);
        List<Owed> owed = new ArrayList<>(gathered.owed());
        if (scope.unitId() == null && scope.childIds() == null) {
            owed.addAll(this.reader.families(scope, today));
        }
        Set<FamilyId> families = new HashSet<>();
        owed.stream().map(Owed::family).filter(Objects::nonNull).forEach(families::add);
        Map<FamilyId, Helpers.Named> names = this.helpers.named(scope, families);
        return owed.stream()
                .flatMap(one -> one.action().stream()
                        .map(next -> OverdueLine.of(
                                one,
                                next,
                                one.child() == null ? null : gathered.children().get(one.child()),
                                one.family() == null ? null : names.get(one.family()),
                                tier(gathered.tiers(), one.child(), today))))
                .filter(question::matches)
                .sorted(OverdueLine.LONGEST_FIRST)
                .toList();
    }

    /** The lines by what they have in common; a line that has none of it, such as a director's under families, is left out. */
    public List<OverdueGroup> groups(Collection<OverdueLine> lines, By by) {
        return switch (by) {
            case VILLAGE -> villages(lines);
            case FAMILY ->
                grouped(
                        lines,
                        line -> line.family() == null || line.owed().family() == null
                                ? null
                                : line.owed().family().toString(),
                        line -> Objects.requireNonNull(line.family()).familyName(),
                        line -> Objects.requireNonNull(line.family()).cadreName() + " · "
                                + line.family().unitName());
            case UNIT ->
                grouped(
                        lines,
                        line -> line.family() == null
                                ? null
                                : line.family().unit().toString(),
                        line -> Objects.requireNonNull(line.family()).unitName(),
                        line -> "");
        };
    }

    /** The names of the villages of these lines, by code. */
    public Map<String, String> villageNames(Collection<OverdueLine> lines) {
        return this.divisions.names(lines.stream()
                .map(OverdueList::village)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private List<OverdueGroup> villages(Collection<OverdueLine> lines) {
        Map<String, String> names = villageNames(lines);
        return grouped(lines, OverdueList::village, line -> names.getOrDefault(village(line), ""), line -> "");
    }

    private static @Nullable String village(OverdueLine line) {
        Resident child = line.child();
        return child == null ? null : child.village().value();
    }

    private static List<OverdueGroup> grouped(
            Collection<OverdueLine> lines,
            Function<OverdueLine, @Nullable String> key,
            Function<OverdueLine, String> name,
            Function<OverdueLine, String> more) {
        return lines.stream()
                .filter(line -> key.apply(line) != null)
                .collect(Collectors.groupingBy(line -> Objects.requireNonNull(key.apply(line))))
                .entrySet()
                .stream()
                .map(entry -> {
                    OverdueLine first = entry.getValue().get(0);
                    return OverdueGroup.of(entry.getKey(), name.apply(first), more.apply(first), entry.getValue());
                })
                .sorted(OverdueGroup.LONGEST_FIRST)
                .toList();
    }

    private static @Nullable RiskTier tier(
            Map<ChildId, List<TierInterval>> tiers, @Nullable ChildId child, LocalDate today) {
        return child == null
                ? null
                : tiers.getOrDefault(child, List.of()).stream()
                        .filter(one -> one.holdsOn(today))
                        .map(TierInterval::tier)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The smallest place that holds all children of these lines; of a line about a family, the place itself. */
    static DivisionCode common(Collection<OverdueLine> lines, DivisionCode place) {
        DivisionCode common = null;
        for (OverdueLine line : lines) {
            if (line.child() != null) {
                common = common == null
                        ? line.child().village()
                        : common.with(line.child().village());
            }
        }
        return common == null ? place : common;
    }

    /** What groups are made of. */
    public enum By {
        VILLAGE,
        FAMILY,
        UNIT
    }
}
