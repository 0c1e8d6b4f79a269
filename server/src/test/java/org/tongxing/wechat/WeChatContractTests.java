package org.tongxing.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.SimulatedWeChat;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Person;
import org.tongxing.sandbox.wechat.Templates;
import org.tongxing.wechat.SubscribeMessages.Outcome;

/** What WxJava and the line around it make of everything WeChat may answer, over HTTP as in production. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-wechat-${random.uuid}",
            "tongxing.wechat.connect=500ms",
            "tongxing.wechat.answer=800ms",
            "tongxing.wechat.deadline=2500ms",
            "tongxing.wechat.rest=1s"
        })
class WeChatContractTests {

    private static final String LOGIN = "/sns/jscode2session";
    private static final String PHONE = "/wxa/business/getuserphonenumber";
    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String TEXT = "/wxa/msg_sec_check";
    private static final Map<String, String> DUE =
            Map.of("thing1", "有 1 次走访该去了", "date2", "2026-12-01", "thing3", "点开看看");

    @Autowired
    private WeChat wechat;

    @Autowired
    private SubscribeMessages messages;

    @Autowired
    private TextChecks texts;

    @Autowired
    private WeChatLine line;

    @Autowired
    private WeChatSettings settings;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Value("${tongxing.media.directory}")
    private Path media;

    private SimulatedWeChat simulator;
    private Person person;

    @BeforeEach
    void meetSomebody() {
        this.simulator = new SimulatedWeChat(sandbox().wechat().baseUrl());
        this.simulator.behave();
        this.person = sandbox().people().add("文秀", "14000000001");
        // An earlier test may have left WeChat silent for a second.
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> signIn() != null);
        this.simulator.behave();
    }

    @Test
    void tradesACodeOnceAndOnlyForFiveMinutes() {
        String code = sandbox().people().loginCode(this.person.openid());
        assertThat(this.wechat.openid(code)).isEqualTo(this.person.openid());
        refuses(() -> this.wechat.openid(code), ProblemCode.WECHAT_CODE_INVALID);
        String late = sandbox().people().phoneCode(this.person.openid());
        this.simulator.forward(301);
        refuses(() -> this.wechat.phoneNumber(late), ProblemCode.WECHAT_CODE_INVALID);
        assertThat(this.wechat.phoneNumber(sandbox().people().phoneCode(this.person.openid())))
                .isEqualTo("14000000001");
    }

    @Test
    void takesWeChatsOtherWordForAUsedCode() {
        this.simulator.refuse(LOGIN, 40163, 1);
        refuses(this::signIn, ProblemCode.WECHAT_CODE_INVALID);
    }

    @Test
    void saysTooOftenWhenWeChatDoes() {
        this.simulator.refuse(PHONE, 45011, 1);
        refuses(this::phoneNumber, ProblemCode.TOO_OFTEN);
    }

    @Test
    void fetchesAStaleTokenAnewOnce() {
        this.simulator.staleToken();
        assertThat(phoneNumber()).isEqualTo("14000000001");
        assertThat(this.simulator.calls(TOKEN)).isEqualTo(1);
        assertThat(this.simulator.calls(PHONE)).isEqualTo(2);
    }

    @Test
    void doesNotFetchTokensForEverWhenNoneIsAccepted() {
        this.simulator.refuse(PHONE, 40001, 9);
        refuses(this::phoneNumber, ProblemCode.WECHAT_UNREACHABLE);
        assertThat(this.simulator.calls(PHONE)).isEqualTo(2);
        assertThat(this.simulator.calls(TOKEN)).isLessThanOrEqualTo(2);
    }

    @Test
    void asksAgainWhenWeChatIsBusyAndGivesUpAfterTheThirdTime() {
        this.simulator.refuse(LOGIN, -1, 1);
        assertThat(signIn()).isEqualTo(this.person.openid());
        this.simulator.behave();
        this.simulator.refuse(LOGIN, -1, 9);
        refuses(this::signIn, ProblemCode.WECHAT_UNREACHABLE);
        assertThat(this.simulator.calls(LOGIN)).isEqualTo(3);
    }

    @Test
    void takesABrokenGatewayForNoAnswer() {
        this.simulator.breakGateway(LOGIN, 502);
        refuses(this::signIn, ProblemCode.WECHAT_UNREACHABLE);
    }

    @Test
    void neverWaitsLongerThanTheDeadlineHoweverManyWaitAtOnce() throws Exception {
        this.simulator.delay(LOGIN, 6_000, 200);
        long began = System.nanoTime();
        List<Callable<ProblemCode>> tries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            tries.add(() -> codeOf(this::signIn));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(60);
        List<Future<ProblemCode>> ends = crowd.invokeAll(tries);
        crowd.shutdown();
        for (Future<ProblemCode> end : ends) {
            assertThat(end.get()).isEqualTo(ProblemCode.WECHAT_UNREACHABLE);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(this.simulator.calls(LOGIN)).isLessThanOrEqualTo(this.settings.lines());
    }

    @Test
    void asksNobodyForAWhileAfterFiveSilentCallsAndTriesAgainLater() {
        this.simulator.delay(LOGIN, 3_000, 5);
        for (int i = 0; i < 5; i++) {
            refuses(this::signIn, ProblemCode.WECHAT_UNREACHABLE);
        }
        long began = System.nanoTime();
        refuses(this::signIn, ProblemCode.WECHAT_UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(100));
        assertThat(this.simulator.calls(LOGIN)).isEqualTo(5);
        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(signIn()).isEqualTo(this.person.openid()));
    }

    @Test
    void isNeverAskedInsideATransaction() {
        assertThatThrownBy(() -> this.transaction.executeWithoutResult(status -> signIn()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(this.simulator.calls(LOGIN)).isZero();
    }

    @Test
    void sendsOneMessagePerConsent() {
        this.simulator.consent(this.person.openid(), Templates.DUE, 1);
        assertThat(send(DUE).outcome()).isEqualTo(Outcome.SENT);
        SubscribeMessages.Sent second = send(DUE);
        assertThat(second.outcome()).isEqualTo(Outcome.NO_CONSENT);
        assertThat(second.code()).isEqualTo(43101);
        assertThat(this.simulator.messages(this.person.openid())).hasSize(1);
    }

    @Test
    void tellsARefusalFromWhatMayBeTriedAgain() {
        this.simulator.consent(this.person.openid(), Templates.DUE, 9);
        assertThat(send(Map.of("thing1", "一二三四五六七八九十一二三四五六七八九十一", "date2", "2026-12-01", "thing3", "点开看看")))
                .isEqualTo(new SubscribeMessages.Sent(Outcome.REFUSED, 47003));
        assertThat(send(Map.of("thing1", " ", "date2", "2026-12-01", "thing3", "点开看看"))
                        .code())
                .isEqualTo(47003);
        assertThat(send(Map.of("thing1", "有 1 次走访该去了", "date2", "明天", "thing3", "点开看看"))
                        .code())
                .isEqualTo(47003);
        this.simulator.refuse(SEND, 45011, 1);
        assertThat(send(DUE).outcome()).isEqualTo(Outcome.NOT_SENT);
        this.simulator.refuse(SEND, -1, 3);
        assertThat(send(DUE).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(this.messages.send("onobody", Templates.DUE, DUE, "index").code())
                .isEqualTo(40003);
        assertThat(this.simulator.messages(this.person.openid())).isEmpty();
        assertThat(send(DUE).outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void saysUnknownWhenTheAnswerNeverCame() {
        this.simulator.consent(this.person.openid(), Templates.DUE, 9);
        this.simulator.drop(SEND, "AFTER");
        assertThat(send(DUE).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(this.simulator.messages(this.person.openid())).hasSize(1);
        this.simulator.drop(SEND, "BEFORE");
        assertThat(send(DUE).outcome()).isEqualTo(Outcome.UNKNOWN);
        this.simulator.delay(SEND, 3_000, 1);
        assertThat(send(DUE).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(this.simulator.calls(SEND))
                .as("nothing is sent twice by itself")
                .isEqualTo(3);
    }

    @Test
    void knowsThatNothingWasSentWhenNoConnectionWasMade() {
        WeChatLine dead = new WeChatLine(at("http://127.0.0.1:9"), this.redis, this.clock);
        SubscribeMessages nowhere = new SubscribeMessages(dead, this.settings);
        assertThat(nowhere.send(this.person.openid(), Templates.DUE, DUE, "index")
                        .outcome())
                .isEqualTo(Outcome.NOT_SENT);
        dead.destroy();
    }

    @Test
    void sharesOneTokenBetweenTwoInstancesHoweverTheyRace() throws Exception {
        WeChatLine second = new WeChatLine(at(sandbox().wechat().baseUrl()), this.redis, this.clock);
        WeChat other = new WeChat(second, this.settings);
        this.simulator.staleToken();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            WeChat instance = i % 2 == 0 ? this.wechat : other;
            String code = sandbox().people().phoneCode(this.person.openid());
            calls.add(() -> instance.phoneNumber(code));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(12);
        for (Future<String> call : crowd.invokeAll(calls)) {
            assertThat(call.get()).isEqualTo("14000000001");
        }
        crowd.shutdown();
        second.destroy();
        assertThat(this.simulator.calls(TOKEN)).isBetween(1, 3);
    }

    @Test
    void asksWhatWeChatThinksOfAText() {
        assertThat(check("谢谢你送来的雨鞋")).isEqualTo(Verdict.PASS);
        assertThat(check("加微信细说")).isEqualTo(Verdict.REVIEW);
        assertThat(check("来赌博")).isEqualTo(Verdict.RISKY);
        assertThat(check("好".repeat(2_600) + "来赌博"))
                .as("a long text is read to its end")
                .isEqualTo(Verdict.RISKY);
    }

    @Test
    void leavesATextToAPersonWhenWeChatDoesNotSay() {
        this.simulator.forward(7_300);
        assertThat(check("谢谢你")).as("61010: not here within two hours").isEqualTo(Verdict.REVIEW);
        signIn();
        this.simulator.delay(TEXT, 3_000, 1);
        assertThat(check("谢谢你")).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void drawsThePictureOfAnInvitation() {
        byte[] picture = this.wechat.picture("K7MX2QPA9RTB");
        assertThat(new byte[] {picture[1], picture[2], picture[3]}).asString().isEqualTo("PNG");
        refuses(() -> this.wechat.picture("邀请"), ProblemCode.WECHAT_UNREACHABLE);
    }

    private String signIn() {
        return this.wechat.openid(sandbox().people().loginCode(this.person.openid()));
    }

    private String phoneNumber() {
        return this.wechat.phoneNumber(sandbox().people().phoneCode(this.person.openid()));
    }

    private SubscribeMessages.Sent send(Map<String, String> fields) {
        return this.messages.send(this.person.openid(), Templates.DUE, fields, "features/home/HomePage");
    }

    private Verdict check(String text) {
        return this.texts.check(this.person.openid(), TextChecks.Scene.COMMENT, text);
    }

    private WeChatSettings at(String url) {
        return new WeChatSettings(
                this.settings.appId(),
                this.settings.secret(),
                url,
                this.settings.pushToken(),
                this.settings.pushAesKey(),
                this.settings.invitationPage(),
                this.settings.version(),
                this.settings.connect(),
                this.settings.answer(),
                this.settings.deadline(),
                this.settings.lines(),
                this.settings.patience(),
                this.settings.rest());
    }

    private Sandbox sandbox() {
        return Sandbox.on(this.media.getParent().toString());
    }

    private static ProblemCode codeOf(Runnable deed) {
        try {
            deed.run();
            return ProblemCode.UNEXPECTED;
        } catch (Refusal refusal) {
            return refusal.getCode();
        }
    }

    private static void refuses(Runnable deed, ProblemCode code) {
        assertThat(codeOf(deed)).isEqualTo(code);
    }
}
