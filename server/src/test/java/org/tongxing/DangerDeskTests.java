package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.contract.DangerEndpoint.DangerView;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** Danger on the screens of those on duty: seen, taken up, gone up, closed, and never told by whom. */
class DangerDeskTests extends DangerTown {

    @Test
    @Clause("JB-49")
    void isShownToEverybodyOnDutyInTownshipAndCountyUntilSomebodyTakesItUp() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        ConsoleClient supervisor = cast.town.supervisor;
        assertThat(waiting(this.township)).hasSize(1);
        assertThat(waiting(supervisor)).hasSize(1);
        assertThat(waiting(this.county)).hasSize(1);
        assertThat(waiting(this.city)).as("not before it went up").isEmpty();
        assertThat(cast.family.dangers().get(id).shownTo())
                .as("asking is not seeing")
                .isEmpty();

        assertThat(received(this.township, id)).isEqualTo(204);
        received(this.township, id);
        assertThat(received(this.city, id)).isEqualTo(204);
        assertThat(cast.family.dangers().get(id).shownTo())
                .as("only on whose screen it has been, and once")
                .extracting(one -> one.name())
                .containsExactly("何明");

        assertThat(accept(supervisor, id).status()).isEqualTo(200);
        assertThat(accept(supervisor, id).status()).as("a second tap").isEqualTo(200);
        assertThat(accept(this.township, id).json().path("code").asString()).isEqualTo("ALREADY_DECIDED");
        assertThat(waiting(this.township)).isEmpty();
        assertThat(waiting(this.county)).isEmpty();
        DangerView seen = cast.family.dangers().get(id);
        assertThat(seen.state()).isEqualTo(DangerState.ACCEPTED);
        assertThat(seen.acceptedBy())
                .isEqualTo(supervisor
                        .get("/api/admin/session")
                        .json()
                        .path("displayName")
                        .asString());
        assertThat(seen.shownTo()).hasSize(2);
    }

    @Test
    void isAcceptedByOneOfSeveralWhoTryAtOnce() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        List<Callable<Integer>> tries = List.of(
                () -> accept(this.township, id).status(),
                () -> accept(cast.town.supervisor, id).status(),
                () -> accept(this.county, id).status());
        assertThat(atOnce(tries)).containsExactlyInAnyOrder(200, 409, 409);
    }

    @Test
    void goesUpWhenNobodyTakesItUpWithinTheMinutesOfTheSetting() throws Exception {
        assertThat(this.township
                        .send(
                                "PUT",
                                "/api/admin/local-settings/DANGER_ACCEPT_MINUTES",
                                Map.of("division", Town.CODE, "value", 5))
                        .status())
                .isEqualTo(200);
        ConsoleClient province = ConsoleClient.signedIn(this.port, "ln.sichuan");
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        this.clock.forward(Duration.ofMinutes(4));
        assertThat(waiting(this.city)).isEmpty();
        this.clock.forward(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(waiting(this.city)).hasSize(1));
        assertThat(waiting(province)).isEmpty();
        assertThat(waiting(this.township)).as("it stays where it was").hasSize(1);
        this.clock.forward(Duration.ofMinutes(6));
        await().untilAsserted(() -> assertThat(waiting(province)).hasSize(1));
        assertThat(accept(province, id).status()).isEqualTo(200);
        assertThat(waiting(this.township)).isEmpty();
        this.clock.forward(Duration.ofMinutes(60));
        assertThat(level(id)).isEqualTo("PROVINCE");
    }

    @Test
    void doesNotGoUpOnceSomebodyHasIt() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        accept(this.township, id);
        long other = cast.father.dangers().report(key(), about(cast.child)).id();
        this.clock.forward(Duration.ofMinutes(121));
        await().untilAsserted(() -> assertThat(level(other)).isNotEqualTo("COUNTY"));
        assertThat(level(id)).isEqualTo("COUNTY");
    }

    @Test
    @Clause("GD-17")
    @Clause("GD-18")
    void turnsTheChildRedInListsInTheFileAndOnThePhonesOfThoseWhoVisit() throws Exception {
        long id = cast.director.dangers().report(key(), about(cast.child)).id();
        assertThat(red(this.township)).containsExactly(cast.child);
        assertThat(red(this.county)).containsExactly(cast.child);
        await().untilAsserted(() -> assertThat(this.township
                        .get("/api/admin/children/" + cast.child + "/risk")
                        .json()
                        .at("/now/tier")
                        .asString())
                .isEqualTo("HIGH"));
        assertThat(cast.family.dangers().children()).containsExactly(cast.child);
        assertThat(cast.director.dangers().children()).containsExactly(cast.child);
        assertThat(cast.father.dangers().children())
                .as("the danger may be at home")
                .isEmpty();
        assertThat(cast.grandmother.dangers().children()).isEmpty();
        assertThat(cast.volunteer.dangers().children()).isEmpty();

        accept(this.township, id);
        assertThat(red(this.township)).as("until it is over").containsExactly(cast.child);
        close(this.township, id, "派出所和村里都到了，孩子在奶奶家");
        assertThat(red(this.township)).isEmpty();
        assertThat(cast.family.dangers().children()).isEmpty();
        assertThat(cast.director.dangers().get(id).closedAt()).isNotNull();
    }

    @Test
    void keepsWhatWasDoneAndHowItEnded() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        assertThat(close(this.township, id, "没事").json().path("code").asString())
                .as("nobody has taken it up")
                .isEqualTo("STALE");
        accept(this.township, id);
        assertThat(note(this.township, id, " ").status()).isEqualTo(400);
        assertThat(note(this.township, id, "给派出所打了电话，王警官去").status()).isEqualTo(200);
        assertThat(note(this.county, id, "县妇联也去人").status()).isEqualTo(200);
        JsonNode closed = close(this.township, id, "孩子送到了姑姑家").json();
        assertThat(closed.path("notes")).hasSize(2);
        assertThat(closed.at("/notes/1/words").asString()).isEqualTo("县妇联也去人");
        assertThat(closed.at("/closing/outcome").asString()).isEqualTo("孩子送到了姑姑家");
        assertThat(closed.at("/closing/by").asString()).isEqualTo("何明");
        assertThat(note(this.township, id, "再补一句").json().path("code").asString())
                .isEqualTo("STALE");
        assertThat(close(this.county, id, "再办一次").json().path("code").asString())
                .isEqualTo("STALE");
        JsonNode counts =
                this.township.get(DESK + "?division=" + Town.CODE).json().path("counts");
        assertThat(counts.path("CLOSED").asInt()).isEqualTo(1);
        assertThat(counts.path("WAITING").asInt()).isZero();
        assertThat(this.jdbc.queryForList("SELECT words_sealed FROM danger_note", String.class))
                .noneMatch(kept -> kept.contains("派出所"));
    }

    @Test
    void sealsWhoReportedAndOpensItToTheSecurityAdministratorAloneForAPurpose() throws Exception {
        long id = cast.family
                .dangers()
                .report(key(), request(DangerKind.DOMESTIC_VIOLENCE, WORDS, cast.child, null))
                .id();
        Map<String, Object> row = this.jdbc.queryForMap("SELECT * FROM danger_report WHERE id = ?", id);
        assertThat(row.values().toString())
                .doesNotContain(AroundAChild.nameOf(cast.family))
                .doesNotContain("phone:")
                .doesNotContain(WORDS);
        String told = this.township.get(DESK + "/" + id).json().toString()
                + this.township.get(DESK + "?division=" + Town.CODE).json()
                + this.township.get(DESK + "/waiting").json();
        assertThat(told).contains(WORDS).doesNotContain(AroundAChild.nameOf(cast.family));

        String opening = "/api/admin/danger-reporters/" + id + "/opening";
        for (ConsoleClient other : List.of(this.township, this.county, this.city)) {
            assertThat(other.post(opening, Map.of("purpose", "想知道")).status()).isEqualTo(403);
        }
        ConsoleClient security = ConsoleClient.signedIn(this.port, "aq.jialing");
        assertThat(security.get(DESK + "/" + id).status())
                .as("and not what was reported")
                .isEqualTo(403);
        assertThat(security.post(opening, Map.of("purpose", " ")).status()).isEqualTo(400);
        JsonNode opened = security.post(opening, Map.of("purpose", "派出所来函核实")).json();
        assertThat(opened.path("names").get(0).asString()).isEqualTo(AroundAChild.nameOf(cast.family));
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'UNMASKED' AND subject = ? AND purpose = ?",
                        Integer.class,
                        "danger-reporter:" + id,
                        "派出所来函核实"))
                .isEqualTo(1);
        assertThat(security.post("/api/admin/danger-reporters/987654321/opening", Map.of("purpose", "核实"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsAReportToNobodyElse() throws Exception {
        long id = cast.family.dangers().report(key(), about(cast.child)).id();
        assertThat(cast.father.raw().get("/api/phone/dangers/" + id).status()).isEqualTo(404);
        assertThat(cast.father.dangers().mine()).isEmpty();
        for (String username : List.of("aq.jialing", "sj.jialing", "ld.jinbao")) {
            ConsoleClient other = ConsoleClient.signedIn(this.port, username);
            assertThat(other.get(DESK + "/waiting").status()).as(username).isEqualTo(403);
            assertThat(other.get(DESK + "/" + id).status()).as(username).isEqualTo(403);
            assertThat(accept(other, id).status()).as(username).isEqualTo(403);
        }
        assertThat(this.city.get(DESK + "/" + id).status())
                .as("not at this level yet")
                .isEqualTo(404);
        this.jdbc.update("UPDATE danger_report SET division_code = '440203001001' WHERE id = ?", id);
        assertThat(this.township.get(DESK + "/" + id).status()).isEqualTo(404);
        assertThat(accept(this.township, id).status()).isEqualTo(404);
        assertThat(note(this.county, id, "看看").status()).isEqualTo(404);
        assertThat(received(this.township, id)).isEqualTo(204);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM danger_receipt", Integer.class))
                .isZero();
    }

    @Test
    @Clause("JB-49")
    void tellsThoseOnDutyAtOnceWithoutAName() throws Exception {
        cast.family.dangers().report(key(), request(DangerKind.MISSING, WORDS, cast.child, null));
        await().untilAsserted(() -> assertThat(this.jdbc.queryForList(
                        "SELECT phone_account_id FROM notification WHERE occasion = 'DANGER'", Long.class))
                .containsExactly(cast.director.account()));
        Map<String, Object> message = this.jdbc.queryForMap("SELECT * FROM notification WHERE occasion = 'DANGER'");
        assertThat((LocalDateTime) message.get("due_at"))
                .as("at any hour, also after the clock went back")
                .isBefore(((LocalDateTime) message.get("created_at")).minusYears(1));
        assertThat(message.values().toString()).doesNotContain(WORDS);
    }
}
