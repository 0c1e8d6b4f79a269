package org.tongxing.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.SimulatedWeChat;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Person;
import org.tongxing.sandbox.wechat.Push;

/** A picture is handed in, its verdict is pushed later: signed, encrypted, more than once, or never. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-push-${random.uuid}")
@Import(MediaCheckTests.Verdicts.class)
class MediaCheckTests {

    private static final String PICTURE = "https://files.example/rain-boots.jpg?signature=x";

    @LocalServerPort
    private int port;

    @Autowired
    private MediaChecks checks;

    @Autowired
    private WeChat wechat;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Verdicts verdicts;

    @Value("${tongxing.media.directory}")
    private Path media;

    private SimulatedWeChat simulator;
    private Person person;

    @BeforeEach
    void meetSomebody() {
        this.simulator = new SimulatedWeChat(sandbox().wechat().baseUrl());
        this.simulator.behave();
        this.simulator.keepSilent(false);
        this.person = sandbox().people().add("文秀", "14000000001");
        this.wechat.openid(sandbox().people().loginCode(this.person.openid()));
        this.verdicts.seen.clear();
        this.jdbc.update("DELETE FROM wechat_media_check");
    }

    @Test
    void tellsTheVerdictThatWeChatPushes() {
        submit(PICTURE, "picture:1");
        submit(PICTURE + "&risky", "picture:2");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(this.verdicts.seen)
                        .containsExactlyInAnyOrder(
                                new MediaChecked("picture:1", Verdict.PASS),
                                new MediaChecked("picture:2", Verdict.RISKY)));
    }

    @Test
    void tellsAVerdictOnceHoweverOftenItIsPushed() {
        this.simulator.keepSilent(true);
        submit(PICTURE, "picture:3");
        String trace = trace("picture:3");
        assertThat(this.simulator.push(trace, "risky")).isEqualTo(200);
        assertThat(this.simulator.push(trace, "risky")).isEqualTo(200);
        assertThat(this.simulator.push(trace, "pass")).isEqualTo(200);
        assertThat(this.verdicts.seen).containsExactly(new MediaChecked("picture:3", Verdict.RISKY));
    }

    @Test
    void keepsAVerdictThatIsFasterThanTheAnswerToTheQuestion() {
        this.simulator.delay("/wxa/media_check_async", 400, 1);
        submit(PICTURE + "&review", "picture:4");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(this.verdicts.seen).containsExactly(new MediaChecked("picture:4", Verdict.REVIEW)));
    }

    @Test
    void leavesAPictureToAPersonAfterHalfAnHourOfSilence() {
        this.simulator.keepSilent(true);
        submit(PICTURE, "picture:5");
        this.checks.giveUp();
        assertThat(this.verdicts.seen).isEmpty();
        this.jdbc.update("UPDATE wechat_media_check SET begun_at = begun_at - INTERVAL 31 MINUTE");
        this.checks.giveUp();
        assertThat(this.verdicts.seen).containsExactly(new MediaChecked("picture:5", Verdict.REVIEW));
        assertThat(this.simulator.push(trace("picture:5"), "pass")).isEqualTo(200);
        assertThat(this.verdicts.seen).as("a late verdict changes nothing").hasSize(1);
    }

    @Test
    void leavesAPictureToAPersonWhenWeChatDoesNotTakeIt() {
        this.simulator.refuse("/wxa/media_check_async", 45009, 1);
        submit(PICTURE, "picture:6");
        assertThat(this.verdicts.seen).containsExactly(new MediaChecked("picture:6", Verdict.REVIEW));
    }

    @Test
    void takesNoPushThatIsNotWeChats() throws Exception {
        this.simulator.keepSilent(true);
        submit(PICTURE, "picture:7");
        String forged = "{\"Event\":\"wxa_media_check\",\"trace_id\":\"" + trace("picture:7")
                + "\",\"result\":{\"suggest\":\"pass\"}}";
        String plain = "timestamp=1&nonce=2&signature=" + SHA1.gen(Push.TOKEN, "1", "2");
        assertThat(post(plain, forged))
                .as("in the safe mode only encrypted ones")
                .isEqualTo(403);
        assertThat(post(plain + "&msg_signature=" + SHA1.gen(Push.TOKEN, "1", "2", "abc"), "{\"Encrypt\":\"abc\"}"))
                .as("signed but not encrypted with our key")
                .isEqualTo(403);
        assertThat(post("timestamp=1&nonce=2&signature=0&msg_signature=0", forged))
                .isEqualTo(403);
        assertThat(post(plain, "x".repeat(70_000))).isEqualTo(403);
        assertThat(post("", forged)).isEqualTo(400);
        assertThat(this.verdicts.seen).isEmpty();
    }

    @Test
    void provesToWeChatThatTheAddressIsOurs() throws Exception {
        String proof = "timestamp=1&nonce=2&echostr=hello&signature=";
        HttpResponse<String> answer = get(proof + SHA1.gen(Push.TOKEN, "1", "2"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(get(proof + "0").statusCode()).isEqualTo(403);
    }

    private void submit(String url, String subject) {
        this.checks.submit(this.person.openid(), TextChecks.Scene.FORUM, url, subject);
    }

    private String trace(String subject) {
        return this.jdbc.queryForObject(
                "SELECT trace_id FROM wechat_media_check WHERE subject = ?", String.class, subject);
    }

    private int post(String query, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address(query))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> get(String query) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(query)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String query) {
        return URI.create("http://127.0.0.1:" + this.port + "/api/wechat/push?" + query);
    }

    private Sandbox sandbox() {
        return Sandbox.on(this.media.getParent().toString());
    }

    @TestConfiguration
    static class Verdicts {

        final List<MediaChecked> seen = new CopyOnWriteArrayList<>();

        @EventListener
        void on(MediaChecked event) {
            this.seen.add(event);
        }
    }
}
