package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.BOOKS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;

/** What each clause makes whom owe, in words: the rule books read back. */
class ObligationRuleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JB-36 | 镇里每年培训 1 次",
                "JB-41 | 结对家庭每两个月上门走访 1 次，一年 6 次",
                "JB-51 | 结对家庭春节、寒假、暑假、儿童节、孩子生日上门关爱 1 次",
                "GD-17 | 儿童主任当天上门走访 1 次（风险高）",
                "GD-19 | 儿童主任每月上门走访 1 次（风险高、中高）",
                "GD-21 | 儿童主任每两个月上门走访 1 次（风险中低）",
                "GD-23 | 儿童主任每月联系 1 次（风险低）；儿童主任每三个月上门走访 1 次（风险低）",
                "GD-45 | 妇联每年家庭教育指导 1 次",
                "SV-14 | 儿童主任每月更新资料 1 次",
                "SV-15 | 儿童主任每月上门走访 1 次",
                "JS-02 | 儿童主任寒假春节期间上门走访 1 次",
                "JS-11 | 父母春节联系 1 次",
                "LAW-23 | 父母每周联系 1 次",
            })
    @Clause("JB-36")
    @Clause("JB-41")
    @Clause("JB-51")
    @Clause("GD-17")
    @Clause("GD-19")
    @Clause("GD-21")
    @Clause("GD-23")
    @Clause("GD-45")
    @Clause("SV-14")
    @Clause("SV-15")
    @Clause("JS-02")
    @Clause("JS-11")
    @Clause("LAW-23")
    void saysWhoOwesWhatHowOften(String clause, String sentence) {
        assertThat(String.join(
                        "；", rules(clause).stream().map(ObligationRule::say).toList()))
                .isEqualTo(sentence);
    }

    @Test
    @Clause("GD-16")
    @Clause("JB-41")
    void letsASocialWorkersVisitCountWhereTheDocumentSaysSo() {
        ObligationRule monthly = rules("GD-19").get(0);
        assertThat(monthly.counts(Actor.CHILD_DIRECTOR, DeedKind.VISIT)).isTrue();
        assertThat(monthly.counts(Actor.SOCIAL_WORKER, DeedKind.VISIT)).isTrue();
        assertThat(monthly.counts(Actor.CADRE_FAMILY, DeedKind.VISIT)).isFalse();
        assertThat(rules("JB-41").get(0).counts(Actor.CHILD_DIRECTOR, DeedKind.VISIT))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(DeedKind.class)
    @Clause("JB-51")
    @Clause("GD-23")
    void takesAVisitAtTheRightTimeForTheActivityAndForContact(DeedKind done) {
        List<DeedKind> atHome = List.of(DeedKind.VISIT, DeedKind.CARE_ACTIVITY);
        assertThat(done.satisfies(done)).isTrue();
        for (DeedKind owed : DeedKind.values()) {
            boolean sameVisit = atHome.contains(done) && (atHome.contains(owed) || owed == DeedKind.CONTACT);
            assertThat(done.satisfies(owed)).isEqualTo(done == owed || sameVisit);
        }
    }

    private static List<ObligationRule> rules(String clause) {
        return BOOKS.find(ClauseId.of(clause)).orElseThrow().obligations();
    }
}
