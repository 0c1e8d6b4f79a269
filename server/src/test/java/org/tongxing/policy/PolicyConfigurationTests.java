package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class PolicyConfigurationTests {

    @Test
    void readsEveryBookOnTheClassPathAndLetsItsJurisdictionFollowIt() {
        try (var context = new AnnotationConfigApplicationContext(PolicyConfiguration.class)) {
            assertThat(context.getBean(RuleBooks.class).all())
                    .extracting(RuleBook::id)
                    .containsExactly("GD", "JB", "LAW");
            assertThat(context.getBean(Adoptions.class)
                            .rules(Fixtures.VILLAGE, Fixtures.TODAY)
                            .categories())
                    .containsExactly("1", "2", "3", "4", "5", "6");
        }
    }
}
