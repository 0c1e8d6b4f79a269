package org.tongxing.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;

/** Conditions asked of the child. */
final class OfChild {

    private OfChild() {}

    /**
     * 未满. The day itself of the birthday no longer counts (民法典第一千二百五十九条); whoever was born on 29 February is a year
     * older on the last day of February (第二百零二条).
     */
    record AgeBelow(int years) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            LocalDate birth = view.facts().birthOn();
            return !day.isBefore(birth) && day.isBefore(birth.plusYears(this.years));
        }

        @Override
        public Stream<LocalDate> turningDays(View view) {
            LocalDate birth = view.facts().birthOn();
            return Stream.of(birth, birth.plusYears(this.years));
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            return day.isBefore(view.facts().birthOn()) ? "还没出生" : "已满 " + this.years + " 岁，不再算这一类";
        }
    }

    /** One of these facts: a benefit, a status, a finding. */
    record HasAny(Set<? extends Fact> wanted) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return this.wanted.stream().anyMatch(fact -> view.facts().has(fact, day));
        }
    }

    /** 农村户籍. */
    record RuralHukou() implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return view.facts().on(day, Fact.Hukou.class).anyMatch(Fact.Hukou::rural);
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            return view.facts().on(day, Fact.Hukou.class).findAny().isPresent() ? "不是农村户籍" : "户籍还没填";
        }
    }

    /** A certificate of these levels, by type; every type of {@code byType} adds to the levels of any type. */
    record DisabilityLevel(Set<Integer> anyType, Map<Fact.DisabilityType, Set<Integer>> byType) implements Condition {

        private static final List<String> NUMERALS = List.of("", "一", "二", "三", "四");

        @Override
        public boolean holds(View view, LocalDate day) {
            return view.facts()
                    .on(day, Fact.Disability.class)
                    .anyMatch(one -> this.anyType.contains(one.level())
                            || this.byType.getOrDefault(one.type(), Set.of()).contains(one.level()));
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            return view.facts()
                    .on(day, Fact.Disability.class)
                    .findFirst()
                    .map(one -> NUMERALS.get(one.level()) + "级" + one.type().label() + "残疾，不算重残")
                    .orElse(null);
        }
    }

    /** 达到起付标准: the threshold itself counts. */
    record IllnessReachesThreshold() implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return view.facts()
                    .on(day, Fact.Illness.class)
                    .anyMatch(illness -> illness.cost().compareTo(illness.threshold()) >= 0);
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            return view.facts().on(day, Fact.Illness.class).findAny().isPresent() ? "花费没到大病保险起付线" : null;
        }
    }

    /** One parent is so, the other is so: whichever of them is the father. */
    record Parents(Condition one, Condition other) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return pair(view, day, Fact.Parent.FATHER) || pair(view, day, Fact.Parent.MOTHER);
        }

        @Override
        public Stream<LocalDate> turningDays(View view) {
            return Stream.of(Fact.Parent.values())
                    .map(view::of)
                    .flatMap(parent -> Stream.of(this.one, this.other).flatMap(asked -> asked.turningDays(parent)));
        }

        @Override
        public Stream<ClauseId> grounds(View view, LocalDate day) {
            return Stream.of(Fact.Parent.values())
                    .filter(first -> pair(view, day, first))
                    .flatMap(first -> Stream.concat(
                            this.one.grounds(view.of(first), day), this.other.grounds(view.of(second(first)), day)));
        }

        /** If one parent is as asked, it is the other who is not. */
        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            for (Fact.Parent first : Fact.Parent.values()) {
                if (this.one.holds(view.of(first), day)) {
                    return this.other.refusal(view.of(second(first)), day);
                }
            }
            return Stream.of(Fact.Parent.values())
                    .map(parent -> this.one.refusal(view.of(parent), day))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Stream<Reference> references() {
            return Stream.concat(this.one.references(), this.other.references());
        }

        private boolean pair(View view, LocalDate day, Fact.Parent first) {
            return this.one.holds(view.of(first), day) && this.other.holds(view.of(second(first)), day);
        }

        private static Fact.Parent second(Fact.Parent first) {
            return first == Fact.Parent.FATHER ? Fact.Parent.MOTHER : Fact.Parent.FATHER;
        }
    }
}
