package org.tongxing;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.tongxing.contract.DangerEndpoint;
import org.tongxing.contract.PhotoConsentEndpoint;
import org.tongxing.contract.PhotoEndpoint;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Person;
import tools.jackson.databind.JsonNode;

/** Everybody around one paired child who holds a phone; who they are is on file and confirmed. */
final class AroundAChild {

    /** Somebody's phone: through the contract, and one level lower for what the contract does not allow. */
    record Holder(
            long account,
            DangerEndpoint dangers,
            PhotoEndpoint photos,
            PhotoConsentEndpoint consents,
            ConsoleClient raw) {}

    final Town town;
    final long child;
    final String village;
    final Holder family;
    final Holder father;
    final Holder grandmother;
    final Holder director;
    final Holder volunteer;
    final Holder stranger;

    private final int port;
    private final Sandbox sandbox;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final long familyId;
    private int people;

    AroundAChild(int port, Path media, JdbcTemplate jdbc, Clock clock) throws Exception {
        this.port = port;
        this.sandbox = Sandbox.on(media.getParent().toString());
        this.jdbc = jdbc;
        this.clock = clock;
        this.town = Town.at(port);
        JsonNode alone = this.town.uncovered().get(0);
        this.child = alone.path("id").asLong();
        this.village = alone.path("village").path("code").asString();
        this.familyId = jdbc.queryForObject("SELECT MIN(id) FROM cadre_family WHERE state = 'CONFIRMED'", Long.class);
        jdbc.update(
                "INSERT INTO pairing (child_id, family_id, kind, status, starts_on, paired_at)"
                        + " VALUES (?, ?, 'FAMILY', 'ACTIVE', ?, ?)",
                this.child,
                this.familyId,
                LocalDate.now(clock).minusDays(90),
                now());
        this.family = signIn();
        tie(this.family, "CADRE_FAMILY", this.familyId, null, null, Town.CODE);
        this.father = signIn();
        this.grandmother = signIn();
        adult(this.father, "父亲", "PARENT");
        adult(this.grandmother, "奶奶", "CAREGIVER");
        this.director = signIn();
        tie(this.director, "CHILD_DIRECTOR", null, null, null, this.village);
        this.volunteer = signIn();
        tie(this.volunteer, "VOLUNTEER", null, null, null, Town.CODE);
        this.jdbc.update("""
                INSERT INTO volunteer (phone_account_id, kind, name, id_sealed, id_digest, code_version, code_signed_at,
                                       screened_on, screening, trained_on, registered_at)
                VALUES (?, 'CARING_MOTHER', '样人', '', UUID(), '2026-1', ?, DATE(?), 'CLEAR', DATE(?), ?)
                """, this.volunteer.account(), now(), now(), now(), now());
        this.stranger = signIn();
    }

    /** A child nobody of the cast has to do with. */
    long otherChild() {
        return this.jdbc.queryForObject("SELECT MIN(id) FROM child WHERE village_code <> ?", Long.class, this.village);
    }

    void endPairing() {
        this.jdbc.update(
                "UPDATE pairing SET status = 'ENDED', ends_on = ? WHERE child_id = ?",
                LocalDate.now(this.clock).minusDays(1),
                this.child);
    }

    void pairAgain() {
        this.jdbc.update("UPDATE pairing SET status = 'ACTIVE', ends_on = NULL WHERE child_id = ?", this.child);
    }

    private Holder signIn() throws Exception {
        Person person = this.sandbox.people().add("报警人" + ++this.people, "1400009" + (1000 + this.people));
        String token = new ConsoleClient(this.port)
                .post("/api/phone/session", Map.of("code", this.sandbox.people().loginCode(person.openid())))
                .json()
                .path("token")
                .asString();
        RestClient http = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + this.port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
        HttpServiceProxyFactory contract = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
                .build();
        long account =
                this.jdbc.queryForObject("SELECT id FROM phone_account WHERE openid = ?", Long.class, person.openid());
        return new Holder(
                account,
                contract.createClient(DangerEndpoint.class),
                contract.createClient(PhotoEndpoint.class),
                contract.createClient(PhotoConsentEndpoint.class),
                new ConsoleClient(this.port, token));
    }

    private void adult(Holder holder, String relation, String kind) {
        this.jdbc.update(
                "INSERT INTO adult (child_id, relation, name, carer, access) VALUES (?, ?, ?, ?, 'OPEN')",
                this.child,
                relation,
                "样人" + holder.account(),
                kind.equals("CAREGIVER"));
        long adult = this.jdbc.queryForObject("SELECT MAX(id) FROM adult", Long.class);
        tie(holder, kind, null, adult, this.child, this.village);
    }

    private void tie(Holder holder, String kind, Long family, Long adult, Long childId, String place) {
        this.jdbc.update(
                "INSERT INTO membership (phone_account_id, kind, family_id, adult_id, child_id, division_code,"
                        + " display_name, state, requested_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'CONFIRMED', ?)",
                holder.account(),
                kind,
                family,
                adult,
                childId,
                place,
                nameOf(holder),
                now());
    }

    static String nameOf(Holder holder) {
        return "报警人甲" + holder.account();
    }

    List<Holder> everybodyNear() {
        return List.of(this.family, this.father, this.grandmother, this.director);
    }

    private Timestamp now() {
        return Timestamp.valueOf(LocalDateTime.now(this.clock));
    }
}
