package org.tongxing.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.Sex;

class IdNumberTests {

    @Test
    void readsBirthdayAndSex() {
        IdNumber number = IdNumber.parse("34052419800101001X");
        assertThat(number).isNotNull();
        assertThat(number.birthOn()).hasToString("1980-01-01");
        assertThat(number.sex()).isEqualTo(Sex.MALE);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,",
        "440524188001010014,",
        "44052418800101001,身份证号少 1 位",
        "4405241880010100140,身份证号多 1 位",
        "440524188001010015,身份证号最后一位对不上，有一位抄错了",
        "440524188013010014,身份证号里的出生日期不对",
        "44052418800101001a,身份证号里有不该有的字"
    })
    void saysInPlainWordsWhatIsWrong(String text, String problem) {
        assertThat(IdNumber.problem(text)).isEqualTo(problem);
    }
}
