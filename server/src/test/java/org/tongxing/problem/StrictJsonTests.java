package org.tongxing.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.tongxing.kernel.Sex;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is sent says what its contract says: nothing is made of something else. */
class StrictJsonTests {

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'on':-1}",
                "{'on':20260}",
                "{'on':'2026-11-31'}",
                "{'on':'2026-11-27T10:00:00'}",
                "{'at':1}",
                "{'sex':0}",
                "{'sex':'1'}",
                "{'months':1.9}",
                "{'months':true}",
            })
    void takesNothingForSomethingElse(String json) {
        this.server.run(context -> assertThatThrownBy(
                        () -> context.getBean(JsonMapper.class).readValue(json.replace('\'', '"'), Said.class))
                .isInstanceOf(JacksonException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = "{'on':'2026-11-27','at':'2026-11-27T10:00:00','sex':'FEMALE','months':2}")
    void takesWhatItSays(String json) {
        this.server.run(context -> assertThat(
                        context.getBean(JsonMapper.class).readValue(json.replace('\'', '"'), Said.class))
                .isEqualTo(new Said(LocalDate.of(2026, 11, 27), LocalDateTime.of(2026, 11, 27, 10, 0), Sex.FEMALE, 2)));
    }

    private record Said(
            @Nullable LocalDate on,
            @Nullable LocalDateTime at,
            @Nullable Sex sex,
            @Nullable Integer months) {}
}
