package org.tongxing;

import org.flywaydb.core.Flyway;

/**
 * Brings the tables up to this version and ends. It is run with rights the server itself need not have, as the environment
 * says ({@code FLYWAY_URL}, {@code FLYWAY_USER}, {@code FLYWAY_PASSWORD}), on one machine, before the servers.
 */
public final class Migration {

    private Migration() {}

    public static void main(String[] arguments) {
        Flyway.configure().envVars().locations("classpath:db/migration").load().migrate();
    }
}
