package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
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
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Divisions;
import tools.jackson.databind.JsonNode;

/** A roster of {@code -Droster.rows} children, 4,000 unless asked for more: chunk by chunk, all of it or nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-large-${random.uuid}")
@Import(LargeRosterTests.Accidents.class)
class LargeRosterTests {

    private static final int ROWS = Integer.getInteger("roster.rows", 4_000);
    private static final int CHUNK = 1_000;
    private static final int MOST_STATEMENTS_A_CHUNK = 40;
    private static final int FIXED_STATEMENTS = 400;

    @LocalServerPort
    private int port;

    @Autowired
    private Divisions divisions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Accidents accidents;

    private ConsoleClient county;
    private ImportDesk desk;

    @BeforeEach
    void signIn() throws Exception {
        this.county = ConsoleClient.signedIn(this.port, "zy.jialing");
        this.desk = new ImportDesk(this.county);
    }

    @Test
    void asksTheDatabaseByTheChunkAndNotByTheChild() throws Exception {
        String town = town("511304115", "三会镇");
        this.accidents.statements.set(0);
        JsonNode preview = this.desk.read(town, LargeRoster.of(ROWS, 1));
        int reading = this.accidents.statements.getAndSet(0);
        assertThat(preview.path("readRows").asInt()).isEqualTo(ROWS);
        this.desk.accept(preview.path("id").asLong());
        int accepting = this.accidents.statements.get();
        assertThat(children(town)).isEqualTo(ROWS);
        int allowed = FIXED_STATEMENTS + ROWS / CHUNK * MOST_STATEMENTS_A_CHUNK;
        assertThat(reading).isLessThan(allowed);
        assertThat(accepting).isLessThan(allowed);
    }

    @Test
    void leavesNothingHalfDoneWhenTheConnectionDiesInTheMiddleOfTakingOver() throws Exception {
        String town = town("511304121", "河西镇");
        long id = this.desk.read(town, LargeRoster.of(1_200, 2)).path("id").asLong();
        this.accidents.armed.set(true);
        assertThat(this.county
                        .post(ImportDesk.path(id) + "/acceptance", Map.of())
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).untilFalse(this.accidents.armed);
        assertThat(this.accidents.seenInside.get())
                .as("everybody was there a moment before")
                .isEqualTo(1_200);
        assertThat(children(town)).isZero();
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM refused_row WHERE import_id = ?", Integer.class, id))
                .isZero();
        assertThat(this.county.get(ImportDesk.path(id)).json().path("state").asString())
                .isEqualTo("ACCEPTING");
        assertThat(this.desk.settled(id).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(children(town)).isEqualTo(1_200);
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(DISTINCT a.child_id) FROM adult a JOIN child c ON c.id = a.child_id"
                                + " WHERE c.village_code LIKE CONCAT(?, '%')",
                        Integer.class, town))
                .isEqualTo(1_200);
    }

    private String town(String code, String name) {
        this.divisions.put(new DivisionCode(code), name);
        for (int village = 1; village <= LargeRoster.VILLAGES; village++) {
            this.divisions.put(new DivisionCode(code + (200 + village)), LargeRoster.village(village));
        }
        return code;
    }

    private int children(String division) {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM child WHERE village_code LIKE CONCAT(?, '%')", Integer.class, division);
    }

    /** Counts statements, and kills a connection when armed, as a killed server would. */
    @TestConfiguration
    static class Accidents {

        final AtomicInteger statements = new AtomicInteger();
        final AtomicInteger seenInside = new AtomicInteger();
        final AtomicBoolean armed = new AtomicBoolean();

        @Autowired
        private JdbcTemplate jdbc;

        @Autowired
        private DataSource database;

        @EventListener
        void on(ChildrenChanged event) throws Exception {
            if (!this.armed.get()) {
                return;
            }
            long connection = this.jdbc.queryForObject("SELECT CONNECTION_ID()", Long.class);
            String village = event.villages().get(0).substring(0, 9);
            this.seenInside.set(this.jdbc.queryForObject(
                    "SELECT COUNT(*) FROM child WHERE village_code LIKE CONCAT(?, '%')", Integer.class, village));
            try (Connection other = this.database.getConnection();
                    Statement kill = other.createStatement()) {
                kill.execute("KILL " + connection);
            }
            this.armed.set(false);
        }

        @Bean
        Counter counter() {
            return new Counter(this.statements);
        }
    }

    @Intercepts({
        @Signature(
                type = Executor.class,
                method = "update",
                args = {MappedStatement.class, Object.class}),
        @Signature(
                type = Executor.class,
                method = "query",
                args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}),
        @Signature(
                type = Executor.class,
                method = "query",
                args = {
                    MappedStatement.class,
                    Object.class,
                    RowBounds.class,
                    ResultHandler.class,
                    CacheKey.class,
                    BoundSql.class
                })
    })
    record Counter(AtomicInteger statements) implements Interceptor {

        @Override
        public Object intercept(Invocation invocation) throws Throwable {
            this.statements.incrementAndGet();
            return invocation.proceed();
        }
    }
}
