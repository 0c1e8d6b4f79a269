package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tongxing.companion.CompanionClock;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** A volunteer is paired with a child by two people, beside the family pairing, and loses the child with the access. */
class CompanionTests extends AroundAWish {

    private static final String MINE = "/api/phone/companion/children";

    @Autowired
    private CompanionClock companionClock;

    private Phone woman;
    private long volunteer;
    private long girl;

    @BeforeEach
    void meet() throws Exception {
        this.jdbc.update("DELETE FROM companion_meeting");
        this.jdbc.update("DELETE FROM companionship");
        this.woman = helping("文秀", 2);
        this.volunteer = volunteerOf("文秀");
        this.girl = aChild("FEMALE", 10, 15);
    }

    @Test
    @Clause("GD-60")
    void showsAVolunteerTheLeastOfAChildOnceASecondPersonHasSaidYes() throws Exception {
        long id = propose(this.girl, this.volunteer, "STUDY");
        assertThat(this.woman.get(MINE).json()).as("only proposed").isEmpty();
        assertThat(code(confirm(this.town.clerk, id))).isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(confirm(this.town.supervisor, id).status()).isEqualTo(200);
        JsonNode mine = this.woman.get(MINE).json();
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "petName", "age", "townshipName", "kind", "plan", "since", "meetings");
        String name = this.jdbc.queryForObject("SELECT name FROM child WHERE id = ?", String.class, this.girl);
        assertThat(mine.toString()).doesNotContain(name).doesNotContain(village(this.girl));
        assertThat(this.woman.get("/api/phone/children/" + this.girl + "/brief").status())
                .as("the file stays closed")
                .isEqualTo(404);
    }

    @Test
    @Clause("JB-58")
    void countsForNoCoverageAndStandsBesideAFamily() throws Exception {
        String before = coverage();
        confirm(this.town.supervisor, propose(this.girl, this.volunteer, "STUDY"));
        assertThat(coverage()).as("as if nothing had happened").isEqualTo(before);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM pairing", Integer.class))
                .isZero();
        assertThat(code(ask(this.girl, this.volunteer, "STUDY")))
                .as("one per child and kind")
                .isEqualTo("ALREADY_THERE");
        assertThat(ask(this.girl, this.volunteer, "COMPANY").status())
                .as("another kind")
                .isEqualTo(201);
        assertThatThrownBy(
                        () -> this.jdbc.update("INSERT INTO companionship (child_id, volunteer_id, kind, status, plan,"
                                + " starts_on, proposed_by, proposed_at, decided_by) SELECT child_id, volunteer_id, kind, status,"
                                + " plan, starts_on, proposed_by, proposed_at, decided_by FROM companionship"
                                + " WHERE status = 'ACTIVE'"))
                .as("even behind the application's back")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @Clause("JB-24")
    void letsOnlyAWomanBeWithAGirlOfEight() throws Exception {
        helping("老周", 1);
        long man = volunteerOf("老周");
        JsonNode no = ask(this.girl, man, "STUDY").json();
        assertThat(no.path("code").asString()).isEqualTo("PAIRING_BREAKS_A_RULE");
        assertThat(no.path("clauses")).extracting(JsonNode::asString).contains("JB-24");
        assertThat(offer(this.girl, man).path("blocked").asBoolean()).isTrue();
        assertThat(offer(this.girl, this.volunteer).path("blocked").asBoolean()).isFalse();
        long small = aChild("FEMALE", 0, 7);
        long id = propose(small, man, "COMPANY");
        confirm(this.town.supervisor, id);
        this.companionClock.tick();
        assertThat(status(id)).isEqualTo("ACTIVE");
        this.jdbc.update(
                "UPDATE child SET birth_on = ? WHERE id = ?",
                this.clock.today().minusYears(8).toString(),
                small);
        this.companionClock.tick();
        assertThat(status(id)).as("her eighth birthday").isEqualTo("GIRL_NEEDS_WOMAN");
    }

    @Test
    void keepsAwayWhoeverIsKeptAwayFromTheChild() throws Exception {
        this.jdbc.update(
                "UPDATE adult a JOIN (SELECT MIN(id) AS id FROM adult WHERE child_id = ?) m ON m.id = a.id"
                        + " SET a.phone_digest = (SELECT phone_digest FROM phone_account p JOIN volunteer v"
                        + " ON v.phone_account_id = p.id WHERE v.id = " + this.volunteer + "), a.access = 'RESTRAINED'",
                this.girl);
        try {
            assertThat(code(ask(this.girl, this.volunteer, "COMPANY"))).isEqualTo("PAIRING_BREAKS_A_RULE");
        } finally {
            this.jdbc.update("UPDATE adult SET access = 'OPEN', phone_digest = NULL WHERE access = 'RESTRAINED'");
        }
    }

    @Test
    void endsByItselfWithTheVolunteer() throws Exception {
        long stopped = propose(this.girl, this.volunteer, "STUDY");
        confirm(this.town.supervisor, stopped);
        long waiting = propose(aChild("MALE", 0, 15), this.volunteer, "STUDY");
        this.town.clerk.post(VOLUNTEERS + "/" + this.volunteer + "/complaints", Map.of("about", "没说一声就把孩子带走"));
        assertThat(this.woman.get(MINE).json()).as("at once").isEmpty();
        assertThat(status(stopped)).isEqualTo("VOLUNTEER_STOPPED");
        assertThat(code(confirm(this.town.supervisor, waiting))).isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void endsByItselfWhenTheCheckRunsOutOrThePlaceWithdraws() throws Exception {
        long id = propose(this.girl, this.volunteer, "STUDY");
        confirm(this.town.supervisor, id);
        this.clock.pass(Duration.ofDays(366));
        assertThat(this.woman.get(MINE).json()).as("at once").isEmpty();
        this.companionClock.tick();
        assertThat(status(id)).isEqualTo("VOLUNTEER_STOPPED");
    }

    @Test
    @Clause("JS-21")
    void pairsNobodyWithAChildOnTheDayTheCheckRunsOut() throws Exception {
        long waiting = propose(this.girl, this.volunteer, "STUDY");
        Volunteering.lastDay(this.town.clerk, this.volunteer, this.clock.today());
        assertThat(offer(this.girl, this.volunteer).path("blocked").asBoolean())
                .as("it holds today")
                .isFalse();
        this.clock.pass(Duration.ofDays(1));
        assertThat(this.town
                        .clerk
                        .get("/api/admin/children/" + this.girl + "/companions/offers?kind=COMPANY")
                        .json())
                .isEmpty();
        assertThat(code(ask(this.girl, this.volunteer, "COMPANY"))).isEqualTo("VOLUNTEER_NOT_READY");
        assertThat(code(confirm(this.town.supervisor, waiting)))
                .as("nor is what waited let through")
                .isEqualTo("VOLUNTEER_NOT_READY");
        assertThat(this.woman.get(MINE).json()).isEmpty();
    }

    @Test
    void takesNoVolunteerWhoDoesNotHelpThere() throws Exception {
        this.jdbc.update("UPDATE membership SET division_code = '511304115' WHERE kind = 'VOLUNTEER'");
        assertThat(code(ask(this.girl, this.volunteer, "STUDY"))).isEqualTo("NOT_FOUND");
    }

    @Test
    @Clause("GD-60")
    void tellsTheFileAndTheVolunteersPageOfAMeetingAndNeverTheFiguresOfCoverage() throws Exception {
        long id = propose(this.girl, this.volunteer, "STUDY");
        assertThat(met(this.woman, id, today()).status()).as("only proposed").isEqualTo(404);
        confirm(this.town.supervisor, id);
        this.clock.pass(Duration.ofDays(7));
        String before = coverage();
        int visits = this.jdbc.queryForObject("SELECT COUNT(*) FROM visit", Integer.class);
        assertThat(code(met(this.woman, id, this.clock.today().minusDays(8).toString())))
                .as("before it began")
                .isEqualTo("FACT_DAYS_IMPOSSIBLE");
        assertThat(code(met(this.woman, id, this.clock.today().plusDays(1).toString())))
                .isEqualTo("FACT_DAYS_IMPOSSIBLE");
        assertThat(code(this.woman.post(
                        "/api/phone/companion/" + id + "/meetings",
                        Map.of("on", today(), "place", "STATION", "did", "做分数题", "present", List.of()))))
                .as("nobody is alone with a child")
                .isEqualTo("INVALID_REQUEST");
        assertThat(met(this.woman, id, today()).status()).isEqualTo(201);
        assertThat(code(met(this.woman, id, today()))).as("told twice").isEqualTo("ALREADY_THERE");
        assertThat(this.woman.get(MINE).json().at("/0/meetings/0/did").asString())
                .isEqualTo("做分数题");
        for (String page : List.of("/api/admin/children/" + this.girl, VOLUNTEERS + "/" + this.volunteer)) {
            JsonNode shown = this.town.clerk.get(page + "/companions").json().at("/0/meetings/0");
            assertThat(shown.path("did").asString()).as(page).isEqualTo("做分数题");
            assertThat(shown.path("as").asString()).isEqualTo("VOLUNTEER");
        }
        assertThat(coverage()).as("as if they had never met").isEqualTo(before);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM visit", Integer.class))
                .isEqualTo(visits);
    }

    @Test
    @Clause("GD-60")
    void takesAMeetingFromWhoeverVisitsTheChildAndFromNobodyElse() throws Exception {
        long id = propose(this.girl, this.volunteer, "COMPANY");
        confirm(this.town.supervisor, id);
        Phone other = helping("老周", 1);
        String ofChild = "/api/phone/companion/of-child/" + this.girl;
        assertThat(met(other, id, today()).status()).isEqualTo(404);
        assertThat(other.get(ofChild).status()).isEqualTo(404);
        Phone director = director();
        JsonNode company = director.get(ofChild).json().get(0);
        assertThat(company.path("volunteerName").asString()).isEqualTo("文○○");
        assertThat(met(director, id, today()).status()).isEqualTo(201);
        assertThat(director.get(ofChild).json().at("/0/meetings/0/present/0").asString())
                .isEqualTo("TEACHER");
        this.town.clerk.post(VOLUNTEERS + "/" + this.volunteer + "/complaints", Map.of("about", "没说一声就把孩子带走"));
        assertThat(met(this.woman, id, today()).status())
                .as("she sees the child no more")
                .isEqualTo(404);
    }

    private static ConsoleClient.Answer met(Phone phone, long id, String on) throws Exception {
        return phone.post(
                "/api/phone/companion/" + id + "/meetings",
                Map.of("on", on, "place", "STATION", "did", "做分数题", "present", List.of("TEACHER")));
    }

    private long volunteerOf(String name) {
        return this.jdbc.queryForObject("SELECT v.id FROM volunteer v WHERE v.name = ?", Long.class, name);
    }

    private long aChild(String sex, int from, int to) {
        return this.jdbc.queryForObject(
                "SELECT MIN(id) FROM child WHERE sex = ? AND village_code LIKE '511304114%' AND left_on IS NULL"
                        + " AND TIMESTAMPDIFF(YEAR, birth_on, ?) BETWEEN ? AND ?",
                Long.class, sex, today(), from, to);
    }

    private ConsoleClient.Answer ask(long child, long volunteer, String kind) throws Exception {
        return this.town.clerk.post(
                "/api/admin/children/" + child + "/companions",
                Map.of("volunteerId", volunteer, "kind", kind, "startsOn", today(), "plan", "每周六上午，在镇未保站"));
    }

    private long propose(long child, long volunteer, String kind) throws Exception {
        ConsoleClient.Answer asked = ask(child, volunteer, kind);
        assertThat(asked.status()).as(asked.json().toString()).isEqualTo(201);
        return asked.json().path("id").asLong();
    }

    private ConsoleClient.Answer confirm(ConsoleClient person, long id) throws Exception {
        return person.post("/api/admin/companions/" + id + "/confirmation", Map.of());
    }

    private JsonNode offer(long child, long volunteer) throws Exception {
        for (JsonNode offer : this.town
                .clerk
                .get("/api/admin/children/" + child + "/companions/offers?kind=STUDY")
                .json()) {
            if (offer.path("volunteerId").asLong() == volunteer) {
                return offer;
            }
        }
        throw new AssertionError("not offered");
    }

    private String status(long id) {
        return this.jdbc.queryForObject(
                "SELECT COALESCE(end_reason, status) FROM companionship WHERE id = ?", String.class, id);
    }

    private String coverage() throws Exception {
        return this.town
                .clerk
                .get("/api/admin/coverage?division=" + Town.CODE)
                .json()
                .toString();
    }
}
