package org.tongxing.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;

class LocalCodesTests {

    @ParameterizedTest
    @CsvSource({
        "511304114, , 511304114900",
        "511304114, 511304114907, 511304114908",
        "511304, , 511304900",
        "5113, , 511390",
        "5113, 511398, 511399"
    })
    void beginTheirOwnPartWithANine(String parent, @Nullable String last, String next) {
        DivisionCode code = LocalCodes.next(new DivisionCode(parent), last);
        assertThat(code.value()).isEqualTo(next);
        assertThat(LocalCodes.isLocal(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"51,", "511304114001,", "511304114, 511304114999", "5113, 511399"})
    void areNotMadeUpWhereNoneIsLeft(String parent, @Nullable String last) {
        assertThatThrownBy(() -> LocalCodes.next(new DivisionCode(parent), last))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"511304114001", "511304114", "511304589", "419001", "110101"})
    void areNotThoseOfTheStatistics(String code) {
        assertThat(LocalCodes.isLocal(new DivisionCode(code))).isFalse();
    }
}
