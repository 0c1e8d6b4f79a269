package org.tongxing.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongxing.bench.drill.Operation.End;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.engine.Database;

/** The checker on the real tables: what it must find is put there by hand, one thing wrong at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTests {

    private static final String KEY = "11111111-2222-3333-4444-555555555555";
    private static final String WORDS = "x";

    private Connection connection;

    @BeforeAll
    void migrate() throws SQLException {
        Database database = Sandbox.on("target/sandbox-history-" + UUID.randomUUID())
                .engines()
                .database();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    @AfterEach
    void clear() throws SQLException {
        for (String table : List.of(
                "visit",
                "visit_child",
                "visit_promise",
                "difficulty",
                "difficulty_child",
                "pairing",
                "wish",
                "wish_claim",
                "wish_step",
                "child_fact",
                "audit_entry",
                "audit_child",
                "EVENT_PUBLICATION")) {
            run("DELETE FROM " + table);
        }
    }

    @AfterAll
    void close() throws SQLException {
        this.connection.close();
    }

    @Test
    void findsNothingWrongWithAVisitThatIsThereAsItWasTold() throws SQLException {
        visit(KEY);
        children();
        promise();
        difficulty();
        assertFindings(0, 0, 0, told(Deed.VISIT, KEY, End.ACKNOWLEDGED));
        assertThat(kept().broken()).isEmpty();
    }

    @Test
    void findsAVisitThatIsLost() throws SQLException {
        assertFindings(1, 0, 0, told(Deed.VISIT, KEY, End.ACKNOWLEDGED));
        assertFindings(1, 0, 0, told(Deed.VISIT, KEY, End.SETTLED));
    }

    @Test
    void findsAVisitWithoutItsChildOrPromiseOrDifficulty() throws SQLException {
        visit(KEY);
        children();
        promise();
        assertFindings(0, 0, 1, told(Deed.VISIT, KEY, End.ACKNOWLEDGED));
        difficulty();
        run("DELETE FROM visit_child");
        assertFindings(0, 0, 1, told(Deed.VISIT, KEY, End.ACKNOWLEDGED));
        assertThat(kept().broken()).containsExactly("1 visits without a child");
    }

    @Test
    void findsAFactThatIsThereTwice() throws SQLException {
        fact();
        assertFindings(0, 0, 0, told(Deed.FACT, factSubject(), End.ACKNOWLEDGED));
        fact();
        assertFindings(0, 1, 0, told(Deed.FACT, factSubject(), End.ACKNOWLEDGED));
    }

    @Test
    void takesWhatWasNeverAnsweredForDoneOnceOrNotAtAll() throws SQLException {
        assertFindings(0, 0, 0, told(Deed.FACT, factSubject(), End.UNKNOWN));
        fact();
        assertFindings(0, 0, 0, told(Deed.FACT, factSubject(), End.UNKNOWN));
        fact();
        assertFindings(0, 1, 0, told(Deed.FACT, factSubject(), End.UNKNOWN));
    }

    @Test
    void findsWhatWasRefusedAndIsThereAllTheSame() throws SQLException {
        fact();
        assertFindings(0, 1, 0, told(Deed.FACT, factSubject(), End.REFUSED));
    }

    @Test
    void countsPromisesOfOneWishByOnePersonTogether() throws SQLException {
        claim("GIVEN_BACK");
        claim(null);
        Operation claimed = told(Deed.CLAIM, "7:3", End.ACKNOWLEDGED);
        Operation back = told(Deed.GIVE_BACK, "7:3", End.ACKNOWLEDGED);
        assertFindings(0, 0, 0, claimed, back, claimed);
        assertFindings(1, 0, 0, claimed, back, claimed, claimed);
        assertFindings(0, 1, 0, claimed, back);
    }

    @Test
    void findsAPromiseWithoutItsStepAndAWishThatIsHalfPromised() throws SQLException {
        claim(null);
        run("DELETE FROM wish_step");
        run("INSERT INTO wish (id, child_id, township_code, alias, age_band, what, why, state, proposed_at)"
                + " VALUES (7, 1, '511304114', '小溪', '8 岁', '书', '想看', 'OPEN', NOW(3))");
        assertFindings(0, 0, 1, told(Deed.CLAIM, "7:3", End.ACKNOWLEDGED));
        assertThat(kept().broken()).containsExactly("1 wishes that are half promised");
    }

    @Test
    void findsAPairingThatCoverageDoesNotKnow() throws SQLException {
        run("INSERT INTO pairing (child_id, family_id, kind, status, starts_on, paired_at)"
                + " VALUES (1, 2, 'FAMILY', 'ACTIVE', CURRENT_DATE, NOW(3))");
        assertFindings(0, 0, 1, told(Deed.PAIRING, "1:2", End.ACKNOWLEDGED));
    }

    @Test
    void findsADeedThatIsMissingInTheAudit() throws SQLException {
        fact();
        Operation noted = new Operation(Deed.FACT, factSubject(), "CHANGED child:1", End.ACKNOWLEDGED);
        assertFindings(0, 0, 1, noted);
        audit(1, "a");
        assertFindings(0, 0, 0, noted);
    }

    @Test
    void findsAHoleInTheAudit() throws SQLException {
        audit(1, "a");
        audit(3, "c");
        assertThat(kept().broken()).containsExactly("1 rows of the audit without the one before");
    }

    @Test
    void countsEventsNobodyHasFinishedWith() throws SQLException {
        run("INSERT INTO EVENT_PUBLICATION (ID, LISTENER_ID, EVENT_TYPE, SERIALIZED_EVENT, PUBLICATION_DATE)"
                + " VALUES ('1', 'l', 't', '{}', NOW(6))");
        assertThat(kept().unheard()).isEqualTo(1);
    }

    private void assertFindings(int lost, int doubled, int half, Operation... told) throws SQLException {
        History.Findings findings = new History(kept().rows(), kept().audited()).compare(List.of(told));
        assertThat(List.of(findings.lost(), findings.doubled(), findings.half()))
                .as(findings.named().toString())
                .containsExactly(lost, doubled, half);
    }

    private static Operation told(Deed deed, String subject, End end) {
        return new Operation(deed, subject, null, end);
    }

    private Kept kept() {
        return new Kept(this.connection, LocalDateTime.now().minusMinutes(5));
    }

    private void visit(String key) throws SQLException {
        run("INSERT INTO visit (id, family_id, recorded_by, visited_on, met, topics, idempotency_key, recorded_at)"
                + " VALUES (1, 2, 3, CURRENT_DATE, 'CHILD', 'DROWNING', '" + key + "', NOW(3))");
    }

    private void children() throws SQLException {
        run(
                "INSERT INTO visit_child (visit_id, child_id, visited_on, met_by) VALUES (1, 1, CURRENT_DATE, 'CADRE_FAMILY')");
    }

    private void promise() throws SQLException {
        run("INSERT INTO visit_promise (visit_id, words_sealed) VALUES (1, '" + WORDS + "')");
    }

    private void difficulty() throws SQLException {
        run("INSERT INTO difficulty (id, visit_id, words_sealed, found_on, opened_by_name, opened_at)"
                + " VALUES (1, 1, '" + WORDS + "', CURRENT_DATE, '某人', NOW(3))");
        run("INSERT INTO difficulty_child (difficulty_id, child_id) VALUES (1, 1)");
    }

    private static String factSubject() {
        return "1:HUKOU:RURAL:" + LocalDate.now();
    }

    private void fact() throws SQLException {
        run("INSERT INTO child_fact (child_id, kind, content, since_on, recorded_at)"
                + " VALUES (1, 'HUKOU', 'RURAL', CURRENT_DATE, NOW(3))");
    }

    private void claim(@Nullable String outcome) throws SQLException {
        String ended = outcome == null ? "NULL, NULL" : "NOW(3), '" + outcome + "'";
        run("INSERT INTO wish_claim (wish_id, phone_account_id, slot, claimed_at, arrange_by, ended_at, outcome)"
                + " VALUES (7, 3, 1, NOW(3), CURRENT_DATE, " + ended + ")");
        step("CLAIMED");
        if (outcome != null) {
            step("RELEASED");
        }
    }

    private void step(String step) throws SQLException {
        run("INSERT INTO wish_step (wish_id, step, township_code, phone_account_id, at)" + " VALUES (7, '" + step
                + "', '511304114', 3, NOW(3))");
    }

    private void audit(int position, String hash) throws SQLException {
        run("INSERT INTO audit_entry (id, chain, position, at, action, previous, hash) VALUES (" + position
                + ", 'one', " + position + ", NOW(3), 'CHANGED', '0', '" + hash + "')");
        run("INSERT INTO audit_child (entry_id, child_id) VALUES (" + position + ", 1)");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = this.connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
