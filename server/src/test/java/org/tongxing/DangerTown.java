package org.tongxing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerRequest;
import tools.jackson.databind.JsonNode;

/** A town with a child somebody may be in danger for, and everybody on duty above it; shared by the tests about that. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-danger-${random.uuid}",
            "tongxing.danger.look-every=100ms",
            "tongxing.notification.every=1h"
        })
@Import(MovableClock.FromNow.class)
abstract class DangerTown {

    static final String DESK = "/api/admin/dangers";
    static final String WORDS = "院里有人打孩子，喊救命";

    static AroundAChild cast;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Value("${tongxing.media.directory}")
    private Path media;

    ConsoleClient township;
    ConsoleClient county;
    ConsoleClient city;

    @BeforeEach
    void openTheTown() throws Exception {
        if (cast == null) {
            cast = new AroundAChild(this.port, this.media, this.jdbc, this.clock);
            // Their codes go by the clock of the machine, so they sign in before it is moved.
            for (String username : List.of("zy.jialing", "wr.nanchong", "ln.sichuan", "aq.jialing", "sj.jialing")) {
                ConsoleClient.signedIn(this.port, username);
            }
        }
        this.township = cast.town.clerk;
        this.county = ConsoleClient.signedIn(this.port, "zy.jialing");
        this.city = ConsoleClient.signedIn(this.port, "wr.nanchong");
        for (String table : List.of(
                "danger_note",
                "danger_addition",
                "danger_receipt",
                "danger_report",
                "notification",
                "risk_decision",
                "child_tier")) {
            this.jdbc.update("DELETE FROM " + table);
        }
    }

    JsonNode waiting(ConsoleClient who) throws Exception {
        return who.get(DESK + "/waiting").json().path("waiting");
    }

    List<Long> red(ConsoleClient who) throws Exception {
        return who.get(DESK + "/waiting")
                .json()
                .path("red")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    static int received(ConsoleClient who, long id) throws Exception {
        return who.post(DESK + "/receipts", Map.of("ids", List.of(id))).status();
    }

    static ConsoleClient.Answer accept(ConsoleClient who, long id) throws Exception {
        return who.post(DESK + "/" + id + "/acceptance", Map.of());
    }

    static ConsoleClient.Answer note(ConsoleClient who, long id, String words) throws Exception {
        return who.post(DESK + "/" + id + "/notes", Map.of("words", words));
    }

    static ConsoleClient.Answer close(ConsoleClient who, long id, String outcome) throws Exception {
        return who.post(DESK + "/" + id + "/closing", Map.of("words", outcome));
    }

    static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : hands.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hands.shutdownNow();
        }
    }

    int reports() {
        return this.jdbc.queryForObject("SELECT COUNT(*) FROM danger_report", Integer.class);
    }

    String level(long id) {
        return this.jdbc.queryForObject("SELECT level FROM danger_report WHERE id = ?", String.class, id);
    }

    DangerRequest about(long child) {
        return request(DangerKind.DOMESTIC_VIOLENCE, null, child, null);
    }

    DangerRequest request(DangerKind kind, @Nullable String words, @Nullable Long child, @Nullable Boolean called) {
        return new DangerRequest(kind, words, child, null, null, now(), now(), called);
    }

    Instant now() {
        return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
