package org.tongxing.sandbox.town;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Makes the sample town once the application is ready, unless {@code tongxing.sandbox.sample} says otherwise. */
@AutoConfiguration
@ConditionalOnProperty("tongxing.sandbox.active")
@ConditionalOnProperty(name = "tongxing.sandbox.sample", havingValue = "town", matchIfMissing = true)
class SampleConfiguration {

    @Bean
    SampleTown sampleTown(DataSource database) {
        return new SampleTown(database);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> sampleTownMaker(SampleTown town) {
        return ready -> town.makeInBackground(
                ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
