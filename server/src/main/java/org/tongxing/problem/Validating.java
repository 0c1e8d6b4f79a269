package org.tongxing.problem;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what comes from outside is checked where the library's own way would let something through. */
@Configuration(proxyBeanMethods = false)
class Validating {

    /** Whether a day is past or future is asked of our clock and zone, not of the machine's. */
    @Bean
    ValidationConfigurationCustomizer validateByOurClock(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock);
    }

    @Bean
    ValidationConfigurationCustomizer takeNoBlanksForText() {
        return configuration -> {
            HibernateValidatorConfiguration hibernate = (HibernateValidatorConfiguration) configuration;
            ConstraintMapping mapping = hibernate.createConstraintMapping();
            mapping.constraintDefinition(NotBlank.class)
                    .includeExistingValidators(false)
                    .validatedBy(Written.class);
            hibernate.addMapping(mapping);
        };
    }

    /** Blanks are also those of a Chinese keyboard, which the library's validator takes for text. */
    static final class Written implements ConstraintValidator<NotBlank, CharSequence> {

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text != null && !text.toString().isBlank();
        }
    }
}
