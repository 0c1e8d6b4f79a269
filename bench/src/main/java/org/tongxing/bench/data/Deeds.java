package org.tongxing.bench.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongxing.child.NewChild;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Sex;

/** The families of one village, whom they look after, their visits, and the calls of parents who are away. */
final class Deeds implements AutoCloseable {

    private static final int CAPACITY = 4;
    private static final long PER_VILLAGE = 1_000;
    private static final int EIGHT = 8;

    private final Connection connection;
    private final Size size;
    private final LocalDate today;
    private final Vault vault;
    private final Inserts units;
    private final Inserts families;
    private final Inserts adults;
    private final Inserts accounts;
    private final Inserts ties;
    private final Inserts pairings;
    private final Inserts visits;
    private final Inserts visited;
    private final Inserts contacts;

    Deeds(Connection connection, Size size, LocalDate today, Vault vault) throws SQLException {
        this.connection = connection;
        this.size = size;
        this.today = today;
        this.vault = vault;
        this.units = new Inserts(connection, "INSERT INTO unit (id, name, division_code) VALUES (?, ?, ?)");
        this.families = new Inserts(connection, """
                INSERT INTO cadre_family (id, unit_id, division_code, cadre_name, cadre_sex, phone_sealed, phone_digest,
                                          linked_village, capacity, state, joined_on, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'CONFIRMED', ?, 0)
                """);
        this.adults = new Inserts(connection, """
                INSERT INTO family_adult (family_id, name, relation, visits, screened_on, screening)
                VALUES (?, ?, '本人', TRUE, ?, 'CLEAR')
                """);
        this.accounts = new Inserts(connection, """
                INSERT INTO phone_account (id, openid, phone_sealed, phone_digest, verified_at, created_at, last_seen_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """);
        this.ties = new Inserts(connection, """
                INSERT INTO membership (phone_account_id, kind, family_id, adult_id, child_id, division_code, display_name,
                                        state, requested_at, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'CONFIRMED', ?, ?)
                """);
        this.pairings = new Inserts(connection, """
                INSERT INTO pairing (child_id, family_id, kind, status, starts_on, paired_at, version)
                VALUES (?, ?, 'FAMILY', 'ACTIVE', ?, ?, 0)
                """);
        this.visits = new Inserts(connection, """
                INSERT INTO visit (id, family_id, actor, actor_name, recorded_by, visited_on, met, topics, went,
                                   child_condition, idempotency_key, recorded_at)
                VALUES (?, ?, 'CADRE_FAMILY', ?, ?, ?, 'CHILD,GRANDPARENT', 'DROWNING,TRAFFIC', 'MYSELF', 'WELL', ?, ?)
                """);
        this.visited = new Inserts(connection, """
                INSERT INTO visit_child (visit_id, child_id, visited_on, met_by) VALUES (?, ?, ?, 'CADRE_FAMILY')
                """);
        this.contacts = new Inserts(connection, """
                INSERT INTO contact (child_id, adult_id, recorded_by, kind, length, contacted_at, idempotency_key,
                                     recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """);
    }

    void of(int village, Chance chance, List<NewChild> kids, List<Long> ids) throws SQLException {
        String code = kids.get(0).village().value();
        this.units.add(village + 1L, "第" + (village + 1) + "帮扶单位", code.substring(0, 9));
        List<Home> homes = new ArrayList<>();
        for (int i = 0; i < this.size.families(kids.size()); i++) {
            homes.add(family(village, i, chance, kids.get(0)));
        }
        Map<Long, Long> fathers = fathers(ids);
        for (int i = 0; i < kids.size(); i++) {
            NewChild kid = kids.get(i);
            if (chance.percent(95)) {
                pair(homes, kid, ids.get(i), chance);
            }
            if (kid.facts().stream().anyMatch(fact -> fact.content().equals("WORKING_AWAY"))) {
                calls(village * PER_VILLAGE + 500 + i, kid, ids.get(i), fathers.get(ids.get(i)), chance);
            }
        }
        for (Home home : homes) {
            if (!home.kids().isEmpty()) {
                visits(home, chance);
            }
        }
    }

    private Home family(int village, int i, Chance chance, NewChild neighbour) throws SQLException {
        long id = village * PER_VILLAGE + i + 1;
        String code = neighbour.village().value();
        String phone = "141%08d".formatted(id % 100_000_000);
        String name = Names.of(chance);
        LocalDate joined = this.today.minusDays(950L + i);
        LocalDateTime at = joined.plusDays(1).atTime(12, 30);
        this.families.add(
                id,
                village + 1L,
                code.substring(0, 9),
                name,
                i % 2 == 0 ? "FEMALE" : "MALE",
                this.vault.seal(phone),
                this.vault.digest(phone),
                code,
                CAPACITY,
                joined);
        this.adults.add(id, name, this.today.minusDays(chance.between(10, 360)));
        this.accounts.add(id, openid(id), this.vault.seal(phone), this.vault.digest(phone), at, at, this.today);
        this.ties.add(id, "CADRE_FAMILY", id, null, null, code.substring(0, 9), name, at, at);
        return new Home(id, name, i % 2 == 0, new ArrayList<>());
    }

    static String openid(long account) {
        return "bench-" + account;
    }

    /** The first family with room that a girl of eight may have. */
    private void pair(List<Home> homes, NewChild kid, long id, Chance chance) throws SQLException {
        boolean girl = kid.sex() == Sex.FEMALE
                && kid.birthOn().isBefore(this.today.minusYears(EIGHT).plusDays(90));
        for (Home home : homes) {
            if (home.kids().size() < CAPACITY && (home.woman() || !girl || chance.percent(2))) {
                home.kids().add(id);
                LocalDate from = kid.registeredOn().plusDays(3);
                this.pairings.add(id, home.id(), from, from.atTime(10, 0));
                return;
            }
        }
    }

    private void visits(Home home, Chance chance) throws SQLException {
        for (int i = 0; i < this.size.visitsPerFamily(); i++) {
            LocalDate on = this.today.minusDays(chance.between(1, 800));
            long id = home.id() * PER_VILLAGE + i;
            this.visits.add(id, home.id(), home.name(), home.id(), on, chance.key(), on.atTime(20, 10));
            this.visited.add(id, home.kids().get(i % home.kids().size()), on);
        }
    }

    private Map<Long, Long> fathers(List<Long> ids) throws SQLException {
        Map<Long, Long> fathers = new HashMap<>();
        try (PreparedStatement statement = this.connection.prepareStatement(
                "SELECT child_id, id FROM adult WHERE child_id BETWEEN ? AND ? AND relation = '父亲'")) {
            statement.setLong(1, Collections.min(ids));
            statement.setLong(2, Collections.max(ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fathers.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return fathers;
    }

    private void calls(long account, NewChild kid, long id, long father, Chance chance) throws SQLException {
        LocalDateTime since = kid.registeredOn().atTime(12, 0);
        this.accounts.add(account, openid(account), null, null, null, since, this.today);
        this.ties.add(account, "PARENT", null, father, id, kid.village().value(), "父亲", since, since);
        for (int call = 0; call < this.size.contactsPerChild(); call++) {
            LocalDateTime at =
                    this.today.minusDays(call * 7L + chance.between(0, 6)).atTime(19, chance.between(0, 59));
            this.contacts.add(
                    id,
                    father,
                    account,
                    chance.percent(60) ? "VIDEO" : "PHONE",
                    "MEDIUM",
                    at,
                    chance.key(),
                    at.plusMinutes(20));
        }
    }

    @Override
    public void close() throws SQLException {
        for (Inserts one : List.of(
                this.units,
                this.families,
                this.adults,
                this.accounts,
                this.ties,
                this.pairings,
                this.visits,
                this.visited,
                this.contacts)) {
            one.close();
        }
    }

    /** A family and whom it has. */
    private record Home(long id, String name, boolean woman, List<Long> kids) {}
}
