package org.tongxing.bench.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A dozen people at work at once, each through the front door, and what is left of their work afterwards. */
final class MixedLoad implements AutoCloseable {

    private static final int VISITORS = 4;
    private static final int PARENTS = 2;
    private static final int CHILDREN_OF_A_SCRIBE = 8;
    private static final long PATIENCE_MILLIS = 120_000;
    private static final long LISTENERS_MILLIS = 420_000;

    /** Cadres with an account and a child of each. */
    private static final String FAMILIES = """
            SELECT a.openid, MIN(p.child_id) FROM phone_account a
            JOIN membership m ON m.phone_account_id = a.id AND m.kind = 'CADRE_FAMILY' AND m.state = 'CONFIRMED'
            JOIN pairing p ON p.family_id = m.family_id AND p.status = 'ACTIVE'
            WHERE a.openid IS NOT NULL GROUP BY a.openid ORDER BY 2
            """;

    private final Scene scene;
    private final Journal journal;
    private final LocalDateTime began = LocalDateTime.now().minusSeconds(1);
    private final List<Person> people = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Scribe scribe;

    /** Everybody signs in and begins. */
    MixedLoad(Scene scene, long seed) throws IOException, SQLException {
        this.scene = scene;
        this.journal = new Journal(scene.evidence().resolve("journal.jsonl"));
        for (List<String> row : scene.rows(FAMILIES + " LIMIT " + VISITORS)) {
            this.people.add(new Visitor(row.get(0), Long.parseLong(row.get(1)), scene, this.journal, seed));
        }
        for (List<String> row : scene.rows("""
                SELECT a.openid, MIN(m.child_id) FROM phone_account a
                JOIN membership m ON m.phone_account_id = a.id AND m.kind = 'PARENT' AND m.state = 'CONFIRMED'
                WHERE a.openid IS NOT NULL GROUP BY a.openid ORDER BY 2 LIMIT
                """ + PARENTS)) {
            this.people.add(new Parent(row.get(0), Long.parseLong(row.get(1)), scene, this.journal, seed));
        }
        List<Long> wishes = numbers("SELECT id FROM wish WHERE state = 'OPEN' AND family_until IS NULL"
                + " AND township_code LIKE '" + Scene.TOWN + "%' ORDER BY id DESC LIMIT 6");
        for (String openid : Scene.volunteers()) {
            long account = numbers("SELECT id FROM phone_account WHERE openid = '" + openid + "'")
                    .get(0);
            this.people.add(new Volunteer(openid, account, wishes, scene, this.journal, seed));
        }
        this.people.add(new Matchmaker("hm.jinbao", numbers("""
                        SELECT s.child_id FROM child_standing s JOIN child c ON c.id = s.child_id
                        WHERE s.starts_on <= CURRENT_DATE AND s.ends_on > CURRENT_DATE AND s.covered_by = 'NOBODY'
                          AND s.village_code LIKE '511304114%' AND NOT EXISTS (
                            SELECT 1 FROM pairing p WHERE p.child_id = c.id AND p.status IN ('ACTIVE', 'REQUESTED'))
                        ORDER BY s.child_id
                        """), scene, this.journal, seed));
        this.scribe = new Scribe(
                "lp.jinbao",
                numbers(
                        "SELECT id FROM child WHERE village_code LIKE '511304114%' AND left_on IS NULL ORDER BY id LIMIT "
                                + CHILDREN_OF_A_SCRIBE),
                scene,
                this.journal,
                seed);
        this.people.add(this.scribe);
        this.people.forEach(this::begin);
    }

    /** Somebody joins who records visits with photos. */
    MixedLoad withPhotographer(long seed) throws IOException, SQLException {
        List<String> family =
                this.scene.rows(FAMILIES + " LIMIT 1 OFFSET " + VISITORS).get(0);
        Person person = new Photographer(family.get(0), Long.parseLong(family.get(1)), this.scene, this.journal, seed);
        this.people.add(person);
        begin(person);
        return this;
    }

    private void begin(Person person) {
        Thread thread = new Thread(person, person.name());
        this.threads.add(thread);
        thread.start();
    }

    Journal journal() {
        return this.journal;
    }

    /** Waits until everybody was answered something asked after the moment, and says whether that came to be. */
    boolean back(long from) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!this.journal.answeredAll(this.people.size(), from)) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    private void requireAlive() {
        for (Person person : this.people) {
            if (person.failure() != null) {
                throw new IllegalStateException(person.name() + " gave up", person.failure());
            }
        }
    }

    /** Lets everybody come to an end, and compares what they were told with what is there. */
    Compared compare() throws Exception {
        this.people.forEach(Person::stop);
        for (Thread thread : this.threads) {
            thread.join(PATIENCE_MILLIS);
        }
        requireAlive();
        try (Connection connection = this.scene.connection()) {
            Kept kept = new Kept(connection, this.began);
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LISTENERS_MILLIS);
            while (kept.unheard() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(200);
            }
            List<String> broken = new ArrayList<>(kept.broken());
            if (kept.unheard() > 0) {
                broken.add(kept.unheard() + " events nobody has finished with");
            }
            Map<Deed, Map<String, History.Rows>> rows = new EnumMap<>(kept.rows());
            rows.put(Deed.WORDING, this.scribe.written());
            List<Operation> operations = this.journal.operations();
            return new Compared(operations.size(), new History(rows, kept.audited()).compare(operations), broken);
        }
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = this.scene.rows(query).stream()
                .map(row -> Long.valueOf(row.get(0)))
                .toList();
        if (numbers.isEmpty()) {
            throw new IllegalStateException("Nothing to work on: " + query);
        }
        return numbers;
    }

    @Override
    public void close() throws IOException {
        this.people.forEach(Person::stop);
        this.threads.forEach(Thread::interrupt);
        this.journal.close();
    }

    /**
     * What came of it.
     *
     * @param broken what does not hold between tables
     */
    record Compared(int operations, History.Findings findings, List<String> broken) {}
}
