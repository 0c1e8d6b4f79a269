package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import org.tongxing.notification.Hand;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Templates;
import tools.jackson.databind.JsonNode;

/** One message per occasion, by consent, in waking hours, to those whom it still concerns; whatever does not arrive is seen. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-notification-${random.uuid}",
            "tongxing.notification.every=1h",
            "tongxing.wechat.answer=800ms"
        })
@Import(StoppedClock.OnMonday.class)
class NotificationTests {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String UNDELIVERED = "/api/admin/undelivered";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private StoppedClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${tongxing.media.directory}")
    private Path media;

    private Hand hand;
    private Town town;
    private SimulatedWeChat wechat;

    @BeforeEach
    void openTheTown() throws Exception {
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        this.hand = new Hand(this.server);
        this.town = Town.at(this.port);
        this.wechat = new SimulatedWeChat(
                Sandbox.on(this.media.getParent().toString()).wechat().baseUrl());
        this.wechat.behave();
        for (String table : List.of(
                "notification",
                "nudge",
                "membership",
                "subscribe_credit",
                "subscribe_answer",
                "reminder_choice",
                "activity_sign_up",
                "activity_helper",
                "activity",
                "wish_step",
                "wish_claim",
                "wish",
                "volunteer")) {
            this.jdbc.update("DELETE FROM " + table);
        }
        this.jdbc.update("UPDATE adult SET access = 'OPEN'");
        this.jdbc.update("DELETE FROM pairing");
        this.jdbc.update("UPDATE child SET registered_on = '2025-01-01'");
    }

    @Test
    void tellsWhatWasDecidedOnceAndByOneConsent() throws Exception {
        Phone volunteer = volunteer();
        assertThat(consent(volunteer, Templates.DECISION, 1)).isEqualTo(1);
        confirm("VOLUNTEER");
        this.hand.send();
        this.hand.send();
        JsonNode message = onlyMessage(volunteer);
        assertThat(message.at("/fields/phrase1").asString()).isEqualTo("确认了");
        assertThat(message.at("/fields/time3").asString()).isEqualTo(StoppedClock.monday() + " 10:00");
        assertThat(left(volunteer, Templates.DECISION)).isZero();
        assertThat(states()).containsExactly("SENT");
        assertThat(unreached()).isEmpty();
    }

    @Test
    void sendsWhatAClockThatWentAheadHasPutOff() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 1);
        this.clock.set(StoppedClock.monday().plusDays(9) + "T23:00:00");
        confirm("VOLUNTEER");
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        this.hand.send();
        assertThat(onlyMessage(volunteer).at("/fields/phrase1").asString()).isEqualTo("确认了");
    }

    @Test
    void countsAnAnswerOncePerKey() throws Exception {
        Phone volunteer = volunteer();
        String key = UUID.randomUUID().toString();
        Map<String, Object> answers = Map.of(
                "answers",
                List.of(
                        Map.of("templateId", Templates.DUE, "result", "ACCEPT"),
                        Map.of("templateId", Templates.WISH, "result", "REJECT"),
                        Map.of("templateId", "somebodyElses", "result", "ACCEPT")));
        for (int i = 0; i < 3; i++) {
            volunteer.post("/api/phone/subscriptions/answers", answers, "Idempotency-Key", key);
        }
        assertThat(left(volunteer, Templates.DUE)).isEqualTo(1);
        assertThat(left(volunteer, Templates.WISH)).isZero();
        consent(volunteer, Templates.DUE, 2);
        assertThat(left(volunteer, Templates.DUE)).isEqualTo(3);
        assertThat(volunteer
                        .post("/api/phone/subscriptions/answers", Map.of("answers", List.of()), "Idempotency-Key", key)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void lettersWithoutConsentAreForTheSupervisorToPhone() throws Exception {
        Phone volunteer = volunteer();
        confirm("VOLUNTEER");
        this.hand.send();
        assertThat(this.wechat.messages(volunteer.openid())).isEmpty();
        JsonNode person = unreached().get(0);
        assertThat(person.path("failure").asString()).isEqualTo("NO_CONSENT");
        assertThat(person.path("personName").asString()).isEqualTo("文○○");
        String path = UNDELIVERED + "/" + person.path("account").asLong();
        assertThat(ConsoleClient.signedIn(this.port, "tx.chuanzhu")
                        .post(path + "/settlement", Map.of("how", "REACHED"))
                        .status())
                .as("not hers")
                .isEqualTo(404);
        assertThat(this.town
                        .supervisor
                        .post(path + "/number", Map.of("purpose", "告诉他"))
                        .json()
                        .path("personName")
                        .asString())
                .isEqualTo("文秀");
        assertThat(this.town
                        .supervisor
                        .post(path + "/settlement", Map.of("how", "REACHED"))
                        .status())
                .isEqualTo(204);
        assertThat(unreached()).isEmpty();
        assertThat(this.town
                        .supervisor
                        .post(path + "/settlement", Map.of("how", "REACHED"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void disturbsNobodyAtNight() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 1);
        this.clock.set(StoppedClock.monday() + "T21:00:00");
        confirm("VOLUNTEER");
        this.hand.send();
        this.clock.set(StoppedClock.monday().plusDays(1) + "T07:59:59");
        this.hand.send();
        assertThat(this.wechat.messages(volunteer.openid())).isEmpty();
        this.clock.set(StoppedClock.monday().plusDays(1) + "T08:00:00");
        this.hand.send();
        onlyMessage(volunteer);
    }

    @Test
    void putsOffWhatWasDueByDayButIsOnlySentAtNight() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 1);
        this.clock.set(StoppedClock.monday() + "T20:59:00");
        confirm("VOLUNTEER");
        this.clock.set(StoppedClock.monday() + "T21:30:00");
        this.hand.send();
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void neverSendsAgainWhenTheAnswerNeverCame() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 5);
        confirm("VOLUNTEER");
        this.wechat.drop(SEND, "AFTER");
        this.hand.send();
        assertThat(states()).containsExactly("UNKNOWN");
        this.clock.pass(Duration.ofHours(4));
        this.hand.send();
        assertThat(this.wechat.messages(volunteer.openid())).hasSize(1);
        assertThat(unreached().get(0).path("failure").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    void saysUnknownOfWhatAnInstanceWasSendingWhenItDied() throws Exception {
        volunteer();
        confirm("VOLUNTEER");
        this.jdbc.update("UPDATE notification SET state = 'SENDING', claimed_at = ?", now().minusMinutes(1));
        this.hand.send();
        assertThat(states()).containsExactly("SENDING");
        this.clock.pass(Duration.ofMinutes(2));
        this.hand.send();
        assertThat(states()).containsExactly("UNKNOWN");
        assertThat(this.wechat.calls(SEND)).isZero();
    }

    @Test
    void triesAgainLaterOnlyWhenNobodyCanHaveGotIt() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 1);
        confirm("VOLUNTEER");
        this.wechat.refuse(SEND, 45011, 1);
        this.hand.send();
        assertThat(states()).containsExactly("WAITING");
        assertThat(left(volunteer, Templates.DECISION)).as("given back").isEqualTo(1);
        this.hand.send();
        assertThat(this.wechat.messages(volunteer.openid())).as("not at once").isEmpty();
        this.clock.pass(Duration.ofMinutes(1));
        this.hand.send();
        onlyMessage(volunteer);
    }

    @Test
    void givesUpAfterTheFifthTimeAndSaysSo() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 1);
        confirm("VOLUNTEER");
        this.wechat.refuse(SEND, 45011, 9);
        for (int i = 0; i < 6; i++) {
            this.hand.send();
            this.clock.pass(Duration.ofHours(1));
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(this.wechat.calls(SEND)).isEqualTo(5);
        assertThat(unreached()).hasSize(1);
    }

    @Test
    void believesWeChatWhenAConsentWasTakenBack() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 3);
        this.wechat.withdraw(volunteer.openid());
        confirm("VOLUNTEER");
        this.hand.send();
        assertThat(states()).containsExactly("NO_CONSENT");
        assertThat(left(volunteer, Templates.DECISION)).isZero();
    }

    @Test
    void countsNoConsentThatWeChatSaysIsTakenBack() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 2);
        consent(volunteer, Templates.DUE, 1);
        assertThat(this.wechat.withdrawAndTell(volunteer.openid())).isEqualTo(200);
        await().untilAsserted(() -> {
            assertThat(left(volunteer, Templates.DECISION)).isZero();
            assertThat(left(volunteer, Templates.DUE)).isZero();
        });
        int calls = this.wechat.calls(SEND);
        confirm("VOLUNTEER");
        this.hand.send();
        assertThat(states()).containsExactly("NO_CONSENT");
        assertThat(this.wechat.calls(SEND)).as("WeChat is not even asked").isEqualTo(calls);
    }

    @Test
    void sendsNothingToWhoeverWantsNothing() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 1);
        volunteer.put("/api/phone/subscriptions/choice", Map.of("weeklyOn", "FRIDAY", "muted", true));
        confirm("VOLUNTEER");
        this.hand.send();
        assertThat(states()).containsExactly("DROPPED");
        assertThat(left(volunteer, Templates.DECISION)).isEqualTo(1);
        assertThat(unreached()).as("that is no failure").isEmpty();
    }

    @Test
    void tellsNothingToAnAdultWhoIsKeptAway() throws Exception {
        Phone father = Phone.of(this.port, this.media, "孟国安", Roster.PHONE_OF_A_FATHER);
        father.verify();
        consent(father, Templates.DECISION, 1);
        confirm("PARENT");
        this.jdbc.update("UPDATE adult SET access = 'SUSPECTED' WHERE name = '孟国安'");
        this.hand.send();
        assertThat(this.wechat.messages(father.openid())).isEmpty();
        assertThat(states()).containsExactly("DROPPED");
    }

    @Test
    @Clause("JB-41")
    void remindsAFamilyOnceAWeekOfWhatIsDueOnTheDayItChose() throws Exception {
        Phone family = pairedFamily();
        consent(family, Templates.DUE, 5);
        this.hand.writeDownWeekly();
        this.hand.writeDownWeekly();
        this.hand.send();
        JsonNode message = onlyMessage(family);
        assertThat(message.at("/fields/thing1").asString()).contains("件过了时候");
        this.clock.pass(Duration.ofDays(1));
        this.hand.writeDownWeekly();
        this.hand.send();
        onlyMessage(family);

        family.put("/api/phone/subscriptions/choice", Map.of("weeklyOn", "WEDNESDAY", "muted", false));
        this.clock.set(StoppedClock.monday().plusWeeks(1) + "T10:00:00");
        this.hand.writeDownWeekly();
        this.hand.send();
        onlyMessage(family);
        this.clock.set(StoppedClock.monday().plusWeeks(1).with(DayOfWeek.WEDNESDAY) + "T10:00:00");
        this.hand.writeDownWeekly();
        this.hand.send();
        assertThat(this.wechat.messages(family.openid())).hasSize(2);
    }

    @Test
    void doesNotRemindOfAPairingThatEndedMeanwhile() throws Exception {
        Phone family = pairedFamily();
        consent(family, Templates.DUE, 5);
        this.hand.writeDownWeekly();
        this.jdbc.update("UPDATE pairing SET status = 'ENDED', ends_on = ?", this.clock.today());
        this.hand.send();
        assertThat(this.wechat.messages(family.openid())).isEmpty();
        assertThat(states()).contains("DROPPED");
        this.clock.pass(Duration.ofDays(7));
        this.hand.writeDownWeekly();
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM notification WHERE occasion = 'WEEKLY'", Integer.class))
                .as("and nothing is written down for it any more")
                .isEqualTo(1);
    }

    @Test
    void remindsAParentGentlyAndCountsNothing() throws Exception {
        Phone father = Phone.of(this.port, this.media, "孟国安", Roster.PHONE_OF_A_FATHER);
        father.verify();
        consent(father, Templates.DUE, 1);
        confirm("PARENT");
        // A call is owed while somebody else cares for the child.
        this.jdbc.update("""
                INSERT INTO adult (child_id, relation, name, carer)
                SELECT child_id, '奶奶', '冯秀英', TRUE FROM adult WHERE name = '孟国安' AND relation = '父亲'
                """);
        this.hand.writeDownWeekly();
        this.hand.send();
        JsonNode fields = onlyMessage(father).path("fields");
        assertThat(fields.path("thing1").asString()).isEqualTo("这周和孩子说说话");
        assertThat(fields.path("thing3").asString()).contains("没关系");
    }

    @Test
    void tellsANudgedFamilyAndThoseWhoNudgeThatItArrived() throws Exception {
        Phone family = pairedFamily();
        consent(family, Templates.DUE, 1);
        nudge();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(occasions()).contains("NUDGE"));
        this.hand.send();
        this.hand.send();
        assertThat(onlyMessage(family).at("/fields/thing1").asString()).startsWith("镇里提醒");
        assertThat(this.jdbc.queryForList("SELECT state FROM nudge", String.class))
                .containsExactly("SENT");
    }

    @Test
    void tellsThoseWhoNudgeThatNobodyCouldBeTold() throws Exception {
        pairedFamily();
        nudge();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(occasions()).contains("NUDGE"));
        this.hand.send();
        assertThat(this.jdbc.queryForObject("SELECT why FROM nudge", String.class))
                .isEqualTo("没同意收消息，打电话吧");
        assertThat(unreached().get(0).path("occasion").asString()).isEqualTo("NUDGE");

        this.jdbc.update("DELETE FROM membership");
        this.clock.pass(Duration.ofDays(1));
        nudge();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                this.jdbc.queryForList("SELECT why FROM nudge ORDER BY id DESC LIMIT 1", String.class))
                        .containsExactly("没认过人，打电话吧"));
    }

    @Test
    @Clause("JS-22")
    void tellsOfAClaimedWishAndOfThePromisedDay() throws Exception {
        Phone supervisor = Phone.of(this.port, this.media, "李萍", "14000000012");
        supervisor.verify();
        confirm("CHILD_SUPERVISOR");
        Phone volunteer = volunteer();
        confirm("VOLUNTEER");
        consent(supervisor, Templates.WISH, 1);
        consent(volunteer, Templates.WISH, 1);
        long child = this.jdbc.queryForObject("SELECT MIN(id) FROM child", Long.class);
        long wish = this.town
                .clerk
                .post("/api/admin/wishes", Map.of("childId", child, "kind", "THING", "what", "一双棉雨鞋", "why", "下雨天鞋会湿"))
                .json()
                .path("id")
                .asLong();
        this.town.supervisor.post("/api/admin/wishes/" + wish + "/publication", Map.of());
        this.jdbc.update("UPDATE wish SET family_until = NULL");
        volunteer.post("/api/phone/wishes/" + wish + "/claim", Map.of());
        volunteer.put(
                "/api/phone/wishes/" + wish + "/arrangement",
                Map.of("deliverBy", this.clock.today().plusDays(30).toString(), "way", "STATION"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(occasions()).contains("WISH_CLAIMED"));
        this.hand.send();
        assertThat(onlyMessage(supervisor).at("/fields/thing1").asString()).isEqualTo("有人认领了一个微心愿");

        this.clock.pass(Duration.ofDays(27));
        this.hand.remindOfPromises();
        this.hand.remindOfPromises();
        this.hand.send();
        assertThat(onlyMessage(volunteer).at("/fields/thing1").asString()).isEqualTo("你认领的心愿快到日子了");
    }

    @Test
    void doesNotRemindOfAPromiseThatWasKept() throws Exception {
        Phone volunteer = volunteer();
        confirm("VOLUNTEER");
        consent(volunteer, Templates.WISH, 1);
        this.jdbc.update("""
                INSERT INTO wish (child_id, township_code, alias, age_band, what, why, state, proposed_by, proposed_at)
                VALUES ((SELECT MIN(id) FROM child), ?, '小溪', '8～9 岁', '鞋', '湿', 'ARRANGED', 1, ?)
                """, Town.CODE, now());
        this.jdbc.update(
                """
                INSERT INTO wish_claim (wish_id, phone_account_id, slot, claimed_at, arrange_by, arranged_at, deliver_by)
                VALUES ((SELECT MAX(id) FROM wish), (SELECT phone_account_id FROM membership WHERE kind = 'VOLUNTEER'),
                        1, ?, ?, ?, ?)
                """, now(), this.clock.today(), now(), this.clock.today().plusDays(3));
        this.hand.remindOfPromises();
        this.jdbc.update("UPDATE wish_claim SET ended_at = ?, outcome = 'FULFILLED'", now());
        this.jdbc.update("UPDATE wish SET state = 'FULFILLED'");
        this.hand.send();
        assertThat(this.wechat.messages(volunteer.openid())).isEmpty();
    }

    @Test
    @Clause("JS-22")
    void tellsTheWriterOfAWishThatWasGivenBackEachTimeAndTheVolunteerOfThanksOnce() throws Exception {
        Phone family = pairedFamily();
        consent(family, Templates.WISH, 2);
        long child = this.jdbc.queryForObject("SELECT child_id FROM pairing", Long.class);
        Map<String, Object> words = Map.of("kind", "THING", "what", "一双棉雨鞋", "why", "下雨天鞋会湿");
        long wish = family.post("/api/phone/wishes/of-child/" + child, words)
                .json()
                .path("id")
                .asLong();
        for (int times = 1; times <= 2; times++) {
            this.town.clerk.post("/api/admin/wishes/" + wish + "/return", Map.of("reason", "写多大的码"));
            int returned = times;
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            occasions().stream().filter("WISH_RETURNED"::equals).count() == returned);
            this.hand.send();
            assertThat(this.wechat.messages(family.openid())).hasSize(times);
            family.post("/api/phone/wishes/of-child/" + child, words);
        }
        assertThat(this.wechat
                        .messages(family.openid())
                        .get(0)
                        .at("/fields/thing1")
                        .asString())
                .isEqualTo("你写的心愿要改一改");

        Phone volunteer = volunteer();
        confirm("VOLUNTEER");
        consent(volunteer, Templates.WISH, 1);
        this.jdbc.update("UPDATE wish SET state = 'FULFILLED', thanks = '很暖和', thanks_state = 'WAITING'");
        this.jdbc.update("""
                INSERT INTO wish_claim (wish_id, phone_account_id, slot, claimed_at, arrange_by, ended_at, outcome)
                VALUES (?, (SELECT phone_account_id FROM membership WHERE kind = 'VOLUNTEER'), 1, ?, ?, ?, 'FULFILLED')
                """, wish, now(), this.clock.today(), now());
        this.town.clerk.post("/api/admin/wishes/" + wish + "/thanks/publication", Map.of());
        this.town.clerk.post("/api/admin/wishes/" + wish + "/thanks/publication", Map.of());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(occasions()).containsOnlyOnce("THANKS_SHOWN"));
        this.hand.send();
        assertThat(onlyMessage(volunteer).at("/fields/thing1").asString()).isEqualTo("你送到的心愿有回信了");
    }

    @Test
    @Clause("GD-61")
    void tellsEverybodyWhoExpectsAnActivityOnceThatItDoesNotTakePlace() throws Exception {
        long activity = activity(1);
        Phone volunteer = volunteer();
        confirm("VOLUNTEER");
        volunteer.put("/api/phone/activities/" + activity + "/help", Map.of());
        List<Long> children = this.jdbc.queryForList(
                "SELECT c.id FROM child c WHERE c.village_code LIKE '511304114%'"
                        + " AND EXISTS (SELECT 1 FROM adult a WHERE a.child_id = c.id) ORDER BY c.id LIMIT 3",
                Long.class);
        Phone coming = guardian("14000000061", children.get(0), children.get(1));
        Phone onPaper = guardian("14000000062", children.get(2));
        Phone elsewhere = guardian("14000000063", children.get(0));
        Map<String, Object> agreed = Map.of(
                "consentVersion",
                coming.get("/api/phone/activities/consent")
                        .json()
                        .path("version")
                        .asString());
        for (long child : children.subList(0, 2)) {
            assertThat(coming.put("/api/phone/activities/" + activity + "/sign-ups/" + child, agreed)
                            .status())
                    .isEqualTo(200);
        }
        this.town.clerk.post(
                "/api/admin/activities/" + activity + "/sign-ups", Map.of("childId", children.get(2), "paper", "在未保站"));
        for (Phone phone : List.of(volunteer, coming, onPaper, elsewhere)) {
            consent(phone, Templates.DUE, 2);
        }
        this.town.clerk.post("/api/admin/activities/" + activity + "/cancellation", Map.of("reason", "暴雨红色预警"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> occasions().stream()
                                .filter("ACTIVITY_CANCELLED"::equals)
                                .count()
                        == 3);
        this.hand.send();
        for (Phone phone : List.of(volunteer, coming, onPaper)) {
            assertThat(onlyMessage(phone).at("/fields/thing1").asString()).isEqualTo("报过名的活动不办了");
        }
        assertThat(this.wechat.messages(elsewhere.openid()))
                .as("somebody else has signed the child up")
                .isEmpty();
    }

    @Test
    @Clause("JB-40")
    void putsNoNameIntoAnyMessageOrRowItKeeps() throws Exception {
        tellsOfAClaimedWishAndOfThePromisedDay();
        Phone family = pairedFamily();
        consent(family, Templates.DUE, 1);
        this.clock.set(StoppedClock.monday().plusWeeks(5) + "T10:00:00");
        this.hand.writeDownWeekly();
        this.hand.send();
        List<String> names = this.jdbc.queryForList(
                "SELECT name FROM child UNION SELECT name FROM adult UNION SELECT cadre_name FROM cadre_family",
                String.class);
        List<String> said = Sandbox.on(this.media.getParent().toString()).wechat().messages().all().stream()
                .flatMap(message -> message.fields().values().stream())
                .toList();
        assertThat(said).hasSizeGreaterThan(6);
        List<String> kept = this.jdbc.queryForList(
                "SELECT CONCAT(occasion_key, COALESCE(fields, ''), COALESCE(detail, '')) FROM notification"
                        + " UNION ALL SELECT SERIALIZED_EVENT FROM EVENT_PUBLICATION",
                String.class);
        for (String name : names) {
            assertThat(said).noneMatch(text -> text.contains(name));
            assertThat(kept).noneMatch(text -> text.contains(name));
        }
    }

    @Test
    void forgetsWhoWantsToBeForgotten() throws Exception {
        Phone volunteer = volunteer();
        consent(volunteer, Templates.DECISION, 2);
        this.clock.set(StoppedClock.monday() + "T22:00:00");
        confirm("VOLUNTEER");
        volunteer.delete("/api/phone/ties");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(states()).containsExactly("DROPPED"));
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM subscribe_credit", Integer.class))
                .isZero();
    }

    private Phone volunteer() throws Exception {
        Phone volunteer = Phone.of(this.port, this.media, "文秀", "14000000001");
        Volunteering.register(volunteer, 1);
        Volunteering.prepare(this.town.clerk, this.clock.today());
        return volunteer;
    }

    /** With this many places, in three days. */
    private long activity(int capacity) throws Exception {
        String day = this.clock.today().plusDays(3).toString();
        Map<String, Object> words =
                new java.util.HashMap<>(Map.of("kind", "SAFETY", "title", "防溺水小课堂", "about", "讲水边安全", "place", "小学操场"));
        words.putAll(Map.of("startsAt", day + "T09:00:00", "endsAt", day + "T11:00:00", "capacity", capacity));
        words.putAll(Map.of("responsible", "李萍", "safetyPlan", "十名孩子一名大人"));
        long activity = this.town
                .clerk
                .post("/api/admin/activities", Map.of("divisionCode", Town.CODE, "words", words))
                .json()
                .path("id")
                .asLong();
        assertThat(this.town
                        .supervisor
                        .post("/api/admin/activities/" + activity + "/publication", Map.of())
                        .status())
                .isEqualTo(204);
        return activity;
    }

    /** Somebody who looks after these children, as somebody has confirmed. */
    private Phone guardian(String number, Long... children) throws Exception {
        Phone phone = Phone.of(this.port, this.media, "奶奶" + number, number);
        for (long child : children) {
            this.jdbc.update("""
                    INSERT INTO membership (phone_account_id, kind, adult_id, child_id, division_code, display_name, state,
                                            requested_at)
                    SELECT p.id, 'CAREGIVER', (SELECT MIN(a.id) FROM adult a WHERE a.child_id = c.id), c.id,
                           c.village_code, '奶奶', 'CONFIRMED', NOW()
                    FROM phone_account p JOIN child c ON c.id = ? WHERE p.openid = ?
                    """, child, phone.openid());
        }
        return phone;
    }

    /** A family that has had a child since spring and has not been there. */
    private Phone pairedFamily() throws Exception {
        Town.Match match = this.town.match("suitable", any -> true);
        var paired = this.town.clerk.post(
                "/api/admin/pairings",
                Map.of(
                        "childId",
                        match.child(),
                        "familyId",
                        match.family(),
                        "startsOn",
                        this.clock.today().toString()));
        assertThat(paired.status()).as(paired.json().toString()).isEqualTo(201);
        this.jdbc.update("UPDATE pairing SET starts_on = ?", this.clock.today().withDayOfYear(40));
        Phone family = Phone.of(
                this.port,
                this.media,
                "结对干部",
                Roster.phoneOfCadre(match.candidate().path("cadreName").asString()));
        family.verify();
        confirm("CADRE_FAMILY");
        this.hand.send();
        return family;
    }

    /** Nudges every family that has left something undone, and lets the minute pass in which it can be taken back. */
    private void nudge() throws Exception {
        var pressed = this.town.clerk.post("/api/admin/nudges", Map.of("division", Town.CODE, "actor", "CADRE_FAMILY"));
        assertThat(pressed.json().path("nudged").size()).isEqualTo(1);
        this.clock.pass(Duration.ofMinutes(2));
    }

    private void confirm(String kind) throws Exception {
        for (JsonNode request : this.town
                .clerk
                .get("/api/admin/memberships?state=REQUESTED&kind=" + kind)
                .json()
                .path("rows")) {
            long before = this.jdbc.queryForObject("SELECT COUNT(*) FROM notification", Long.class);
            this.town.clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> this.jdbc.queryForObject("SELECT COUNT(*) FROM notification", Long.class) > before);
        }
    }

    /** In WeChat and told to the server, as the client does after a tap; answers what is left. */
    private int consent(Phone phone, String template, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            this.wechat.consent(phone.openid(), template, 1);
            phone.post(
                    "/api/phone/subscriptions/answers",
                    Map.of("answers", List.of(Map.of("templateId", template, "result", "ACCEPT"))),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }
        return left(phone, template);
    }

    private int left(Phone phone, String template) throws Exception {
        return phone.get("/api/phone/subscriptions")
                .json()
                .path("templates")
                .valueStream()
                .filter(one -> one.path("templateId").asString().equals(template))
                .mapToInt(one -> one.path("left").asInt())
                .sum();
    }

    private JsonNode onlyMessage(Phone phone) {
        JsonNode messages = this.wechat.messages(phone.openid());
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private JsonNode unreached() throws Exception {
        return this.town.supervisor.get(UNDELIVERED).json().path("rows");
    }

    private List<String> states() {
        return this.jdbc.queryForList("SELECT state FROM notification ORDER BY id", String.class);
    }

    private List<String> occasions() {
        return this.jdbc.queryForList("SELECT occasion FROM notification ORDER BY id", String.class);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
