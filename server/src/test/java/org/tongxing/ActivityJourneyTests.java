package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.activity.ActivityClock;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** From a title without a label to who was there. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {"tongxing.sandbox.directory=target/sandbox-wish-${random.uuid}", "tongxing.wish.every=12h"})
@Import(StoppedClock.OnMonday.class)
class ActivityJourneyTests {

    private static final String ACTIVITIES = "/api/admin/activities";
    private static final String PHONE = "/api/phone/activities";

    @LocalServerPort
    private int port;

    @Autowired
    private StoppedClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ActivityClock activityClock;

    @Value("${tongxing.media.directory}")
    private Path media;

    private Town town;

    @BeforeEach
    void openTheTown() throws Exception {
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        this.town = Town.at(this.port);
        for (String table : List.of(
                "activity_helper",
                "activity_sign_up",
                "activity",
                "volunteer_complaint",
                "volunteer",
                "membership",
                "phone_account")) {
            this.jdbc.update("DELETE FROM " + table);
        }
    }

    @Test
    @Clause("GD-61")
    @Clause("GD-63")
    void goesFromAPlainTitleToWhoWasThere() throws Exception {
        long activity = propose("防溺水小课堂", 1);
        assertThat(code(this.town.clerk.post(ACTIVITIES + "/" + activity + "/publication", Map.of())))
                .as("a second person reads what strangers will read")
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        List<Long> children = children(2);
        Phone mother = guardian(children.get(0), "14000000051");
        Phone other = guardian(children.get(1), "14000000052");
        assertThat(mother.get(PHONE).json()).isEmpty();
        publish(activity);

        String version = mother.get(PHONE + "/consent").json().path("version").asString();
        assertThat(code(mother.put(sign(activity, children.get(0)), Map.of("consentVersion", "1999-1"))))
                .isEqualTo("CONSENT_TEXT_OLD");
        assertThat(mother.put(sign(activity, children.get(1)), Map.of("consentVersion", version))
                        .status())
                .as("not her child")
                .isEqualTo(404);
        assertThat(state(mother.put(sign(activity, children.get(0)), Map.of("consentVersion", version))))
                .isEqualTo("SIGNED");
        assertThat(state(mother.put(sign(activity, children.get(0)), Map.of("consentVersion", version))))
                .as("sent twice because an answer was lost")
                .isEqualTo("SIGNED");
        assertThat(state(other.put(sign(activity, children.get(1)), Map.of("consentVersion", version))))
                .as("there is one place")
                .isEqualTo("WAITING");
        assertThat(mother.delete(sign(activity, children.get(0))).status()).isEqualTo(204);
        assertThat(state(other.get(PHONE))).as("whoever waits longest moves up").isEqualTo("SIGNED");

        assertThat(code(attend(activity, children.get(1))))
                .as("not before it has begun")
                .isEqualTo("FACT_DAYS_IMPOSSIBLE");
        this.clock.pass(Duration.ofDays(4));
        assertThat(attend(activity, children.get(1))
                        .json()
                        .at("/signUps/0/present")
                        .asBoolean())
                .isTrue();
        JsonNode page = this.town.clerk.get(ACTIVITIES).json();
        assertThat(page.at("/rows/0/state").asString()).isEqualTo("OVER");
        assertThat(page.at("/heldThisYear/SAFETY").asInt()).isEqualTo(1);
        assertThat(code(other.delete(sign(activity, children.get(1)))))
                .as("nobody signs off from what is over")
                .isEqualTo("ACTIVITY_MOVED_ON");
    }

    @Test
    @Clause("GD-76")
    void refusesALabelInEveryScriptWithAFriendlierProposal() throws Exception {
        for (String title : List.of("关爱留守儿童", "关爱留 守 儿童", "關愛留守兒童", "liushou小课堂")) {
            ConsoleClient.Answer refused = this.town.clerk.post(ACTIVITIES, entry(title, 5));
            assertThat(code(refused)).as(title).isEqualTo("WORDING_TELLS_TOO_MUCH");
            String proposal = refused.json().path("proposal").asString();
            assertThat(this.town.clerk.post(ACTIVITIES, entry(proposal, 5)).status())
                    .as(proposal)
                    .isEqualTo(201);
        }
    }

    @Test
    @Clause("SV-22")
    void signsAChildUpOnPaperAndTellsWhyNothingTakesPlace() throws Exception {
        long activity = publish(propose("儿童之家开放日", 30));
        long child = children(1).get(0);
        Phone guardian = guardian(child, "14000000053");
        JsonNode file = this.town
                .clerk
                .post(ACTIVITIES + "/" + activity + "/sign-ups", Map.of("childId", child, "paper", "纸质同意书在未保站"))
                .json();
        assertThat(file.at("/signUps/0/onPaper").asBoolean()).isTrue();
        assertThat(file.at("/signUps/0/childName").asString()).endsWith("○○");
        this.town.clerk.post(ACTIVITIES + "/" + activity + "/cancellation", Map.of("reason", "暴雨红色预警"));
        JsonNode read = guardian.get(PHONE).json().get(0);
        assertThat(read.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(read.path("saidFor").asString()).isEqualTo("暴雨红色预警");
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM activity_sign_up WHERE (consent_phone IS NULL) = (consent_by IS NULL)",
                        Integer.class))
                .as("no child comes without somebody's consent")
                .isZero();
    }

    @Test
    @Clause("JS-16")
    void letsAVolunteerHelpWhenTheOrganiserSaysYesAndStopsWhoIsComplainedAbout() throws Exception {
        long activity = publish(propose("七彩小课堂", 10));
        Phone volunteer = Phone.of(this.port, this.media, "文秀", "14000000001");
        Volunteering.register(volunteer, 1);
        Volunteering.prepare(this.town.clerk, this.clock.today());
        for (JsonNode request : this.town
                .clerk
                .get("/api/admin/memberships?state=REQUESTED&kind=VOLUNTEER")
                .json()
                .path("rows")) {
            this.town.clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
        }
        assertThat(volunteer.get(PHONE).json().at("/0/mayHelp").asBoolean()).isTrue();
        volunteer.put(PHONE + "/" + activity + "/help", Map.of());
        JsonNode helper =
                this.town.clerk.get(ACTIVITIES + "/" + activity).json().at("/helpers/0");
        assertThat(helper.path("name").asString()).isEqualTo("文○○");
        assertThat(this.town
                        .clerk
                        .send(
                                "PUT",
                                ACTIVITIES + "/" + activity + "/helpers/"
                                        + helper.path("id").asLong(),
                                Map.of("yes", true))
                        .status())
                .isEqualTo(204);
        assertThat(volunteer.get(PHONE).json().at("/0/helping").asString()).isEqualTo("CONFIRMED");
        long id = this.town
                .clerk
                .get("/api/admin/volunteers")
                .json()
                .at("/rows/0/id")
                .asLong();
        this.town.clerk.post("/api/admin/volunteers/" + id + "/complaints", Map.of("about", "活动上私自拍照"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> this.town
                        .clerk
                        .get(ACTIVITIES + "/" + activity)
                        .json()
                        .path("helpers")
                        .isEmpty());
    }

    @Test
    @Clause("JS-21")
    void takesAVolunteerOffTheListOnTheDayTheCheckRunsOutOrThePlaceIsLeft() throws Exception {
        long activity = publish(propose("七彩小课堂", 10));
        String helpers = ACTIVITIES + "/" + activity + "/helpers/";
        Phone volunteer = Phone.of(this.port, this.media, "文秀", "14000000001");
        Volunteering.register(volunteer, 1);
        Volunteering.prepare(this.town.clerk, this.clock.today());
        this.jdbc.update("UPDATE membership SET state = 'CONFIRMED' WHERE kind = 'VOLUNTEER'");
        volunteer.put(PHONE + "/" + activity + "/help", Map.of());
        long id = this.jdbc.queryForObject("SELECT id FROM volunteer", Long.class);
        Volunteering.lastDay(this.town.clerk, id, this.clock.today());
        long helper = this.town
                .clerk
                .get(ACTIVITIES + "/" + activity)
                .json()
                .at("/helpers/0/id")
                .asLong();
        assertThat(code(this.town.clerk.send("PUT", helpers + helper, Map.of("yes", true))))
                .as("the check holds today and not on the day itself")
                .isEqualTo("VOLUNTEER_NOT_READY");
        Volunteering.screen(this.town.clerk, id, this.clock.today(), "CLEAR");
        this.town.clerk.send("PUT", helpers + helper, Map.of("yes", true));
        Volunteering.lastDay(this.town.clerk, id, this.clock.today());
        this.activityClock.tick();
        assertThat(helpers(activity)).as("it holds today").isEqualTo(1);

        this.clock.pass(Duration.ofDays(1));
        assertThat(volunteer.get(PHONE).json()).as("at once").isEmpty();
        assertThat(volunteer.put(PHONE + "/" + activity + "/help", Map.of()).status())
                .isEqualTo(404);
        this.activityClock.tick();
        assertThat(helpers(activity)).isZero();

        Volunteering.screen(this.town.clerk, id, this.clock.today(), "CLEAR");
        volunteer.put(PHONE + "/" + activity + "/help", Map.of());
        assertThat(helpers(activity)).as("checked again, offered again").isEqualTo(1);
        volunteer.delete("/api/phone/volunteer/places/" + Town.CODE);
        await().atMost(Duration.ofSeconds(10)).until(() -> helpers(activity) == 0);
    }

    private int helpers(long activity) throws Exception {
        return this.town
                .clerk
                .get(ACTIVITIES + "/" + activity)
                .json()
                .path("helpers")
                .size();
    }

    @Test
    void keepsAnActivityOfAnotherPlaceOutOfReach() throws Exception {
        long activity = publish(propose("快乐假期", 10));
        long child = children(1).get(0);
        Phone guardian = guardian(child, "14000000054");
        this.jdbc.update("UPDATE activity SET division_code = '511304115'");
        assertThat(this.town.clerk.get(ACTIVITIES + "/" + activity).status()).isEqualTo(404);
        assertThat(guardian.get(PHONE).json()).isEmpty();
        assertThat(guardian.put(sign(activity, child), Map.of("consentVersion", "2026-1"))
                        .status())
                .isEqualTo(404);
    }

    /** A caregiver whose tie somebody has confirmed. */
    private Phone guardian(long child, String number) throws Exception {
        Phone phone = Phone.of(this.port, this.media, "奶奶" + number, number);
        long adult = this.jdbc.queryForObject("SELECT MIN(id) FROM adult WHERE child_id = ?", Long.class, child);
        this.jdbc.update("""
                INSERT INTO membership (phone_account_id, kind, adult_id, child_id, division_code, display_name, state,
                                        requested_at)
                SELECT p.id, 'CAREGIVER', ?, c.id, c.village_code, '奶奶', 'CONFIRMED', NOW()
                FROM phone_account p JOIN child c ON c.id = ? WHERE p.openid = ?
                """, adult, child, phone.openid());
        return phone;
    }

    private List<Long> children(int count) {
        return this.jdbc.queryForList(
                "SELECT c.id FROM child c WHERE c.village_code LIKE '511304114%'"
                        + " AND EXISTS (SELECT 1 FROM adult a WHERE a.child_id = c.id AND a.access = 'OPEN')"
                        + " ORDER BY c.id LIMIT ?",
                Long.class, count);
    }

    private long propose(String title, int capacity) throws Exception {
        ConsoleClient.Answer answer = this.town.clerk.post(ACTIVITIES, entry(title, capacity));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Map<String, Object> entry(String title, int capacity) {
        String day = this.clock.today().plusDays(3).toString();
        Map<String, Object> words =
                new HashMap<>(Map.of("kind", "SAFETY", "title", title, "about", "讲水边安全，做小游戏", "place", "镇中心小学操场"));
        words.putAll(Map.of(
                "startsAt",
                day + "T09:00:00",
                "endsAt",
                day + "T11:00:00",
                "capacity",
                capacity,
                "responsible",
                "李萍、罗春梅",
                "safetyPlan",
                "十名孩子一名大人，签到签退，卫生院派人"));
        return Map.of("divisionCode", Town.CODE, "words", words);
    }

    private long publish(long activity) throws Exception {
        assertThat(this.town
                        .supervisor
                        .post(ACTIVITIES + "/" + activity + "/publication", Map.of())
                        .status())
                .isEqualTo(204);
        return activity;
    }

    private ConsoleClient.Answer attend(long activity, long child) throws Exception {
        return this.town.clerk.send(
                "PUT", ACTIVITIES + "/" + activity + "/attendance", Map.of("childIds", List.of(child)));
    }

    private static String sign(long activity, long child) {
        return PHONE + "/" + activity + "/sign-ups/" + child;
    }

    private static String state(ConsoleClient.Answer answer) {
        JsonNode view = answer.json().isArray() ? answer.json().get(0) : answer.json();
        return view.at("/children/0/state").asString();
    }

    private static String code(ConsoleClient.Answer answer) {
        return answer.json().path("code").asString();
    }
}
