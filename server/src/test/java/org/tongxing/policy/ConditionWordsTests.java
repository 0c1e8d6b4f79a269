package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.BOOKS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;

class ConditionWordsTests {

    private static List<String> requirements(String id) {
        RuleClause clause = BOOKS.find(ClauseId.of(id)).orElseThrow();
        return BOOKS.book(id.substring(0, id.indexOf('-'))).requirements(clause);
    }

    @Test
    @Clause("JB-15")
    void saysWhatALeftBehindChildIs() {
        assertThat(requirements("JB-15")).containsExactly("未满 16 岁", "农村户口", "一方：连续外出务工；另一方：无监护能力，或者父母双方都：连续外出务工");
    }

    @Test
    @Clause("JB-11")
    @Clause("GD-12")
    void saysWhichDisabilitiesAreSevereUnderEachDocument() {
        assertThat(requirements("JB-11")).containsExactly("任何一类一级、二级、智力三级、精神三级");
        assertThat(requirements("GD-12").toString()).contains("智力三级、四级", "精神三级、四级");
    }

    @Test
    @Clause("JB-17")
    @Clause("GD-07")
    void saysHowLongAndHowFarAParentIsAway() {
        assertThat(requirements("JB-17")).containsExactly("连续外出满 3 个月，中间短期回家照样算，去哪里都算");
        assertThat(requirements("GD-06")).containsExactly("连续外出满 3 个月，中间短期回家照样算，要跨县域");
        assertThat(requirements("GD-07")).containsExactly("务工地和户籍地不在一个县，也不都在同一市的核心城区");
    }

    @Test
    void leavesNoCodeWordInAnyBook() {
        for (RuleBook book : BOOKS.all()) {
            assertThat(book.clauses())
                    .allSatisfy(clause -> assertThat(String.join("", book.requirements(clause)))
                            .doesNotContainPattern("[A-Za-z]{2,}"));
        }
    }

    @Test
    void saysNothingOfAClauseThatDefinesNothing() {
        assertThat(requirements("JB-41")).isEmpty();
    }
}
