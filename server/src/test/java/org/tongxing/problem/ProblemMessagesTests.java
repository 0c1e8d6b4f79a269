package org.tongxing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxing.contract.ProblemCode;

class ProblemMessagesTests {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyProblemHasAChineseTitle(ProblemCode code) throws Exception {
        Properties texts = new Properties();
        try (var in = ProblemMessagesTests.class.getResourceAsStream("/messages.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(texts.getProperty("problem." + code.name())).isNotBlank();
    }
}
