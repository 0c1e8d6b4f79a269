package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpClientErrorException;
import org.tongxing.AroundAChild.Holder;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerRequest;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.contract.DangerEndpoint.DangerView;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** A child is in danger: whoever is near says so, at once, for sure, and once. */
class DangerTests extends DangerTown {

    @Test
    @Clause("JB-48")
    void takesAReportAtOnceFromEverybodyWhoIsNearTheChild() {
        for (Holder near : cast.everybodyNear()) {
            DangerView taken = near.dangers().report(key(), about(cast.child));
            assertThat(taken.state()).isEqualTo(DangerState.WAITING);
            assertThat(near.dangers().mine()).containsExactly(taken);
        }
        assertThat(this.jdbc.queryForList("SELECT child_id FROM danger_report", Long.class))
                .hasSize(cast.everybodyNear().size())
                .containsOnly(cast.child);
    }

    @Test
    void knowsEveryKindOfTheDocument() {
        for (DangerKind kind : DangerKind.values()) {
            assertThat(cast.family
                            .dangers()
                            .report(key(), request(kind, null, cast.child, null))
                            .kind())
                    .isEqualTo(kind);
        }
    }

    @Test
    void takesAReportAboutAChildOutOfReachWithoutTellingWhoseItIs() throws Exception {
        DangerView taken = cast.volunteer.dangers().report(key(), about(cast.otherChild()));
        assertThat(this.jdbc.queryForObject("SELECT child_id FROM danger_report", Long.class))
                .isNull();
        assertThat(waiting(this.township)).hasSize(1);
        assertThat(waiting(this.township).get(0).path("id").asLong()).isEqualTo(taken.id());
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE subject LIKE ?",
                        Integer.class,
                        "phone:" + cast.volunteer.account() + "%"))
                .as("a row of the audit beside the report would tell who reported")
                .isZero();
    }

    @Test
    void namesTheChildForAFamilyWhosePairingEndedMeanwhile() {
        cast.endPairing();
        try {
            cast.family.dangers().report(key(), about(cast.child));
            assertThat(this.jdbc.queryForObject("SELECT child_id FROM danger_report", Long.class))
                    .isEqualTo(cast.child);
        } finally {
            cast.pairAgain();
        }
    }

    @Test
    void hearsNoStranger() {
        assertThatThrownBy(() -> cast.stranger.dangers().report(key(), about(cast.child)))
                .isInstanceOfSatisfying(
                        HttpClientErrorException.class,
                        no -> assertThat(no.getStatusCode().value()).isEqualTo(403));
        assertThat(reports()).isZero();
    }

    @Test
    void takesAReportOfSomebodyWhoseLastTieHasEndedAndSealsThatItHas() throws Exception {
        String key = key();
        long before = cast.father.dangers().report(key(), about(cast.child)).id();
        String end = "UPDATE membership SET state = 'REVOKED', decided_at = requested_at, ended_at = requested_at"
                + " WHERE phone_account_id = ?";
        this.jdbc.update(end, cast.father.account());
        try {
            long id = cast.father.dangers().report(key, about(cast.child)).id();
            assertThat(this.jdbc.queryForObject("SELECT child_id FROM danger_report WHERE id = ?", Long.class, id))
                    .isEqualTo(cast.child);
            assertThat(waiting(this.township)).hasSize(2);
            assertThat(this.township.get(DESK + "/" + id).json().has("relationEnded"))
                    .as("of a child with one father it would tell who it was")
                    .isFalse();
            assertThat(opened(id).path("relationEnded").asBoolean()).isTrue();
            assertThat(opened(before).path("relationEnded").asBoolean()).isFalse();
            this.jdbc.update(
                    "UPDATE membership SET state = 'REFUSED' WHERE phone_account_id = ?", cast.father.account());
            assertThat(refusedWith(cast.father, key()))
                    .as("who was never confirmed")
                    .isEqualTo(403);
        } finally {
            tieAgain(cast.father);
        }
    }

    @Test
    void takesAReportOfAnAdultWhoIsKeptAwayFromTheChild() throws Exception {
        String access =
                "UPDATE adult SET access = ? WHERE id = (SELECT adult_id FROM membership WHERE phone_account_id = ?)";
        this.jdbc.update(access, "RESTRAINED", cast.father.account());
        try {
            long id = cast.father.dangers().report(key(), about(cast.child)).id();
            assertThat(this.jdbc.queryForObject("SELECT child_id FROM danger_report WHERE id = ?", Long.class, id))
                    .isEqualTo(cast.child);
            assertThat(opened(id).path("relationEnded").asBoolean()).isTrue();
            assertThat(cast.father.raw().get("/api/phone/dangers/children").json())
                    .as("and is told nothing of the child")
                    .isEmpty();
        } finally {
            this.jdbc.update(access, "OPEN", cast.father.account());
        }
    }

    @Test
    void boundsNewReportsOfSomebodyWithoutATieAndLosesNone() throws Exception {
        this.jdbc.update(
                "UPDATE membership SET state = 'REVOKED', decided_at = requested_at WHERE phone_account_id = ?",
                cast.father.account());
        try {
            String first = key();
            cast.father.dangers().report(first, about(cast.child));
            for (int i = 1; i < 5; i++) {
                cast.father.dangers().report(key(), about(cast.child));
            }
            String later = key();
            assertThat(refusedWith(cast.father, later)).as("the phone keeps it").isEqualTo(429);
            assertThat(cast.father.dangers().report(first, about(cast.child)).id())
                    .as("the same again is no new one")
                    .isPositive();
            this.jdbc.update("UPDATE danger_report SET received_at = received_at - INTERVAL 25 HOUR");
            assertThat(cast.father.dangers().report(later, about(cast.child)).id())
                    .isPositive();
            assertThat(reports()).isEqualTo(6);
        } finally {
            tieAgain(cast.father);
        }
    }

    private void tieAgain(Holder holder) {
        this.jdbc.update(
                "UPDATE membership SET state = 'CONFIRMED', decided_at = NULL, ended_at = NULL WHERE phone_account_id = ?",
                holder.account());
    }

    private JsonNode opened(long id) throws Exception {
        return ConsoleClient.signedIn(this.port, "aq.jialing")
                .post("/api/admin/danger-reporters/" + id + "/opening", Map.of("purpose", "核实"))
                .json();
    }

    private int refusedWith(Holder holder, String key) throws Exception {
        Map<String, Object> danger = Map.of(
                "kind",
                "MISSING",
                "childId",
                cast.child,
                "discoveredAt",
                now().toString(),
                "reportedAt",
                now().toString());
        return holder.raw()
                .post("/api/phone/dangers", danger, "Idempotency-Key", key)
                .status();
    }

    @Test
    void makesOneReportOfADraftSentManyTimesAtOnce() throws Exception {
        String key = key();
        DangerRequest draft = about(cast.child);
        List<Callable<DangerView>> deliveries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            deliveries.add(() -> cast.family.dangers().report(key, draft));
        }
        List<Long> ids = new ArrayList<>();
        for (DangerView answer : atOnce(deliveries)) {
            ids.add(answer.id());
        }
        assertThat(ids).hasSize(24);
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(reports()).isEqualTo(1);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM danger_addition", Integer.class))
                .isZero();
        cast.father.dangers().report(key, draft);
        assertThat(reports()).as("a key belongs to whoever gave it").isEqualTo(2);
    }

    @Test
    void addsWhatIsSaidLaterUnderTheSameKey() throws Exception {
        String key = key();
        long id = cast.family
                .dangers()
                .report(key, request(DangerKind.OTHER, null, null, null))
                .id();
        cast.family.dangers().report(key, request(DangerKind.MISSING, null, cast.child, true));
        cast.family.dangers().report(key, request(DangerKind.MISSING, WORDS, cast.child, true));
        cast.family.dangers().report(key, request(DangerKind.MISSING, WORDS, cast.child, true));
        cast.family.dangers().report(key, request(DangerKind.OTHER, null, null, null));
        assertThat(reports()).isEqualTo(1);
        JsonNode sheet = this.township.get(DESK + "/" + id).json();
        assertThat(sheet.path("kind").asString()).isEqualTo("MISSING");
        assertThat(sheet.path("calledPolice").asBoolean()).isTrue();
        assertThat(sheet.path("childId").asLong()).isEqualTo(cast.child);
        assertThat(sheet.path("additions")).hasSize(1);
        assertThat(sheet.at("/additions/0/words").asString()).isEqualTo(WORDS);
        assertThat(red(this.township)).containsExactly(cast.child);
    }

    @Test
    @Clause("GD-17")
    void stampsDiscoveryReportAndReceipt() {
        Instant noticed = now().minusSeconds(7200);
        Instant pressed = now().minusSeconds(3600);
        DangerView taken = cast.family
                .dangers()
                .report(
                        key(),
                        new DangerRequest(DangerKind.ACCIDENT, null, cast.child, null, null, noticed, pressed, false));
        assertThat(taken.discoveredAt()).isEqualTo(noticed);
        assertThat(taken.reportedAt()).isEqualTo(pressed);
        assertThat(taken.receivedAt()).isAfter(pressed).isBeforeOrEqualTo(now().plusSeconds(1));
    }

    @Test
    void takesAReportFromAPhoneWhoseClockIsWrong() {
        Instant ahead = now().plus(3, ChronoUnit.DAYS);
        DangerView taken = cast.family
                .dangers()
                .report(
                        key(),
                        new DangerRequest(DangerKind.ACCIDENT, null, cast.child, null, null, ahead, ahead, null));
        assertThat(taken.reportedAt()).isEqualTo(taken.receivedAt());
        assertThat(taken.discoveredAt()).isEqualTo(taken.receivedAt());
    }

    @Test
    void answersNonsenseWithAClearNo() throws Exception {
        for (Map<String, Object> nonsense : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("kind", "MISSING"),
                Map.of("kind", "FIRE", "discoveredAt", now().toString(), "reportedAt", now().toString()),
                Map.of(
                        "kind",
                        "MISSING",
                        "discoveredAt",
                        now().toString(),
                        "reportedAt",
                        now().toString(),
                        "words",
                        "字".repeat(501)))) {
            assertThat(cast.family
                            .raw()
                            .post("/api/phone/dangers", nonsense, "Idempotency-Key", key())
                            .status())
                    .isEqualTo(400);
        }
        assertThat(cast.family
                        .raw()
                        .post("/api/phone/dangers", Map.of(), "Idempotency-Key", "1")
                        .status())
                .isEqualTo(400);
        DangerView far = cast.family
                .dangers()
                .report(
                        key(),
                        new DangerRequest(DangerKind.MISSING, null, null, "桥头那户", "51x", Instant.EPOCH, now(), null));
        assertThat(far.reportedAt()).isNotNull();
        assertThat(this.township
                        .post(DESK + "/receipts", Map.of("ids", List.of()))
                        .status())
                .isEqualTo(400);
    }
}
