package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongxing.PhoneCast.TODAY;
import static org.tongxing.PhoneForms.call;
import static org.tongxing.PhoneForms.key;
import static org.tongxing.PhoneUser.refused;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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
import org.tongxing.PhoneCast.Part;
import org.tongxing.contract.ContactEndpoint.ContactKind;
import org.tongxing.contract.ContactEndpoint.ContactLength;
import org.tongxing.contract.ContactEndpoint.ContactProof;
import org.tongxing.contract.ContactEndpoint.ContactRequest;
import org.tongxing.contract.ContactEndpoint.FestivalRequest;
import org.tongxing.contract.ContactEndpoint.HomeComing;
import org.tongxing.contract.ContactEndpoint.Mood;
import org.tongxing.contract.ContactEndpoint.ReminderRequest;
import org.tongxing.contract.DutyEndpoint.DutyView;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitEndpoint.ConfirmationRequest;
import org.tongxing.kernel.Clause;
import org.tongxing.notification.Hand;
import tools.jackson.databind.JsonNode;

/** Calls between parents and children: two taps, one tap to confirm, a gentle reminder, and nothing for who is kept away. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-contacts-${random.uuid}",
            "tongxing.sandbox.sample=accounts",
            "tongxing.notification.every=1h"
        })
@Import(MovableClock.OnADayInJanuary.class)
class ContactJourneyTests {

    private static final String RHYTHM = "/api/admin/contacts/rhythm?size=100&division=" + Town.CODE;
    private static final String FESTIVAL = "/api/admin/contacts/festival?size=100&division=" + Town.CODE;
    private static PhoneCast cast;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private MovableClock clock;

    @Value("${tongxing.media.directory}")
    private Path media;

    private PhoneUser father;

    @BeforeEach
    void gather() throws Exception {
        this.clock.goTo(TODAY);
        if (cast == null || cast.port != this.port) {
            cast = PhoneCast.of(this.port, this.media, this.jdbc);
            away(cast.child);
            this.jdbc.update("UPDATE child SET registered_on = '2025-01-01'");
        }
        this.father = cast.as(Part.PARENT);
    }

    @AfterEach
    void forgetCalls() {
        for (String table : List.of(
                "contact_confirmation",
                "contact",
                "contact_reminder",
                "reminder_choice",
                "notification",
                "festival_return")) {
            this.jdbc.update("DELETE FROM " + table);
        }
        this.jdbc.update("DELETE FROM membership WHERE requested_at = '2026-06-01'");
        this.jdbc.update("DELETE FROM adult WHERE name = '样人甲'");
    }

    @Test
    @Clause("SV-08")
    @Clause("SG-14")
    void recordsACallInTwoTapsAndTheOtherSideSaysThatItWasSo() throws Exception {
        String key = key();
        ContactRequest form =
                new ContactRequest(cast.child, ContactKind.VIDEO, ContactLength.MEDIUM, now(), Mood.GLAD, "作业写完了");
        long id = this.father.contacts.record(key, form).id();
        assertThat(this.father.contacts.record(key, form).id()).isEqualTo(id);
        assertThat(this.father.contacts.recent(cast.child).get(0).proof()).isEqualTo(ContactProof.SELF_REPORTED);

        PhoneUser grandmother = cast.as(Part.CAREGIVER);
        assertThat(grandmother.home.home().toConfirm()).isPositive();
        assertThat(grandmother.contacts.toConfirm()).extracting("id").containsExactly(id);
        grandmother.contacts.confirm(id, new ConfirmationRequest(true));
        assertThat(grandmother.contacts.toConfirm()).isEmpty();
        assertThat(this.father.contacts.recent(cast.child).get(0).proof()).isEqualTo(ContactProof.CONFIRMED);
        assertThat(cast.as(Part.DIRECTOR).contacts.toConfirm())
                .as("the director may say so as well")
                .extracting("id")
                .containsExactly(id);
        assertThat(refused(() -> cast.as(Part.OTHER_DIRECTOR).contacts.confirm(id, new ConfirmationRequest(true))))
                .isEqualTo(ProblemCode.NOT_FOUND);

        JsonNode row = rhythm(cast.child);
        assertThat(row.path("weeks").get(7).asInt()).isOne();
        assertThat(row.path("confirmed").asInt()).isOne();
        assertThat(row.toString()).as("rhythm, never content").doesNotContain("作业", "GLAD", "VIDEO", "MEDIUM");
    }

    @Test
    void knowsBothParentsAndEachOfTheirChildren() throws Exception {
        long mother = adult("母亲", cast.child, "OPEN");
        tie(Part.VOLUNTEER, mother, cast.child);
        long fatherOfSibling = adult("父亲", cast.sibling, "OPEN");
        tie(Part.PARENT, fatherOfSibling, cast.sibling);
        away(cast.sibling);
        this.father.contacts.record(key(), call(cast.child, now()));
        this.father.contacts.record(key(), call(cast.sibling, now()));
        cast.as(Part.VOLUNTEER).contacts.record(key(), call(cast.child, now().minus(Duration.ofDays(7))));

        assertThat(this.father.contacts.recent(cast.child))
                .as("each parent reads the own calls")
                .hasSize(1);
        assertThat(cast.as(Part.VOLUNTEER).contacts.recent(cast.child)).hasSize(1);
        assertThat(rhythm(cast.child).path("weeks").toString()).isEqualTo("[0,0,0,0,0,0,1,1]");
        assertThat(rhythm(cast.sibling).path("weeks").toString()).isEqualTo("[0,0,0,0,0,0,0,1]");
        assertThat(this.father.contacts.festival().answers())
                .extracting("childId")
                .containsExactlyInAnyOrder(cast.child, cast.sibling);
    }

    @Test
    void showsGapsInWholeWeeksWithoutABlame() throws Exception {
        this.father.contacts.record(key(), call(cast.child, now().minus(Duration.ofDays(22))));
        assertThat(rhythm(cast.child).path("silentWeeks").asInt())
                .as("the running week does not count")
                .isEqualTo(3);
        long id = this.father.contacts.record(key(), call(cast.child, now())).id();
        assertThat(rhythm(cast.child).path("silentWeeks").asInt()).isZero();
        this.father.contacts.undo(id);
        assertThat(rhythm(cast.child).path("silentWeeks").asInt()).isEqualTo(3);
        assertThat(refused(() -> cast.as(Part.STRANGER).contacts.record(key(), call(cast.child, now()))))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    @Clause("LAW-23")
    void remindsOnTheParentsOwnDayOnceAndNotOnOthers() {
        choose(DayOfWeek.WEDNESDAY);
        remindOn(TODAY);
        assertThat(reminders()).as("Monday is not the day").isZero();
        remindOn(TODAY.with(DayOfWeek.WEDNESDAY));
        remindOn(TODAY.with(DayOfWeek.WEDNESDAY));
        assertThat(reminders()).isOne();
        remindOn(TODAY.with(DayOfWeek.THURSDAY));
        assertThat(reminders()).as("once a week").isOne();

        this.clock.goTo(TODAY.plusWeeks(1).with(DayOfWeek.WEDNESDAY));
        this.father.contacts.record(key(), call(cast.child, now()));
        remindOn(TODAY.plusWeeks(1).with(DayOfWeek.WEDNESDAY));
        assertThat(reminders()).as("the call was made").isOne();
    }

    @Test
    void remindsNobodyWhoDoesNotWantToAndNobodyWhoIsKeptAway() {
        choose(DayOfWeek.WEDNESDAY);
        this.father.contacts.remind(new ReminderRequest(null));
        await().until(() -> this.jdbc.queryForObject(
                "SELECT contact_off FROM reminder_choice WHERE phone_account_id = ?",
                Boolean.class,
                cast.account(Part.PARENT)));
        remindOn(TODAY.with(DayOfWeek.WEDNESDAY));
        remindOn(TODAY.plusWeeks(1));
        assertThat(reminders()).as("on no day").isZero();

        choose(DayOfWeek.WEDNESDAY);
        this.jdbc.update(
                "UPDATE adult SET access = 'SUSPECTED' WHERE id IN (SELECT adult_id FROM membership"
                        + " WHERE phone_account_id = ?)",
                cast.account(Part.PARENT));
        try {
            remindOn(TODAY.plusWeeks(1).with(DayOfWeek.WEDNESDAY));
            assertThat(reminders()).as("kept away").isZero();
            assertThat(refused(() -> this.father.contacts.record(key(), call(cast.child, now()))))
                    .isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(this.father.duties.mine()).isEmpty();
        } finally {
            this.jdbc.update("UPDATE adult SET access = 'OPEN' WHERE access = 'SUSPECTED'");
        }
        assertThat(cast.as(Part.RESTRAINED_PARENT).duties.mine()).isEmpty();
        assertThat(cast.as(Part.RESTRAINED_PARENT).home.home().children()).isEmpty();
    }

    @Test
    @Clause("JS-11")
    void putsChildrenToWhomNobodyComesFirst() throws Exception {
        this.clock.goTo(LocalDate.of(2027, 1, 10));
        assertThat(festivalRow(cast.child).path("certain").asBoolean())
                .as("nobody has said")
                .isFalse();
        this.father.contacts.comeHome(new FestivalRequest(cast.child, HomeComing.NO));
        JsonNode list = cast.town.clerk.get(FESTIVAL).json();
        assertThat(list.path("year").asInt()).isEqualTo(2027);
        JsonNode row = festivalRow(cast.child);
        assertThat(row.path("no").asInt()).isOne();
        this.father.contacts.comeHome(new FestivalRequest(cast.child, HomeComing.YES));
        assertThat(festivalRow(cast.child)).as("somebody comes").isNull();
        this.jdbc.update("UPDATE adult SET access = 'RESTRAINED' WHERE id = (SELECT adult_id FROM membership"
                + " WHERE phone_account_id = " + cast.account(Part.PARENT) + " AND child_id = " + cast.child + ")");
        try {
            assertThat(festivalRow(cast.child))
                    .as("who is kept away does not count")
                    .isNotNull();
        } finally {
            this.jdbc.update("UPDATE adult SET access = 'OPEN' WHERE id = (SELECT adult_id FROM membership"
                    + " WHERE phone_account_id = " + cast.account(Part.PARENT) + " AND child_id = " + cast.child + ")");
        }
    }

    @Test
    @Clause("JB-41")
    @Clause("SV-15")
    void givesEveryActorOneList() {
        assertThat(this.father.duties.mine())
                .as("the weekly call")
                .extracting(DutyView::clause)
                .contains("LAW-23");
        this.father.contacts.record(key(), call(cast.child, now()));
        assertThat(this.father.duties.mine()).extracting(DutyView::clause).doesNotContain("LAW-23");

        List<DutyView> family = cast.as(Part.FAMILY).duties.mine();
        assertThat(family).isNotEmpty();
        assertThat(family)
                .allSatisfy(duty -> assertThat(duty.child().id()).isIn(cast.child, cast.sibling))
                .extracting(DutyView::clause)
                .contains("JB-41");
        assertThat(family)
                .isSortedAccordingTo(Comparator.comparing(DutyView::overdue).reversed());
        assertThat(cast.as(Part.STRANGER).duties.mine()).isEmpty();
        assertThat(cast.as(Part.DIRECTOR).duties.mine())
                .allSatisfy(
                        duty -> assertThat(cast.villageOf(duty.child().id())).isEqualTo(cast.villageOf(cast.child)));
    }

    private void choose(DayOfWeek day) {
        this.father.contacts.remind(new ReminderRequest(day));
        await().until(() -> !this.jdbc
                .queryForList(
                        "SELECT 1 FROM reminder_choice WHERE phone_account_id = ? AND weekly_on = ? AND NOT contact_off",
                        cast.account(Part.PARENT),
                        day.name())
                .isEmpty());
    }

    private void remindOn(LocalDate day) {
        this.clock.goTo(day);
        new Hand(this.server).writeDownWeekly();
    }

    private int reminders() {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM notification WHERE occasion = 'WEEKLY' AND phone_account_id = ?",
                Integer.class,
                cast.account(Part.PARENT));
    }

    private Instant now() {
        return this.clock.instant().minusSeconds(60);
    }

    private JsonNode rhythm(long child) throws Exception {
        return row(RHYTHM, child);
    }

    private JsonNode festivalRow(long child) throws Exception {
        return row(FESTIVAL, child);
    }

    private JsonNode row(String list, long child) throws Exception {
        for (int page = 1; ; page++) {
            JsonNode rows = cast.town.clerk.get(list + "&page=" + page).json().path("rows");
            if (rows.isEmpty()) {
                return null;
            }
            for (JsonNode row : rows) {
                if (row.path("childId").asLong() == child) {
                    return row;
                }
            }
        }
    }

    /** The parents work elsewhere, and somebody else looks after the child. */
    private void away(long child) {
        this.jdbc.update(
                "DELETE FROM child_fact WHERE child_id = ? AND kind IN ('FATHER', 'MOTHER', 'FATHER_HOME', 'MOTHER_HOME')",
                child);
        for (String parent : List.of("FATHER", "MOTHER")) {
            this.jdbc.update(
                    "INSERT INTO child_fact (child_id, kind, content, since_on, recorded_at)"
                            + " VALUES (?, ?, 'WORKING_AWAY', '2025-01-01', '2025-01-01')",
                    child,
                    parent);
        }
    }

    private long adult(String relation, long child, String access) {
        this.jdbc.update(
                "INSERT INTO adult (child_id, relation, name, carer, access) VALUES (?, ?, '样人甲', FALSE, ?)",
                child,
                relation,
                access);
        return this.jdbc.queryForObject("SELECT MAX(id) FROM adult", Long.class);
    }

    private void tie(Part part, long adult, long child) {
        this.jdbc.update(
                "INSERT INTO membership (phone_account_id, kind, adult_id, child_id, division_code, state, requested_at)"
                        + " VALUES (?, 'PARENT', ?, ?, ?, 'CONFIRMED', '2026-06-01')",
                cast.account(part),
                adult,
                child,
                cast.villageOf(child));
    }
}
