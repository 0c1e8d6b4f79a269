package org.tongxing.sandbox.town;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Marks the database as one of a sandbox, and makes the sample town once the application is ready, unless {@code
 * tongxing.sandbox.sample} says otherwise.
 */
@AutoConfiguration
@ConditionalOnProperty("tongxing.sandbox.active")
class SampleConfiguration {

    @Bean
    ApplicationListener<ApplicationStartedEvent> sandboxMark(DataSource database) {
        return started -> Ledger.on(database);
    }

    @Bean
    @ConditionalOnProperty(name = "tongxing.sandbox.sample", havingValue = "town", matchIfMissing = true)
    SampleTown sampleTown(DataSource database) {
        return new SampleTown(database);
    }

    /** The console asks while a page of a fresh installation would look empty. */
    @Bean
    @ConditionalOnBean(SampleTown.class)
    RouterFunction<ServerResponse> sampleProgress(SampleTown town) {
        return RouterFunctions.route()
                .GET("/sandbox/sample", request -> ServerResponse.ok().body(town.progress()))
                .build();
    }

    @Bean
    @ConditionalOnBean(SampleTown.class)
    ApplicationListener<ApplicationReadyEvent> sampleTownMaker(SampleTown town) {
        return ready -> town.makeInBackground(
                ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
