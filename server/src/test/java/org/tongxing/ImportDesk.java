package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** The way of a workbook through the console, waiting for the jobs in between. */
final class ImportDesk {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ConsoleClient clerk;

    ImportDesk(ConsoleClient clerk) {
        this.clerk = clerk;
    }

    static byte[] sample() throws Exception {
        try (var in = ImportDesk.class.getResourceAsStream("/sample/roster-jinbao.xlsx")) {
            return in.readAllBytes();
        }
    }

    /** Uploads a workbook and waits until it is read, or waits for somebody. */
    JsonNode read(String division, byte[] workbook) throws Exception {
        var upload = this.clerk.upload("/api/admin/imports", "roster.xlsx", workbook, Map.of("division", division));
        assertThat(upload.status()).as(upload.json().toString()).isEqualTo(201);
        return settled(upload.json().path("id").asLong());
    }

    /** Accepts a previewed import and waits until everybody is on file. */
    JsonNode accept(long id) throws Exception {
        var accepted = this.clerk.post(path(id) + "/acceptance", Map.of());
        assertThat(accepted.status()).as(accepted.json().toString()).isEqualTo(200);
        return settled(id);
    }

    /** The import, once no job is at work on it. */
    JsonNode settled(long id) {
        AtomicReference<JsonNode> last = new AtomicReference<>();
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> {
            JsonNode now = this.clerk.get(path(id)).json();
            last.set(now);
            String state = now.path("state").asString();
            return !state.equals("READING") && !state.equals("ACCEPTING");
        });
        return last.get();
    }

    /** The line of the coverage that says how many rows wait. */
    int unaccepted(String division) throws Exception {
        return this.clerk
                .get("/api/admin/coverage?division=" + division)
                .json()
                .path("unaccepted")
                .asInt();
    }

    /** The rows that wait to be corrected. */
    JsonNode waiting(String division) throws Exception {
        return this.clerk
                .get("/api/admin/refused-rows?size=100&division=" + division)
                .json();
    }

    static String path(long id) {
        return "/api/admin/imports/" + id;
    }
}
