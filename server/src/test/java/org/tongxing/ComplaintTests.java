package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** Complaints about volunteers: whoever is complained about is stopped first and looked into afterwards. */
class ComplaintTests extends AroundAWish {

    private Phone volunteer;
    private long child;
    private long wish;

    @BeforeEach
    void promiseAWish() throws Exception {
        this.volunteer = helping("文秀", 1);
        this.child = child();
        this.wish = publish(propose(this.child, "一个保温水杯", "冬天想喝上热水"));
        this.volunteer.post("/api/phone/wishes/" + this.wish + "/claim", Map.of());
    }

    @Test
    @Clause("JS-21")
    void stopsAVolunteerAtOnceWhenSomebodyNearTheChildComplainsOnThePhone() throws Exception {
        Phone director = director();
        JsonNode help = help(director);
        assertThat(help).hasSize(1);
        assertThat(help.get(0).path("occasion").asString()).isEqualTo("WISH");
        assertThat(help.get(0).path("name").asString(""))
                .as("who promised it is not told")
                .isEmpty();
        assertThat(help.toString()).doesNotContain("文秀");
        assertThat(complain(director, help.get(0).path("volunteer").asLong()).status())
                .isEqualTo(204);
        assertThat(this.volunteer.get("/api/phone/wishes").json())
                .as("no wall, at once")
                .noneMatch(any -> !any.path("mine").asBoolean());
        assertThat(this.volunteer
                        .get("/api/phone/volunteer")
                        .json()
                        .path("suspended")
                        .asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> state(this.wish).equals("OPEN"));
        assertThat(help(director).get(0).path("complained").asBoolean()).isTrue();
        assertThat(code(complain(director, help.get(0).path("volunteer").asLong())))
                .as("once is enough")
                .isEqualTo("ALREADY_THERE");

        JsonNode row = rows("").get(0);
        assertThat(row.path("raisedAs").asString()).isEqualTo("CHILD_SUPERVISOR");
        assertThat(row.path("volunteerName").asString()).isEqualTo("文○○");
        assertThat(row.toString()).as("what was said is not in a list").doesNotContain("门口");
        long id = row.path("id").asLong();
        assertThat(this.town
                        .clerk
                        .get(COMPLAINTS + "/" + id)
                        .json()
                        .path("about")
                        .asString())
                .isEqualTo("在门口等孩子");
        Map<String, Object> founded = Map.of("founded", true, "reason", "两个人都看见了");
        assertThat(code(settle(this.town.supervisor, id, founded)))
                .as("the same person at the console")
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(settle(this.town.clerk, id, founded).status()).isEqualTo(204);
        assertThat(code(settle(this.town.clerk, id, founded))).isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void takesAComplaintFromThePairedFamilyAndFromNobodyFarFromTheChild() throws Exception {
        Phone stranger = Phone.of(this.port, this.media, "路过的人", "14000000077");
        assertThat(stranger.get(path()).status()).isEqualTo(404);
        long anybody = this.jdbc.queryForObject("SELECT MIN(id) FROM volunteer", Long.class);
        assertThat(complain(stranger, anybody).status()).isEqualTo(404);
        assertThat(complain(this.volunteer, anybody).status())
                .as("nor from other volunteers")
                .isEqualTo(404);
        Phone family = family();
        helping("文芳", 3);
        long other = this.jdbc.queryForObject("SELECT MAX(id) FROM volunteer", Long.class);
        assertThat(complain(family, other).status())
                .as("who never came near this child")
                .isEqualTo(404);
        assertThat(rows("")).isEmpty();
        assertThat(complain(family, anybody).status()).isEqualTo(204);
        assertThat(rows("").get(0).path("raisedAs").asString()).isEqualTo("CADRE_FAMILY");
    }

    @Test
    void listsTheLongestWaitingFirstAndEachStateByItself() throws Exception {
        helping("文芳", 3);
        List<Long> volunteers = this.jdbc.queryForList("SELECT id FROM volunteer ORDER BY id", Long.class);
        for (long one : List.of(volunteers.get(1), volunteers.get(0))) {
            this.clock.pass(Duration.ofDays(1));
            desk(one, "说好的没有来");
        }
        assertThat(rows(""))
                .extracting(row -> row.path("volunteerId").asLong())
                .containsExactly(volunteers.get(1), volunteers.get(0));
        long first = rows("").get(0).path("id").asLong();
        assertThat(settle(this.town.supervisor, first, Map.of("founded", false, "reason", " "))
                        .status())
                .as("a decision says why")
                .isEqualTo(400);
        settle(this.town.supervisor, first, Map.of("founded", false, "reason", "路上堵车，打过电话"));
        assertThat(rows("?state=OPEN")).hasSize(1);
        JsonNode page = this.town.clerk.get(COMPLAINTS + "?state=UNFOUNDED").json();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/counts/OPEN").asInt()).isEqualTo(1);
        assertThat(page.at("/rows/0/settledBy").asString()).isNotEmpty();
        assertThat(this.town
                        .clerk
                        .get(COMPLAINTS + "/" + first)
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("路上堵车，打过电话");
        assertThat(this.jdbc.queryForList("SELECT reason_sealed FROM volunteer_complaint", String.class))
                .noneMatch(stored -> stored != null && stored.contains("堵车"));
    }

    @Test
    void keepsALongComplaintToItsLastCharacter() throws Exception {
        String about = "在村里打听孩子，".repeat(63).substring(0, 500);
        desk(this.jdbc.queryForObject("SELECT id FROM volunteer", Long.class), about);
        String path = COMPLAINTS + "/" + rows("").get(0).path("id").asLong();
        assertThat(this.town.clerk.get(path).json().path("about").asString()).isEqualTo(about);
    }

    @Test
    void letsHelpGoOnOnlyWhenNoComplaintHolds() throws Exception {
        long id = this.jdbc.queryForObject("SELECT id FROM volunteer", Long.class);
        desk(id, "说好的没有来");
        desk(id, "在村里打听孩子");
        assertThat(standing(VOLUNTEERS + "/" + id)).isEqualTo("SUSPENDED");
        List<Long> both = this.jdbc.queryForList("SELECT id FROM volunteer_complaint ORDER BY id", Long.class);
        settle(this.town.supervisor, both.get(0), Map.of("founded", false, "reason", "记错了日子"));
        assertThat(standing(VOLUNTEERS + "/" + id)).as("the other one holds").isEqualTo("SUSPENDED");
        settle(this.town.supervisor, both.get(1), Map.of("founded", true, "reason", "三户都这样说"));
        desk(id, "又来了");
        settle(this.town.supervisor, both.get(1) + 1, Map.of("founded", false, "reason", "看错了人"));
        assertThat(standing(VOLUNTEERS + "/" + id))
                .as("what was true stays true")
                .isEqualTo("SUSPENDED");
    }

    @Test
    void keepsAComplaintWhenTheVolunteerLeaves() throws Exception {
        long id = this.jdbc.queryForObject("SELECT id FROM volunteer", Long.class);
        desk(id, "在村里打听孩子");
        this.volunteer.delete("/api/phone/volunteer");
        assertThat(rows("?state=OPEN")).hasSize(1);
        long complaint = rows("").get(0).path("id").asLong();
        assertThat(settle(this.town.supervisor, complaint, Map.of("founded", true, "reason", "查实"))
                        .status())
                .isEqualTo(204);
        assertThat(this.jdbc.queryForObject("SELECT suspended_at IS NOT NULL FROM volunteer", Boolean.class))
                .as("also for when she registers again")
                .isTrue();
    }

    /** The family of another child, whose wish she promises as well. */
    private Phone family() throws Exception {
        Town.Match match = this.town.match("suitable", any -> true);
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/pairings",
                                Map.of("childId", match.child(), "familyId", match.family(), "startsOn", today()))
                        .status())
                .isEqualTo(201);
        if (match.child() != this.child) {
            this.child = match.child();
            long promised = publish(propose(this.child, "一副跳绳", "想和同学一起跳"));
            this.clock.pass(Duration.ofHours(49));
            assertThat(this.volunteer
                            .post("/api/phone/wishes/" + promised + "/claim", Map.of())
                            .status())
                    .isEqualTo(200);
        }
        Phone family = Phone.of(
                this.port,
                this.media,
                "结对干部",
                Roster.phoneOfCadre(match.candidate().path("cadreName").asString()));
        family.verify();
        confirm("CADRE_FAMILY");
        return family;
    }

    private void desk(long volunteer, String about) throws Exception {
        assertThat(this.town
                        .clerk
                        .post(VOLUNTEERS + "/" + volunteer + "/complaints", Map.of("about", about))
                        .status())
                .isEqualTo(204);
    }

    private JsonNode help(Phone phone) throws Exception {
        return phone.get(path()).json();
    }

    private ConsoleClient.Answer complain(Phone phone, long volunteer) throws Exception {
        return phone.post(path(), Map.of("volunteer", volunteer, "about", "在门口等孩子"));
    }

    private String path() {
        return "/api/phone/complaints/of-child/" + this.child;
    }

    private JsonNode rows(String query) throws Exception {
        return this.town.clerk.get(COMPLAINTS + query).json().path("rows");
    }
}
