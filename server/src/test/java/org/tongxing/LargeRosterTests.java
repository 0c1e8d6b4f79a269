package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.child.ChildrenChanged;
import org.tongxing.region.Divisions;
import tools.jackson.databind.JsonNode;

/** A roster of {@code -Droster.rows} children, 2,500 unless asked for more: chunk by chunk, all of it or nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-large-${random.uuid}")
@Import(LargeRosterTests.Accidents.class)
class LargeRosterTests {

    private static final int ROWS = Integer.getInteger("roster.rows", 2_500);
    private static final int CHUNK = 1_000;
    private static final int MOST_STATEMENTS_A_CHUNK = 40;
    private static final int FIXED_STATEMENTS = 500;

    @LocalServerPort
    private int port;

    @Autowired
    private Divisions divisions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Accidents accidents;

    private Townships townships;
    private ConsoleClient county;
    private ImportDesk desk;

    @BeforeEach
    void signIn() throws Exception {
        this.townships = new Townships(this.divisions, this.jdbc);
        this.county = ConsoleClient.signedIn(this.port, "zy.jialing");
        this.desk = new ImportDesk(this.county);
    }

    @Test
    void asksTheDatabaseByTheChunkAndNotByTheChild() throws Exception {
        String town = this.townships.add("511304115", "三会镇", LargeRoster.villages());
        long before = questions();
        JsonNode preview = this.desk.read(town, LargeRoster.of(ROWS, 1));
        long read = questions();
        assertThat(preview.path("readRows").asInt()).isEqualTo(ROWS);
        JsonNode accepted = this.desk.accept(preview.path("id").asLong());
        long taken = questions();
        assertThat(this.townships.children(town)).isEqualTo(ROWS);
        assertThat(accepted.path("preparedRows").asInt()).isEqualTo(ROWS);
        int allowed = FIXED_STATEMENTS + ROWS / CHUNK * MOST_STATEMENTS_A_CHUNK;
        assertThat(read - before).isLessThan(allowed);
        assertThat(taken - read).isLessThan(allowed);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> this.jdbc.queryForObject("SELECT COUNT(*) FROM newcomer", Integer.class) == 0);
    }

    @Test
    void leavesNothingHalfDoneWhenTheConnectionDiesInTheMiddleOfTakingOver() throws Exception {
        String town = this.townships.add("511304121", "河西镇", LargeRoster.villages());
        long id = this.desk.read(town, LargeRoster.of(300, 2)).path("id").asLong();
        this.accidents.armed.set(true);
        assertThat(this.county
                        .post(ImportDesk.path(id) + "/acceptance", Map.of())
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).untilFalse(this.accidents.armed);
        assertThat(this.accidents.seenInside.get())
                .as("everybody was there a moment before")
                .isEqualTo(300);
        assertThat(this.townships.children(town)).isZero();
        assertThat(seen(town)).as("and nobody shows through").isZero();
        assertThat(this.county.get(ImportDesk.path(id)).json().path("state").asString())
                .isEqualTo("ACCEPTING");
        assertThat(this.desk.settled(id).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(this.townships.children(town)).isEqualTo(300);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(DISTINCT a.child_id) FROM adult a JOIN child c ON c.id = a.child_id"
                                + " WHERE c.village_code LIKE CONCAT(?, '%')",
                        Integer.class, town))
                .isEqualTo(300);
    }

    @Test
    void goesOnWithTheNextChunkWhenTheConnectionDiesInTheMiddleOfPreparing() throws Exception {
        String town = this.townships.add("511304119", "七宝寺镇", LargeRoster.villages());
        long id = this.desk.read(town, LargeRoster.of(2_100, 3)).path("id").asLong();
        this.accidents.killAtChunk.set(2);
        assertThat(this.county
                        .post(ImportDesk.path(id) + "/acceptance", Map.of())
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> this.accidents.killAtChunk.get() < 0);
        assertThat(this.jdbc.queryForObject("SELECT rows_prepared FROM roster_import WHERE id = ?", Integer.class, id))
                .as("the first chunk is kept")
                .isEqualTo(CHUNK);
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM newcomer WHERE import_id = ?", Integer.class, id))
                .isEqualTo(CHUNK);
        assertThat(seen(town)).as("nobody sees what is prepared").isZero();
        assertThat(this.desk.settled(id).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(this.townships.children(town)).isEqualTo(2_100);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM adult a LEFT JOIN child c ON c.id = a.child_id WHERE c.id IS NULL",
                        Integer.class))
                .as("nothing is left of the chunk that died")
                .isZero();
    }

    private int seen(String town) throws Exception {
        return this.county
                .get("/api/admin/children?division=" + town)
                .json()
                .path("total")
                .asInt();
    }

    private long questions() {
        return this.jdbc.queryForObject("SHOW GLOBAL STATUS LIKE 'Questions'", (row, number) -> row.getLong(2));
    }

    /** Kills a connection when armed, as a killed server would. */
    @TestConfiguration
    static class Accidents {

        final AtomicInteger seenInside = new AtomicInteger();
        final AtomicBoolean armed = new AtomicBoolean();
        final AtomicInteger killAtChunk = new AtomicInteger(-1);

        @Autowired
        private JdbcTemplate jdbc;

        @Autowired
        private DataSource database;

        @EventListener
        void on(ChildrenChanged event) throws Exception {
            if (!this.armed.get()) {
                return;
            }
            String village = event.villages().get(0).substring(0, 9);
            this.seenInside.set(this.jdbc.queryForObject(
                    "SELECT COUNT(*) FROM child WHERE village_code LIKE CONCAT(?, '%')", Integer.class, village));
            kill(this.jdbc.queryForObject("SELECT CONNECTION_ID()", Long.class));
            this.armed.set(false);
        }

        private void kill(long connection) throws SQLException {
            try (Connection other = this.database.getConnection();
                    Statement kill = other.createStatement()) {
                kill.execute("KILL " + connection);
            }
        }

        @Bean
        Interceptor deathOfAChunk() {
            return new DeathOfAChunk(this);
        }
    }

    /** Strikes when a chunk has been written down and not yet committed. */
    @Intercepts(
            @Signature(
                    type = Executor.class,
                    method = "flushStatements",
                    args = {}))
    record DeathOfAChunk(Accidents accidents) implements Interceptor {

        @Override
        public Object intercept(Invocation invocation) throws Throwable {
            Object result = invocation.proceed();
            Executor executor = (Executor) invocation.getTarget();
            boolean last = ((List<?>) result)
                    .stream().anyMatch(one -> ((BatchResult) one).getSql().contains("INTO adult"));
            if (last && this.accidents.killAtChunk.get() > 0 && this.accidents.killAtChunk.decrementAndGet() == 0) {
                try (Statement ask = executor.getTransaction().getConnection().createStatement();
                        ResultSet own = ask.executeQuery("SELECT CONNECTION_ID()")) {
                    own.next();
                    this.accidents.kill(own.getLong(1));
                }
                this.accidents.killAtChunk.set(-1);
            }
            return result;
        }
    }
}
