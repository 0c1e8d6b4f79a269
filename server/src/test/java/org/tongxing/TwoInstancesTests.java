package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.membership.MembershipDecided;
import org.tongxing.notification.Hand;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Templates;
import tools.jackson.databind.JsonNode;

/** Two instances on the same engines, both sending as fast as they can. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-two-${random.uuid}",
            "tongxing.notification.every=1h",
            "tongxing.notification.quiet-from=00:00",
            "tongxing.notification.quiet-until=00:00",
            "tongxing.events.again=1"
        })
@Import(TwoInstancesTests.Stumbling.class)
class TwoInstancesTests {

    private static final int PEOPLE = 60;
    private static final AtomicInteger FALLS = new AtomicInteger();
    private static final AtomicInteger STOOD = new AtomicInteger();
    private static final AtomicInteger HEARD = new AtomicInteger();
    private static final AtomicReference<CountDownLatch> HELD = new AtomicReference<>();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext first;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private EventSerializer serializer;

    @Value("${tongxing.media.directory}")
    private Path media;

    @Test
    void neverSendTwiceAndForgetNobody() throws Exception {
        Sandbox sandbox = Sandbox.on(this.media.getParent().toString());
        SimulatedWeChat wechat = new SimulatedWeChat(sandbox.wechat().baseUrl());
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, "hm.jinbao");
        try (ConfigurableApplicationContext second = second()) {
            List<Phone> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Phone person = Phone.of(this.port, this.media, "志愿者 " + i, "1400001%04d".formatted(i));
                Volunteering.register(person, i);
                wechat.consent(person.openid(), Templates.DECISION, 3);
                for (int n = 0; n < 3; n++) {
                    person.post(
                            "/api/phone/subscriptions/answers",
                            Map.of("answers", List.of(Map.of("templateId", Templates.DECISION, "result", "ACCEPT"))),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
                }
                people.add(person);
            }
            Volunteering.prepare(clerk, LocalDate.now(TongxingApplication.ZONE));
            // Some answers are slow, some get lost after WeChat has done its part.
            wechat.delay("/cgi-bin/message/subscribe/send", 300, 5);
            for (int i = 0; i < 3; i++) {
                wechat.drop("/cgi-bin/message/subscribe/send", "AFTER");
            }
            for (int page = 1; page <= 2; page++) {
                for (JsonNode request : clerk.get("/api/admin/memberships?state=REQUESTED&size=100")
                        .json()
                        .path("rows")) {
                    clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
                }
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> count("SELECT COUNT(*) FROM notification") == PEOPLE);
            sendFromBoth(new Hand(this.first), new Hand(second));
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            count("SELECT COUNT(*) FROM notification WHERE state IN ('SENT', 'UNKNOWN')") == PEOPLE);
            for (Phone person : people) {
                assertThat(wechat.messages(person.openid())).hasSize(1);
            }
            assertThat(count("SELECT COUNT(*) FROM notification WHERE state = 'UNKNOWN'"))
                    .isEqualTo(3);
            assertThat(count("SELECT SUM(credits) FROM subscribe_credit")).isEqualTo(2 * PEOPLE);
        }
    }

    @Test
    void handAnEventAgainToAListenerThatFailed() {
        FALLS.set(1);
        this.transaction.executeWithoutResult(status -> this.events.publishEvent(
                new MembershipDecided(77, 77, true, Town.CODE, LocalDateTime.of(2026, 11, 23, 10, 0))));
        await().atMost(Duration.ofSeconds(60)).until(() -> STOOD.get() == 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> count("SELECT COUNT(*) FROM EVENT_PUBLICATION") == 0);
        assertThat(count("SELECT COUNT(*) FROM notification WHERE subject_id = 77"))
                .isEqualTo(1);
    }

    @Test
    void takeUpWhatAnInstanceThatDiedWasAt() {
        LocalDateTime longAgo = LocalDateTime.now(TongxingApplication.ZONE).minusMinutes(3);
        for (String state : List.of("PUBLISHED", "PROCESSING", "RESUBMITTED")) {
            int person = 780 + state.length();
            leave(new MembershipDecided(78, person, true, Town.CODE, longAgo), state, longAgo);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> count("SELECT COUNT(*) FROM notification WHERE phone_account_id = " + person) == 1);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> count("SELECT COUNT(*) FROM EVENT_PUBLICATION") == 0);
    }

    @Test
    void leaveToTheLivingWhatTheyAreAt() throws Exception {
        MembershipDecided event = new MembershipDecided(79, 79, true, Town.CODE, LocalDateTime.of(2026, 11, 23, 10, 0));
        HELD.set(new CountDownLatch(1));
        this.transaction.executeWithoutResult(status -> this.events.publishEvent(event));
        await().atMost(Duration.ofSeconds(30)).until(() -> HEARD.get() == 1);
        // As if it had been at it for long.
        this.jdbc.update("UPDATE EVENT_PUBLICATION SET LAST_RESUBMISSION_DATE = NOW() - INTERVAL 110 SECOND");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE STATUS = 'PROCESSING'"
                                + " AND LAST_RESUBMISSION_DATE > NOW() - INTERVAL 20 SECOND")
                        == 1);
        HELD.get().countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> count("SELECT COUNT(*) FROM EVENT_PUBLICATION") == 0);
        assertThat(HEARD).hasValue(1);
    }

    /** What is there of an event after the instance with it was killed. */
    private void leave(MembershipDecided event, String state, LocalDateTime at) {
        this.jdbc.update(
                "INSERT INTO EVENT_PUBLICATION (ID, LISTENER_ID, EVENT_TYPE, SERIALIZED_EVENT, PUBLICATION_DATE, STATUS,"
                        + " COMPLETION_ATTEMPTS, LAST_RESUBMISSION_DATE) VALUES (?, ?, ?, ?, ?, ?, 1, ?)",
                UUID.randomUUID().toString(),
                "org.tongxing.notification.MembershipListener.on(" + MembershipDecided.class.getName() + ")",
                MembershipDecided.class.getName(),
                this.serializer.serialize(event),
                at,
                state,
                at);
    }

    private static void sendFromBoth(Hand one, Hand other) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        List<Callable<Void>> rounds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Hand hand = i % 2 == 0 ? one : other;
            rounds.add(() -> {
                for (int round = 0; round < 3; round++) {
                    hand.send();
                }
                return null;
            });
        }
        for (Future<Void> round : crowd.invokeAll(rounds)) {
            round.get();
        }
        crowd.shutdown();
    }

    private ConfigurableApplicationContext second() {
        return new SpringApplicationBuilder(TongxingApplication.class)
                .run(
                        "--server.port=0",
                        "--tongxing.sandbox.directory=" + this.media.getParent(),
                        "--tongxing.notification.every=1h",
                        "--tongxing.notification.quiet-from=00:00",
                        "--tongxing.notification.quiet-until=00:00");
    }

    private int count(String query) {
        return this.jdbc.queryForObject(query, Integer.class);
    }

    /** A listener that falls as often as it is told to. */
    @TestConfiguration
    static class Stumbling {

        @ApplicationModuleListener
        void on(MembershipDecided event) throws InterruptedException {
            if (event.membershipId() == 79) {
                HEARD.incrementAndGet();
                HELD.get().await();
            }
            if (event.membershipId() != 77) {
                return;
            }
            if (FALLS.getAndDecrement() > 0) {
                throw new IllegalStateException("stumbled");
            }
            STOOD.incrementAndGet();
        }
    }
}
