package org.tongxing.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    /** The secret of RFC 6238, appendix B: 12345678901234567890. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true", "60, true", "119, true", "120, false"})
    void acceptsAPhoneThatIsHalfAMinuteOff(long seconds, boolean accepted) {
        String code = Totp.code(SECRET, 2);
        assertThat(Totp.match(SECRET, code, Instant.ofEpochSecond(seconds)).isPresent())
                .isEqualTo(accepted);
    }

    @Test
    void makesSecretsOf160Bits() {
        assertThat(Totp.secret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.secret());
    }
}
