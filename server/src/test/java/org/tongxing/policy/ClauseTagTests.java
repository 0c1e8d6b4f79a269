package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;

/** No clause is on file without a test that names it. */
class ClauseTagTests {

    private static final Stream<Class<?>> TESTS = Stream.of(
            AdoptionTests.class,
            CategoryIntervalPropertyTests.class,
            CategoryIntervalTests.class,
            GdCategoryTests.class,
            JbCategoryTests.class,
            LeftBehindTests.class,
            ObligationRuleTests.class,
            OneChildTwoBooksTests.class,
            PairingRulesTests.class,
            RuleBookTests.class,
            SvJsCategoryTests.class,
            TierJudgeTests.class,
            TriggerTests.class);

    @Test
    void everyClauseIsProvedByATest() {
        Set<ClauseId> tagged = TESTS.flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Clause.class)))
                .map(clause -> ClauseId.of(clause.value()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<ClauseId> onFile = Fixtures.BOOKS.all().stream()
                .flatMap(book -> book.clauses().stream())
                .map(RuleClause::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tagged).isEqualTo(onFile);
    }
}
