package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Pinyin;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.Episode;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

/** The children behind a figure, searched and filtered. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ChildList {

    private static final int ID_LENGTH = 18;

    private final ChildListMapper mapper;
    private final Coverage coverage;
    private final Vault vault;

    /** One page of children in the scope that fit the filter, the longest waiting first. */
    public Page<Row> find(Scope scope, Filter filter, Paging paging, LocalDate day) {
        List<ChildListMapper.Found> found =
                this.mapper.find(scope, filter.q(), idDigest(filter.q()), filter.category(), day);
        List<Row> rows = new ArrayList<>();
        var byVillage = found.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        ChildListMapper.Found::villageCode,
                        java.util.TreeMap::new,
                        java.util.stream.Collectors.mapping(
                                ChildListMapper.Found::id, java.util.stream.Collectors.toSet())));
        byVillage.forEach((village, ids) -> this.coverage.standings(new DivisionCode(village), day).stream()
                .filter(standing -> ids.contains(standing.child().id().value()))
                .map(standing -> row(standing, day))
                .filter(row -> filter.accepts(row))
                .forEach(rows::add));
        rows.sort(filter.sort().order);
        int from = (int) Math.min(rows.size(), paging.offset());
        return new Page<>(List.copyOf(rows.subList(from, Math.min(rows.size(), from + paging.size()))), rows.size());
    }

    private @Nullable String idDigest(@Nullable String q) {
        return q == null || q.length() != ID_LENGTH ? null : this.vault.digest(q.toUpperCase(Locale.ROOT));
    }

    /** One child in the scope, with how it stands. */
    public Optional<Row> get(Scope scope, ChildId child, LocalDate day) {
        String village = this.mapper.village(scope, child.value());
        return village == null
                ? Optional.empty()
                : this.coverage.standings(new DivisionCode(village), day).stream()
                        .filter(standing -> standing.child().id().equals(child))
                        .map(standing -> row(standing, day))
                        .findFirst();
    }

    private static Row row(Coverage.Standing standing, LocalDate day) {
        Optional<Episode> current =
                standing.episodes().stream().filter(one -> one.holdsOn(day)).findFirst();
        Long waiting = standing.state().eligible() && standing.state().by() == State.By.NOBODY
                ? java.time.temporal.ChronoUnit.DAYS.between(since(standing, day), day)
                : null;
        return new Row(standing, current.orElse(null), waiting);
    }

    private static LocalDate since(Coverage.Standing standing, LocalDate day) {
        return standing.episodes().stream()
                .map(Episode::endsOn)
                .filter(end -> end != null && !end.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(standing.child().registeredOn());
    }

    /**
     * What to look for.
     *
     * @param q name, pinyin or initials; a whole ID number is looked up by its fingerprint
     */
    public record Filter(
            @Nullable String q,
            @Nullable String category,
            @Nullable Which which,
            State.@Nullable Reason reason,
            State.@Nullable Mark mark,
            Sort sort) {

        boolean accepts(Row row) {
            State state = row.standing().state();
            return (this.which == null || this.which.accepts(state))
                    && (this.reason == null || state.reason() == this.reason)
                    && (this.mark == null || (state.eligible() && state.mark() == this.mark));
        }
    }

    /** Which children of the figures on the landing page. */
    public enum Which {
        ELIGIBLE,
        COVERED,
        FAMILY,
        AREA_DUTY,
        NOBODY;

        boolean accepts(State state) {
            return state.eligible()
                    && switch (this) {
                        case ELIGIBLE -> true;
                        case COVERED -> state.by() != State.By.NOBODY;
                        case FAMILY -> state.by() == State.By.FAMILY;
                        case AREA_DUTY -> state.by() == State.By.AREA_DUTY;
                        case NOBODY -> state.by() == State.By.NOBODY;
                    };
        }
    }

    /** The order of the list; who waits longest comes first unless asked otherwise. */
    public enum Sort {
        WAITING(Comparator.comparing((Row row) -> row.waitingDays() == null ? -1L : row.waitingDays())
                .reversed()),
        NAME(Comparator.comparing(
                row -> Pinyin.of(row.standing().child().name()).full())),
        YOUNGEST(Comparator.comparing((Row row) -> row.standing().child().birthOn())
                .reversed()),
        OLDEST(Comparator.comparing(row -> row.standing().child().birthOn())),
        VILLAGE(Comparator.comparing(row -> row.standing().child().village().value()));

        private final Comparator<Row> order;

        Sort(Comparator<Row> order) {
            this.order = order.thenComparing(row -> row.standing().child().id().value());
        }
    }

    /** A child, how it stands, who has it, and for how many days nobody has. */
    public record Row(
            Coverage.Standing standing,
            @Nullable Episode current,
            @Nullable Long waitingDays) {}
}
