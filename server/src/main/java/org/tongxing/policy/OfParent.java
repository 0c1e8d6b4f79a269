package org.tongxing.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;

/** Conditions asked of one parent, and of the place this parent works at. */
final class OfParent {

    private OfParent() {}

    /** 符合情形之一. */
    record In(Set<Fact.Situation> situations) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return view.situations(day).anyMatch(one -> this.situations.contains(one.situation()));
        }
    }

    /** The judgement is on file. */
    record JudgedIncapable() implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return view.judgedIncapable(day);
        }
    }

    /**
     * 连续外出务工: away for so many months without a break, the place changing or not.
     *
     * @param shortReturnsInterrupt whether a visit home starts the months anew
     * @param where asked of the place; without it every place counts
     */
    record WorkingAway(
            int months,
            boolean shortReturnsInterrupt,
            @Nullable Condition where) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            LocalDate start = start(view, day);
            return start != null && !day.isBefore(start.plusMonths(this.months));
        }

        @Override
        public Stream<LocalDate> turningDays(View view) {
            return view.boundaries().stream()
                    .filter(day -> countsOn(view, day))
                    .map(day -> day.plusMonths(this.months));
        }

        @Override
        public Stream<ClauseId> grounds(View view, LocalDate day) {
            return references()
                    .map(place -> view.rules().definition(place.subject()).id());
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            if (countsOn(view, day)) {
                return "外出还不满 " + this.months + " 个月";
            }
            boolean away = view.situations(day).anyMatch(one -> one.situation() == Fact.Situation.WORKING_AWAY);
            if (!away || this.where == null) {
                return null;
            }
            return this.where.refusal(view, day);
        }

        @Override
        public Stream<Reference> references() {
            return Stream.ofNullable(this.where).flatMap(Condition::references);
        }

        /** The first day of the run this day belongs to. Facts stand still between two boundaries, so these suffice. */
        private @Nullable LocalDate start(View view, LocalDate day) {
            if (!countsOn(view, day)) {
                return null;
            }
            LocalDate start = Objects.requireNonNull(view.boundaries().floor(day));
            LocalDate earlier = view.boundaries().lower(start);
            while (earlier != null && countsOn(view, earlier)) {
                start = earlier;
                earlier = view.boundaries().lower(start);
            }
            return start;
        }

        private boolean countsOn(View view, LocalDate day) {
            return view.situations(day)
                    .filter(one -> one.situation() == Fact.Situation.WORKING_AWAY)
                    .filter(one -> !this.shortReturnsInterrupt
                            || one.shortReturns().stream().noneMatch(period -> period.contains(day)))
                    .anyMatch(one -> this.where == null || this.where.holds(view.at(one), day));
        }
    }

    /**
     * 跨县域. What is not known exactly enough counts for the child: who writes 四川省 does not mean the next village.
     *
     * @param coreUrban the core districts of a city, by the city's code; within one city's core nobody is away
     */
    record CrossCounty(Map<String, Set<DivisionCode>> coreUrban) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            DivisionCode work = Objects.requireNonNull(view.away()).place();
            DivisionCode home = view.facts()
                    .on(day, Fact.Hukou.class)
                    .map(Fact.Hukou::place)
                    .findFirst()
                    .orElse(null);
            if (work == null || home == null || !exact(work) || !exact(home)) {
                return true;
            }
            DivisionCode workCounty = work.at(DivisionCode.Level.COUNTY);
            DivisionCode homeCounty = home.at(DivisionCode.Level.COUNTY);
            return !workCounty.equals(homeCounty)
                    && this.coreUrban.values().stream()
                            .noneMatch(core -> core.contains(workCounty) && core.contains(homeCounty));
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            return "没有跨县务工";
        }

        private static boolean exact(DivisionCode place) {
            return place.level().compareTo(DivisionCode.Level.COUNTY) >= 0;
        }
    }
}
