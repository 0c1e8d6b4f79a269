package org.tongxing.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStrengthTests {

    @ParameterizedTest
    @CsvSource({
        "Zhong-Xin-2026, true",
        "Kai-2026, false",
        "zhongxin2026, false",
        "Aa1aaaaaaaaa, false",
        "Hm.Jinbao-2026, false",
        "春天来了Aa-2026, true"
    })
    void asksForLengthVarietyAndNoUserName(String password, boolean suffices) {
        assertThat(PasswordStrength.suffices(password, "hm.jinbao")).isEqualTo(suffices);
    }

    @RepeatedTest(20)
    void makesInitialPasswordsThatSuffice() {
        assertThat(PasswordStrength.suffices(PasswordStrength.initial(), "hm.jinbao"))
                .isTrue();
    }
}
