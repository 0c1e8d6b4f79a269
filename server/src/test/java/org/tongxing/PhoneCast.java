package org.tongxing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Person;
import tools.jackson.databind.JsonNode;

/**
 * Everybody who holds a phone around two homes: the first with two children whom a family visits, the second in another
 * village with a family of its own. All sign in through the simulated WeChat; who they are is on file and confirmed.
 */
final class PhoneCast {

    /** Who holds the phone. */
    enum Part {
        FAMILY,
        OTHER_FAMILY,
        PARENT,
        CAREGIVER,
        RESTRAINED_PARENT,
        DIRECTOR,
        OTHER_DIRECTOR,
        SUPERVISOR,
        VOLUNTEER,
        STRANGER
    }

    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate PAIRED = TODAY.minusDays(100);

    final Town town;
    final int port;
    final long child;
    final long sibling;
    final long otherChild;
    final long family;
    final long otherFamily;
    private final Sandbox sandbox;
    private final JdbcTemplate jdbc;
    private final Map<Part, PhoneUser> users = new EnumMap<>(Part.class);
    private final Map<Part, Long> accounts = new EnumMap<>(Part.class);

    private PhoneCast(int port, Path media, JdbcTemplate jdbc) throws Exception {
        this.port = port;
        this.jdbc = jdbc;
        this.sandbox = Sandbox.on(media.getParent().toString());
        this.town = Town.at(port);
        List<JsonNode> alone = this.town.uncovered();
        String village = alone.get(0).path("village").path("code").asString();
        List<Long> here = alone.stream()
                .filter(row -> row.path("village").path("code").asString().equals(village))
                .map(row -> row.path("id").asLong())
                .toList();
        this.child = here.get(0);
        this.sibling = here.get(1);
        this.otherChild = alone.stream()
                .filter(row -> !row.path("village").path("code").asString().equals(village))
                .map(row -> row.path("id").asLong())
                .findFirst()
                .orElseThrow();
        List<Long> families = jdbc.queryForList("SELECT id FROM cadre_family ORDER BY id LIMIT 2", Long.class);
        this.family = families.get(0);
        this.otherFamily = families.get(1);
        jdbc.update(
                "UPDATE child SET household_id = (SELECT h FROM (SELECT household_id AS h FROM child WHERE id = ?) x)"
                        + " WHERE id = ?",
                this.child,
                this.sibling);
        pair(this.child, this.family, PAIRED, null);
        pair(this.sibling, this.family, PAIRED, null);
        pair(this.otherChild, this.otherFamily, PAIRED, null);
        for (Part part : Part.values()) {
            signIn(part);
        }
        tie(Part.FAMILY, "CADRE_FAMILY", this.family, null, null, "511304114");
        tie(Part.OTHER_FAMILY, "CADRE_FAMILY", this.otherFamily, null, null, "511304114");
        adult(Part.PARENT, "父亲", this.child, false, "OPEN");
        adult(Part.CAREGIVER, "奶奶", this.child, true, "OPEN");
        adult(Part.RESTRAINED_PARENT, "母亲", this.child, false, "RESTRAINED");
        tie(Part.DIRECTOR, "CHILD_DIRECTOR", null, null, null, village);
        tie(Part.OTHER_DIRECTOR, "CHILD_DIRECTOR", null, null, null, villageOf(this.otherChild));
        tie(Part.SUPERVISOR, "CHILD_SUPERVISOR", null, null, null, Town.CODE);
        tie(Part.VOLUNTEER, "VOLUNTEER", null, null, null, Town.CODE);
    }

    static PhoneCast of(int port, Path media, JdbcTemplate jdbc) throws Exception {
        return new PhoneCast(port, media, jdbc);
    }

    PhoneUser as(Part part) {
        return this.users.get(part);
    }

    long account(Part part) {
        return this.accounts.get(part);
    }

    String villageOf(long childId) {
        return this.jdbc.queryForObject("SELECT village_code FROM child WHERE id = ?", String.class, childId);
    }

    long pair(long childId, long familyId, LocalDate from, LocalDate until) {
        this.jdbc.update(
                "INSERT INTO pairing (child_id, family_id, kind, status, starts_on, ends_on, paired_at, hand_over)"
                        + " VALUES (?, ?, 'FAMILY', ?, ?, ?, ?, ?)",
                childId,
                familyId,
                until == null ? "ACTIVE" : "ENDED",
                from,
                until,
                TODAY.atTime(9, 0),
                until == null ? null : "怕狗，先在院外喊一声");
        return this.jdbc.queryForObject("SELECT MAX(id) FROM pairing", Long.class);
    }

    /** Ends the pairings of a child on a day. */
    void end(long childId, LocalDate on) {
        this.jdbc.update(
                "UPDATE pairing SET status = 'ENDED', ends_on = ?, hand_over = '怕狗，先在院外喊一声'"
                        + " WHERE child_id = ? AND status = 'ACTIVE'",
                on,
                childId);
    }

    private void signIn(Part part) throws Exception {
        Person person = this.sandbox.people().add(part.name(), "1400000" + (1000 + part.ordinal()));
        String token = new ConsoleClient(this.port)
                .post("/api/phone/session", Map.of("code", this.sandbox.people().loginCode(person.openid())))
                .json()
                .path("token")
                .asString();
        this.users.put(part, new PhoneUser(this.port, token));
        this.accounts.put(part, this.jdbc.queryForObject("SELECT MAX(id) FROM phone_account", Long.class));
    }

    private void adult(Part part, String relation, long childId, boolean carer, String access) {
        this.jdbc.update(
                "INSERT INTO adult (child_id, relation, name, carer, access) VALUES (?, ?, ?, ?, ?)",
                childId,
                relation,
                "样人" + part.ordinal(),
                carer,
                access);
        long adult = this.jdbc.queryForObject("SELECT MAX(id) FROM adult", Long.class);
        tie(part, carer ? "CAREGIVER" : "PARENT", null, adult, childId, villageOf(childId));
    }

    private void tie(Part part, String kind, Long familyId, Long adult, Long childId, String place) {
        Map<String, Object> names = new HashMap<>();
        names.put("DIRECTOR", "唐欣");
        this.jdbc.update(
                "INSERT INTO membership (phone_account_id, kind, family_id, adult_id, child_id, division_code,"
                        + " display_name, state, requested_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'CONFIRMED', ?)",
                account(part),
                kind,
                familyId,
                adult,
                childId,
                place,
                names.getOrDefault(part.name(), "样人" + part.ordinal()),
                TODAY.atTime(9, 0));
    }
}
