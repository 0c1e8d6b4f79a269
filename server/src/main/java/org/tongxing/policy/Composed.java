package org.tongxing.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;

/** Conditions made of other conditions. */
final class Composed {

    private Composed() {}

    /** 同时符合. */
    record AllOf(List<Condition> members) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return this.members.stream().allMatch(member -> member.holds(view, day));
        }

        @Override
        public Stream<LocalDate> turningDays(View view) {
            return this.members.stream().flatMap(member -> member.turningDays(view));
        }

        @Override
        public Stream<ClauseId> grounds(View view, LocalDate day) {
            return this.members.stream().flatMap(member -> member.grounds(view, day));
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            return this.members.stream()
                    .filter(member -> !member.holds(view, day))
                    .findFirst()
                    .map(member -> member.refusal(view, day))
                    .orElse(null);
        }

        @Override
        public Stream<Reference> references() {
            return this.members.stream().flatMap(Condition::references);
        }
    }

    /** 符合之一. */
    record AnyOf(List<Condition> members) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return this.members.stream().anyMatch(member -> member.holds(view, day));
        }

        @Override
        public Stream<LocalDate> turningDays(View view) {
            return this.members.stream().flatMap(member -> member.turningDays(view));
        }

        @Override
        public Stream<ClauseId> grounds(View view, LocalDate day) {
            return this.members.stream()
                    .filter(member -> member.holds(view, day))
                    .flatMap(member -> member.grounds(view, day));
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            return this.members.stream()
                    .map(member -> member.refusal(view, day))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Stream<Reference> references() {
            return this.members.stream().flatMap(Condition::references);
        }
    }

    /** 除外. */
    record Not(Condition member) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return !this.member.holds(view, day);
        }

        @Override
        public Stream<LocalDate> turningDays(View view) {
            return this.member.turningDays(view);
        }

        @Override
        public Stream<Reference> references() {
            return this.member.references();
        }
    }

    /** What another clause defines, or several do in part; which clauses, is decided by the books adopted. */
    record Defined(String subject, Definition.About about) implements Condition {

        @Override
        public boolean holds(View view, LocalDate day) {
            return clauses(view).anyMatch(clause -> clause.meaning().when().holds(view, day));
        }

        @Override
        public Stream<LocalDate> turningDays(View view) {
            return clauses(view).flatMap(clause -> clause.meaning().when().turningDays(view));
        }

        @Override
        public Stream<ClauseId> grounds(View view, LocalDate day) {
            return clauses(view)
                    .filter(clause -> clause.meaning().when().holds(view, day))
                    .flatMap(clause -> Stream.concat(
                            Stream.of(clause.id()), clause.meaning().when().grounds(view, day)));
        }

        @Override
        public @Nullable String refusal(View view, LocalDate day) {
            RuleClause clause = view.rules().definition(this.subject);
            String better = clause.meaning().when().refusal(view, day);
            return Reasons.naming(better == null ? clause.meaning().otherwise() : better, clause.id());
        }

        @Override
        public Stream<Reference> references() {
            return Stream.of(new Reference(this.subject, this.about));
        }

        private Stream<RuleClause> clauses(View view) {
            return view.rules().definitions(this.subject).stream();
        }
    }
}
