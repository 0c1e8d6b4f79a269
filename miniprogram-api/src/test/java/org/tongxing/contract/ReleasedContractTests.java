package org.tongxing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Phones keep an old client for weeks, so the contract only grows. {@code -Drelease-contract=true} makes the contract of
 * today the one the next comparisons go back to; that is done when a client is released, and never to get past a break.
 */
class ReleasedContractTests {

    private static final Path CURRENT = Path.of("openapi.json");
    private static final Path RELEASED = Path.of("released", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everythingAReleasedClientDoesStillWorks() throws Exception {
        assertThat(ContractComparison.breaks(
                        JSON.readTree(Files.readString(RELEASED)), JSON.readTree(Files.readString(CURRENT))))
                .as("what breaks clients that are on phones already")
                .isEmpty();
        if (Boolean.getBoolean("release-contract")) {
            Files.copy(CURRENT, RELEASED, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
