package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;

/** Signing in where there is no WeChat: six digits by text message, and the same requests afterwards. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-sms-${random.uuid}")
@Import(StoppedClock.OnMonday.class)
class SmsSignInTests {

    private static final String CODES = "/api/phone/session/sms/codes";
    private static final String OPEN = "/api/phone/session/sms";
    private static final String NUMBER = "14000000012";

    @LocalServerPort
    private int port;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StoppedClock clock;

    @Value("${tongxing.media.directory}")
    private Path media;

    private ConsoleClient anybody;

    @BeforeEach
    void forgetTheLimits() {
        this.redis.delete(Objects.requireNonNull(this.redis.keys("limit:*")));
        this.jdbc.update("DELETE FROM membership");
        this.anybody = new ConsoleClient(this.port);
    }

    @Test
    void opensASessionAndTheSameRequestsAsWeChat() throws Exception {
        assertThat(ask(NUMBER)).isEqualTo(200);
        JsonNode session = open(NUMBER, sent(NUMBER)).json();
        assertThat(session.at("/ties/0/kind").asString()).isEqualTo("CHILD_SUPERVISOR");
        assertThat(session.at("/ties/0/state").asString()).isEqualTo("REQUESTED");
        ConsoleClient phone = new ConsoleClient(this.port, session.path("token").asString());
        assertThat(phone.get("/api/phone/home").json().path("children")).isEmpty();
        assertThat(phone.get("/api/phone/subscriptions").json().path("templates"))
                .as("no WeChat, no messages to agree to")
                .isEmpty();
        assertThat(code(open(NUMBER, sent(NUMBER)))).as("a code serves once").isEqualTo("SMS_CODE_WRONG");
    }

    @Test
    void answersAlikeForNumbersNobodyHas() throws Exception {
        var known = this.anybody.post(CODES, Map.of("phone", NUMBER));
        var unknown = this.anybody.post(CODES, Map.of("phone", "14055511111"));
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.json()).isEqualTo(known.json());
        assertThat(code(open("14055511111", "000000"))).isEqualTo(code(open(NUMBER, "000000")));
        var stranger = open("14055511111", sent("14055511111"));
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.json().path("ties")).isEmpty();
    }

    @Test
    void makesACodeWorthlessAfterFiveWrongTries() throws Exception {
        ask(NUMBER);
        String right = sent(NUMBER);
        String wrong = right.equals("111111") ? "222222" : "111111";
        for (int left = 4; left >= 0; left--) {
            var answer = open(NUMBER, wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("attemptsLeft").asInt()).isEqualTo(left);
        }
        assertThat(code(open(NUMBER, right))).isEqualTo("SMS_CODE_WRONG");
    }

    @Test
    void comparesNoMoreThanFiveGuessesHoweverManyComeAtOnce() throws Exception {
        ask(NUMBER);
        String right = sent(NUMBER);
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String guess = "%06d".formatted((Integer.parseInt(right) + 1 + i) % 1_000_000);
            guesses.add(() -> open(NUMBER, guess).json().path("attemptsLeft").asInt(-1));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(15);
        int compared = 0;
        for (Future<Integer> guess : crowd.invokeAll(guesses)) {
            compared += guess.get() >= 0 ? 1 : 0;
        }
        crowd.shutdown();
        assertThat(compared).isLessThanOrEqualTo(5);
        assertThat(code(open(NUMBER, right))).isEqualTo("SMS_CODE_WRONG");
    }

    @Test
    void letsARightCodeInOnceHoweverOftenItComesAtOnce() throws Exception {
        ask(NUMBER);
        String right = sent(NUMBER);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tries.add(() -> open(NUMBER, right).status());
        }
        ExecutorService crowd = Executors.newFixedThreadPool(5);
        int opened = 0;
        for (Future<Integer> attempt : crowd.invokeAll(tries)) {
            opened += attempt.get() == 200 ? 1 : 0;
        }
        crowd.shutdown();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void sendsOneAMinuteAndFiveAnHourToANumber() throws Exception {
        assertThat(ask(NUMBER)).isEqualTo(200);
        assertThat(ask(NUMBER)).isEqualTo(429);
        for (int i = 0; i < 4; i++) {
            this.redis.delete(Objects.requireNonNull(this.redis.keys("limit:sms-pause:*")));
            assertThat(ask(NUMBER)).isEqualTo(200);
        }
        this.redis.delete(Objects.requireNonNull(this.redis.keys("limit:sms-pause:*")));
        assertThat(ask(NUMBER)).isEqualTo(429);
        assertThat(ask("14055511112")).as("another number may").isEqualTo(200);
    }

    @Test
    void sendsThirtyAnHourToAnAddress() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(ask("1405552%04d".formatted(i))).isEqualTo(200);
        }
        assertThat(ask("14055529999")).isEqualTo(429);
    }

    @Test
    void keepsNeitherCodeNorNumberWhereItCouldBeRead() throws Exception {
        ask(NUMBER);
        String code = sent(NUMBER);
        for (String key : Objects.requireNonNull(this.redis.keys("*sms*"))) {
            assertThat(key).doesNotContain(NUMBER);
            assertThat(this.redis.opsForValue().get(key)).isNotEqualTo(code);
        }
        assertThat(this.redis.getExpire(Objects.requireNonNull(this.redis.keys("sms:code:*"))
                        .iterator()
                        .next()))
                .isBetween(1L, 300L);
    }

    @Test
    void saysSoWhenTheGatewayRefusesAndLetsOneTryAgain() throws Exception {
        var answer = this.anybody.post(CODES, Map.of("phone", "14099999999"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(code(answer)).isEqualTo("SMS_UNREACHABLE");
        assertThat(ask("14099999999")).as("no minute to wait").isEqualTo(503);
    }

    @Test
    void refusesWhatIsNoNumberOrCode() throws Exception {
        for (String phone : List.of("", "123", "24055511111", "1405551111a", "140555111111")) {
            assertThat(this.anybody.post(CODES, Map.of("phone", phone)).status())
                    .isEqualTo(400);
        }
        assertThat(this.anybody
                        .post(OPEN, Map.of("phone", NUMBER, "code", "12345"))
                        .status())
                .isEqualTo(400);
        assertThat(this.anybody.post(OPEN, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void verifiesAnotherNumberOfSomebodyFromWeChat() throws Exception {
        Phone phone = Phone.of(this.port, this.media, "李萍", "14055500000");
        assertThat(phone.verify()).isEmpty();
        ask(NUMBER);
        var answer = phone.post("/api/phone/session/sms/phone-number", Map.of("phone", NUMBER, "code", sent(NUMBER)));
        assertThat(answer.json().at("/ties/0/kind").asString()).isEqualTo("CHILD_SUPERVISOR");
        assertThat(phone.signedOut()).as("another number than before").isTrue();
    }

    @Test
    void letsWhatWasConfirmedWaitAgainAfterTwoMonthsBecauseNumbersAreHandedOn() throws Exception {
        ask(NUMBER);
        String first = open(NUMBER, sent(NUMBER)).json().path("token").asString();
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, "hm.jinbao");
        JsonNode request =
                clerk.get("/api/admin/memberships?state=REQUESTED").json().at("/rows/0");
        clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
        this.clock.pass(Duration.ofDays(59));
        assertThat(again().at("/ties/0/state").asString()).isEqualTo("CONFIRMED");
        this.clock.pass(Duration.ofDays(62));
        assertThat(again().at("/ties/0/state").asString()).isEqualTo("REQUESTED");
        assertThat(new ConsoleClient(this.port, first).get("/api/phone/ties").status())
                .isEqualTo(401);
        assertThat(clerk.get("/api/admin/memberships?state=REQUESTED")
                        .json()
                        .at("/rows/0/warnings/0")
                        .asString())
                .isEqualTo("LONG_AWAY");
    }

    private JsonNode again() throws Exception {
        forgetTheLimitsOnly();
        ask(NUMBER);
        return open(NUMBER, sent(NUMBER)).json();
    }

    private void forgetTheLimitsOnly() {
        this.redis.delete(Objects.requireNonNull(this.redis.keys("limit:*")));
    }

    private int ask(String phone) throws Exception {
        return this.anybody.post(CODES, Map.of("phone", phone)).status();
    }

    private ConsoleClient.Answer open(String phone, String code) throws Exception {
        return this.anybody.post(OPEN, Map.of("phone", phone, "code", code));
    }

    private String sent(String phone) {
        return Objects.requireNonNull(
                        Sandbox.on(this.media.getParent().toString()).sms().lastTo(phone))
                .code();
    }

    private static String code(ConsoleClient.Answer answer) {
        return answer.json().path("code").asString();
    }
}
