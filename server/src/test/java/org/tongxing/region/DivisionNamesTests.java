package org.tongxing.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.DivisionCode.Level;

class DivisionNamesTests {

    @ParameterizedTest
    @CsvSource({
        "川主宫社区居民委员会, 川主宫社区",
        "东厂社区居委会, 东厂社区",
        "掌村沟村村民委员会, 掌村沟村",
        "大庄村委会, 大庄村",
        "巴音嘎查村民委员会, 巴音嘎查",
        "民兴居委会, 民兴居委会",
        "二连生活区, 二连生活区",
        "村委会, 村委会"
    })
    void callsAVillageByItsOwnName(String official, String everyday) {
        assertThat(DivisionNames.everyday(official, Level.VILLAGE)).isEqualTo(everyday);
        assertThat(DivisionNames.everyday(official, Level.TOWNSHIP)).isEqualTo(official);
    }
}
