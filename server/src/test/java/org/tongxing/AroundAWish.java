package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.wish.WishClock;
import tools.jackson.databind.JsonNode;

/** A town with a clock, and what it takes for a wish to come true in it; all tests of wishes and volunteers share one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {"tongxing.sandbox.directory=target/sandbox-wish-${random.uuid}", "tongxing.wish.every=12h"})
@Import(StoppedClock.OnMonday.class)
abstract class AroundAWish {

    static final String WISHES = "/api/admin/wishes";
    static final String VOLUNTEERS = "/api/admin/volunteers";
    static final String COMPLAINTS = "/api/admin/complaints";

    @LocalServerPort
    int port;

    @Autowired
    StoppedClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    WishClock wishClock;

    @Value("${tongxing.media.directory}")
    Path media;

    Town town;

    @BeforeEach
    void openTheTown() throws Exception {
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        this.town = Town.at(this.port);
        for (String table : List.of(
                "wish_step",
                "wish_photo",
                "wish_claim",
                "wish",
                "volunteer_complaint",
                "volunteer",
                "membership",
                "pairing")) {
            this.jdbc.update("DELETE FROM " + table);
        }
    }

    /** Somebody who helps; whoever has an odd number is a man. */
    Phone helping(String name, int nth) throws Exception {
        Phone phone = Phone.of(this.port, this.media, name, "1400000%04d".formatted(nth));
        Volunteering.register(phone, name, nth);
        Volunteering.prepare(this.town.clerk, this.clock.today());
        confirm("VOLUNTEER");
        return phone;
    }

    Phone director() throws Exception {
        Phone director = Phone.of(this.port, this.media, "李萍", "14000000012");
        director.verify();
        confirm("CHILD_SUPERVISOR");
        return director;
    }

    void confirm(String kind) throws Exception {
        for (JsonNode request : this.town
                .clerk
                .get("/api/admin/memberships?state=REQUESTED&kind=" + kind)
                .json()
                .path("rows")) {
            this.town.clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
        }
    }

    long child() {
        return this.jdbc.queryForObject(
                "SELECT MIN(id) FROM child WHERE CHAR_LENGTH(name) = 3 AND village_code LIKE '511304114%'", Long.class);
    }

    String village(long child) {
        return this.jdbc.queryForObject(
                "SELECT d.name FROM child c JOIN division d ON d.code = c.village_code WHERE c.id = ?",
                String.class,
                child);
    }

    long propose(long child, String what, String why) throws Exception {
        ConsoleClient.Answer answer = ask(child, what, why);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    ConsoleClient.Answer ask(long child, String what, String why) throws Exception {
        return this.town.clerk.post(WISHES, Map.of("childId", child, "kind", "THING", "what", what, "why", why));
    }

    ConsoleClient.Answer ask(long child, String what, String why, int yuan) throws Exception {
        return this.town.clerk.post(
                WISHES, Map.of("childId", child, "kind", "THING", "what", what, "why", why, "valueCapYuan", yuan));
    }

    long publish(long wish) throws Exception {
        assertThat(this.town
                        .supervisor
                        .post(WISHES + "/" + wish + "/publication", Map.of())
                        .status())
                .isEqualTo(204);
        return wish;
    }

    /** Somebody with an authenticator app, which knows no other time than the true one. */
    ConsoleClient withApp(String username) throws Exception {
        LocalDateTime here = LocalDateTime.now(this.clock);
        this.clock.set(LocalDateTime.now(TongxingApplication.ZONE).toString());
        try {
            return ConsoleClient.signedIn(this.port, username);
        } finally {
            this.clock.set(here.toString());
        }
    }

    static ConsoleClient.Answer arrange(Phone phone, long wish, LocalDate day) throws Exception {
        return phone.put(
                "/api/phone/wishes/" + wish + "/arrangement", Map.of("deliverBy", day.toString(), "way", "STATION"));
    }

    static ConsoleClient.Answer settle(ConsoleClient by, long complaint, Map<String, Object> decision)
            throws Exception {
        return by.post(COMPLAINTS + "/" + complaint + "/settlement", decision);
    }

    String standing(String path) throws Exception {
        return this.town.clerk.get(path).json().at("/volunteer/standing").asString();
    }

    String state(long wish) {
        return this.jdbc.queryForObject("SELECT state FROM wish WHERE id = ?", String.class, wish);
    }

    String today() {
        return this.clock.today().toString();
    }

    static String code(ConsoleClient.Answer answer) {
        return answer.json().path("code").asString();
    }
}
