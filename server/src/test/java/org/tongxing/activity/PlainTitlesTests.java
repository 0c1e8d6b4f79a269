package org.tongxing.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.contract.ActivityEndpoint.ActivityKind;
import org.tongxing.kernel.Clause;
import org.tongxing.problem.Refusal;
import org.tongxing.wording.PublicWording;

@Clause("GD-76")
class PlainTitlesTests {

    @ParameterizedTest
    @CsvSource({
        "关爱留守儿童冬日送暖, 关爱小朋友冬日送暖",
        "关爱留 守·儿童冬日送暖, 关爱小朋友冬日送暖",
        "情系孤儿过新年, 情系小朋友过新年",
        "贫困家庭亲子运动会, 家庭亲子运动会",
        "困境, 一起过节",
        "liushou儿童夏令营, 一起过节",
        "關愛留守兒童, 關愛兒童",
        "關愛孤兒, 一起过节"
    })
    void proposesTheSameWordsWithoutTheLabelOrANameForTheKind(String title, String proposal) {
        assertThat(PlainTitles.instead(ActivityKind.HOLIDAY, title)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"留守儿童", "留-守", "困境儿童", "事实无人抚养儿童", "贫困学生", "l i u s h o u 小朋友", "特困低保五保残疾单亲", "残留守守", "孤孤儿儿"})
    void neverProposesAnotherLabel(String title) {
        for (ActivityKind kind : ActivityKind.values()) {
            assertThat(PublicWording.labelIn(PlainTitles.instead(kind, title))).isEmpty();
        }
    }

    @Test
    void refusesALabelOnTheBannerWithWhatCouldStandThere() {
        assertThatThrownBy(() -> PlainTitles.require(ActivityKind.SAFETY, "防溺水小课堂", "金宝镇困境儿童防溺水", "讲水边安全"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getFacts())
                                .containsEntry("label", "困境")
                                .containsEntry("proposal", "金宝镇小朋友防溺水"));
    }

    @Test
    void saysNothingAgainstPlainWords() {
        PlainTitles.require(ActivityKind.CARE_CLASS, "七彩假期", "", "画画、做实验");
    }
}
