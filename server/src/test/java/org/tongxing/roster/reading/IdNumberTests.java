package org.tongxing.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.kernel.IdNumber;
import org.tongxing.kernel.IdNumber.Problem;
import org.tongxing.kernel.Sex;
import org.tongxing.roster.sheet.RawCell;

class IdNumberTests {

    @Test
    void readsBirthdayAndSex() {
        IdNumber number = IdCell.read(RawCell.text("34052419800101001X")).number();
        assertThat(number).isNotNull();
        assertThat(number.birthOn()).hasToString("1980-01-01");
        assertThat(number.sex()).isEqualTo(Sex.MALE);
        assertThat(number).as("a log line gives nobody away").hasToString("340***********001X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"})
    void overlooksSlipsThatChangeNothing(String written) {
        assertThat(IdCell.read(RawCell.text(written)).number()).isEqualTo(new IdNumber("11010519491231002X"));
    }

    @ParameterizedTest
    @CsvSource({
        "44052418800101001,TOO_SHORT",
        "4405241880010100140,TOO_LONG",
        "440524188001010015,WRONG_CHECK_DIGIT",
        "440524188013010014,NO_SUCH_DAY",
        "44052418800101001a,WRONG_CHARACTERS",
        "440524800101001,FIFTEEN_DIGITS",
        "4.40524188001010E+17,DAMAGED",
        "440524188001010000,DAMAGED"
    })
    void saysWhatIsWrong(String written, Problem problem) {
        assertThat(IdCell.read(RawCell.text(written)).problem()).isEqualTo(problem);
    }

    @Test
    void trustsNoNumberOutOfANumericCell() {
        RawCell cell = new RawCell("11010519491231002", RawCell.Kind.NUMBER);
        assertThat(IdCell.read(cell).problem()).isEqualTo(Problem.DAMAGED);
    }
}
