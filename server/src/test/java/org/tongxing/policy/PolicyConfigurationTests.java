package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class PolicyConfigurationTests {

    @Test
    void readsEveryBookOnTheClassPath() {
        try (var context = new AnnotationConfigApplicationContext(PolicyConfiguration.class)) {
            assertThat(context.getBean(RuleBooks.class).all())
                    .extracting(RuleBook::id)
                    .containsExactly("GD", "JB", "JS", "LAW", "SG", "SV");
        }
    }
}
