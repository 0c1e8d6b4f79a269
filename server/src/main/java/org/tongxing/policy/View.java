package org.tongxing.policy;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a condition looks at: a child, perhaps one of its parents, perhaps the place this parent works at. */
record View(
        ChildFacts facts,
        NavigableSet<LocalDate> boundaries,
        AdoptedRules rules,
        Fact.@Nullable Parent parent,
        Fact.@Nullable ParentSituation away) {

    static View of(ChildFacts facts, AdoptedRules rules) {
        return new View(facts, facts.boundaries(), rules, null, null);
    }

    View of(Fact.Parent one) {
        return new View(this.facts, this.boundaries, this.rules, one, null);
    }

    View at(Fact.ParentSituation situation) {
        return new View(this.facts, this.boundaries, this.rules, this.parent, situation);
    }

    Stream<Fact.ParentSituation> situations(LocalDate day) {
        Fact.Parent one = Objects.requireNonNull(this.parent);
        return this.facts.on(day, Fact.ParentSituation.class).filter(situation -> situation.parent() == one);
    }

    boolean judgedIncapable(LocalDate day) {
        return this.facts.has(new Fact.JudgedIncapable(Objects.requireNonNull(this.parent)), day);
    }
}
