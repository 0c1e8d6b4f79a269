package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.sandbox.SamplePerson;

/** Writes who is who on the phone side, and what was written down there: visits, calls, and the wishes people claimed. */
record PhoneHistory(Town town, OnFile onFile, Sql sql) {

    private static final String TIE = """
            INSERT INTO membership (phone_account_id, kind, family_id, adult_id, child_id, division_code, display_name,
                                    state, requested_at, decided_by, decided_at)
            """;

    void write() throws SQLException {
        cadres();
        visits();
        fathers();
        if (this.town.households().stream().anyMatch(home -> home.scene == Scene.STORY)) {
            new StoryHistory(this.town, this.onFile, this.sql).write();
            new HelpHistory(this.town, this.onFile, this.sql).write();
            new TogetherHistory(this.town, this.onFile, this.sql).write();
        }
    }

    /** Every cadre but the newcomer has an account of his or her own, tied to the family. */
    private void cadres() throws SQLException {
        List<Family> families = this.town.families().stream()
                .filter(family -> !family.phone.equals(SamplePerson.NEWCOMER.phone()))
                .toList();
        this.sql.runAll(
                """
                INSERT INTO phone_account (openid, phone_sealed, phone_digest, verified_at, created_at)
                SELECT ?, phone_sealed, phone_digest, ?, ? FROM cadre_family WHERE id = ?
                """,
                families.stream()
                        .map(family -> Sql.row(openid(family.phone), at(family), at(family), this.onFile.id(family))));
        this.sql.runAll(
                TIE + """
                SELECT a.id, 'CADRE_FAMILY', f.id, NULL, NULL, f.division_code, f.cadre_name, 'CONFIRMED', ?, ?, ?
                FROM cadre_family f JOIN phone_account a ON a.phone_digest = f.phone_digest WHERE f.id = ?
                """,
                families.stream()
                        .map(family -> Sql.row(
                                at(family),
                                this.onFile.supervisor(),
                                at(family).plusHours(3),
                                this.onFile.id(family))));
    }

    private void visits() throws SQLException {
        Map<String, Long> accounts = this.sql.ids("""
                SELECT family_id, phone_account_id FROM membership WHERE kind = 'CADRE_FAMILY'
                """);
        List<Rounds.Visit> visits = new Rounds(this.town.day())
                .of(this.town.families().stream()
                        .filter(family -> accounts.containsKey(key(family)))
                        .toList());
        this.sql.runAll(
                """
                INSERT INTO visit (family_id, actor, actor_name, recorded_by, visited_on, met, topics, child_condition,
                                   idempotency_key, recorded_at)
                VALUES (?, 'CADRE_FAMILY', ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                visits.stream()
                        .map(visit -> Sql.row(
                                this.onFile.id(visit.family()),
                                visit.family().cadre,
                                accounts.get(key(visit.family())),
                                visit.on(),
                                visit.met(),
                                visit.topics(),
                                visit.condition(),
                                visit.key().toString(),
                                visit.on().atTime(20, 10))));
        Map<String, Long> ids = this.sql.ids("SELECT idempotency_key, id FROM visit");
        this.sql.runAll(
                "INSERT INTO visit_child (visit_id, child_id, visited_on, met_by) VALUES (?, ?, ?, 'CADRE_FAMILY')",
                visits.stream()
                        .flatMap(visit -> visit.kids().stream()
                                .map(kid ->
                                        Sql.row(ids.get(visit.key().toString()), this.onFile.id(kid), visit.on()))));
    }

    private String key(Family family) {
        return Long.toString(this.onFile.id(family));
    }

    private void fathers() throws SQLException {
        List<Calls.Calling> calling = new Calls(this.town.day()).of(this.town.households());
        List<Household> unknown = calling.stream()
                .map(Calls.Calling::home)
                .filter(home -> home.scene != Scene.STORY)
                .toList();
        this.sql.runAll(
                "INSERT INTO adult (child_id, relation, name, carer) VALUES (?, '父亲', ?, FALSE)",
                unknown.stream()
                        .flatMap(home -> home.kids.stream().map(kid -> Sql.row(this.onFile.id(kid), father(home)))));
        // Nobody has these phones in the sample, so a made-up openid tells the accounts apart.
        this.sql.runAll(
                "INSERT INTO phone_account (openid, created_at) VALUES (?, ?)",
                unknown.stream()
                        .map(home -> Sql.row(
                                "father-" + this.onFile.id(home.kids.get(0)),
                                home.kids.get(0).registered.atTime(12, 0))));
        this.sql.runAll(
                TIE + """
                SELECT a.id, 'PARENT', NULL, d.id, d.child_id, ?, d.name, 'CONFIRMED', ?, ?, ?
                FROM phone_account a JOIN adult d ON d.child_id = ? AND d.relation = '父亲' AND NOT d.carer
                WHERE a.openid = ?
                """, unknown.stream().flatMap(home -> home.kids.stream().map(kid -> tie(home, kid))));
        Map<String, Long> accounts =
                this.sql.ids("SELECT child_id, phone_account_id FROM membership WHERE kind = 'PARENT'");
        Map<String, Long> adults = this.sql.ids("SELECT child_id, adult_id FROM membership WHERE kind = 'PARENT'");
        this.sql.runAll(
                """
                INSERT INTO contact (child_id, adult_id, recorded_by, kind, length, contacted_at, idempotency_key, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                calling.stream()
                        .filter(one -> one.home().scene != Scene.STORY)
                        .flatMap(one -> one.calls().stream())
                        .map(call -> {
                            String child = Long.toString(this.onFile.id(call.kid()));
                            return Sql.row(
                                    this.onFile.id(call.kid()),
                                    adults.get(child),
                                    accounts.get(child),
                                    call.kind(),
                                    call.length(),
                                    call.at(),
                                    call.key().toString(),
                                    call.at().plusMinutes(25));
                        }));
    }

    private Sql.Row tie(Household home, Kid kid) {
        LocalDateTime at = kid.registered.atTime(12, 0);
        return Sql.row(
                home.village.code(),
                at,
                this.onFile.supervisor(),
                at.plusHours(2),
                this.onFile.id(kid),
                "father-" + this.onFile.id(home.kids.get(0)));
    }

    private static String father(Household home) {
        return Objects.requireNonNull(home.away).name();
    }

    private static LocalDateTime at(Family family) {
        return family.joined.plusDays(1).atTime(12, 30);
    }

    private static @Nullable String openid(String phone) {
        return Stream.of(SamplePerson.values())
                .filter(person -> person.phone().equals(phone))
                .map(SamplePerson::openid)
                .findFirst()
                .orElse(null);
    }
}
