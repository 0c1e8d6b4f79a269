package org.tongxing.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Period;
import org.tongxing.problem.Refusal;

/** When school is out: each place decides for a year, the nearest one has the say, and until then the usual days hold. */
@Service
@Transactional
@RequiredArgsConstructor
public class SchoolVacations {

    private static final int SHORTEST = 7;
    private static final int LONGEST = 100;

    private final VacationMapper mapper;
    private final Clock clock;

    /** The vacations of a place in last year, this year and the next. */
    @Transactional(readOnly = true)
    public List<InForce> at(DivisionCode division) {
        Decided decided = around(division);
        int year = LocalDate.now(this.clock).getYear();
        return IntStream.rangeClosed(year - 1, year + 1)
                .boxed()
                .flatMap(one -> Stream.of(Vacation.values()).map(kind -> decided.inForce(division, kind, one)))
                .toList();
    }

    /**
     * Decides a vacation for a place.
     *
     * @param until the first day of school
     * @throws Refusal ROLE_MAY_NOT to whoever does not administer; INVALID_REQUEST for less than a week, more than a
     *     hundred days, or days of another year
     */
    public InForce set(Caller caller, DivisionCode division, Vacation kind, int year, LocalDate from, LocalDate until) {
        if (!caller.role().administers()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        DivisionCode place = caller.scope().within(division).division();
        long days = ChronoUnit.DAYS.between(from, until);
        if (days < SHORTEST || days > LONGEST || until.getYear() != year) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.put(place.value(), kind, year, from, until, caller, LocalDateTime.now(this.clock));
        return around(place).inForce(place, kind, year);
    }

    /** What the places around a division have decided, read once. */
    Decided around(DivisionCode division) {
        return new Decided(this.mapper.around(division.value()));
    }

    /** The decisions of a region. */
    record Decided(List<VacationMapper.Row> rows) {

        Period days(DivisionCode place, Vacation kind, int year) {
            return nearest(place, kind, year)
                    .map(row -> new Period(row.startsOn(), row.endsOn()))
                    .orElseGet(() -> kind.usual(year));
        }

        InForce inForce(DivisionCode place, Vacation kind, int year) {
            Period days = days(place, kind, year);
            VacationMapper.Row row = nearest(place, kind, year).orElse(null);
            return new InForce(
                    kind,
                    year,
                    days.from(),
                    days.to(),
                    row == null ? null : new DivisionCode(row.divisionCode()),
                    row == null ? null : row.setByName(),
                    row == null ? null : row.setAt());
        }

        private Optional<VacationMapper.Row> nearest(DivisionCode place, Vacation kind, int year) {
            return this.rows.stream()
                    .filter(row -> row.kind() == kind
                            && row.year() == year
                            && place.value().startsWith(row.divisionCode()))
                    .max(Comparator.comparing(row -> row.divisionCode().length()));
        }
    }

    /**
     * A vacation as it holds at a place; {@code until} is the first day of school.
     *
     * @param decidedAt the place that decided; null while the usual days hold
     */
    public record InForce(
            Vacation kind,
            int year,
            LocalDate from,
            LocalDate until,
            @Nullable DivisionCode decidedAt,
            @Nullable String setBy,
            @Nullable LocalDateTime setAt) {}
}
