package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Divisions;
import tools.jackson.databind.JsonNode;

/** Registers of towns that differ in nothing but the number of their children, {@code -Dregister.children} in the larger. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-scale-${random.uuid}")
@Import(RegisterScaleTests.Counting.class)
class RegisterScaleTests {

    private static final int FEW = 120;
    private static final int MANY = Integer.getInteger("register.children", 1_200);

    @LocalServerPort
    private int port;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Counting counting;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @Clause("JB-29")
    void asksTheDatabaseByTheTownshipAndNotByTheVillageOrTheChild() throws Exception {
        ConsoleClient county = ConsoleClient.signedIn(this.port, "zy.jialing");
        int few = statements(county, town(county, "511304115", "三会镇", FEW, 3), FEW);
        int many = statements(county, town(county, "511304121", "河西镇", MANY, 4), MANY);
        assertThat(few).isPositive().isLessThan(4 * LargeRoster.VILLAGES);
        assertThat(many).isEqualTo(few);
    }

    private int statements(ConsoleClient county, String town, int children) throws Exception {
        String today = Town.today();
        this.counting.statements.set(0);
        long begun = System.nanoTime();
        JsonNode export = new ExportDesk(county).make(ExportDesk.named(town, today));
        long millis = (System.nanoTime() - begun) / 1_000_000;
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_048_576;
        System.out.printf(
                "register of %d children: %d statements, %d ms, %d kB, heap %d MB%n",
                children,
                this.counting.statements.get(),
                millis,
                export.path("bytes").asInt() / 1024,
                heap);
        assertThat(export.path("total").asInt()).isEqualTo(children);
        assertThat(export.path("rows").asInt()).isPositive();
        // A file is kept in pieces of 128 kB; everything else is asked by the township.
        return this.counting.statements.get()
                - this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM register_export_piece WHERE export_id = ?",
                        Integer.class,
                        export.path("id").asLong());
    }

    private String town(ConsoleClient county, String code, String name, int children, int series) throws Exception {
        this.divisions.put(new DivisionCode(code), name);
        for (int village = 1; village <= LargeRoster.VILLAGES; village++) {
            this.divisions.put(new DivisionCode(code + (200 + village)), LargeRoster.village(village));
        }
        assertThat(county.post("/api/admin/adoptions", Map.of("book", "JB", "division", code, "from", "2023-11-08"))
                        .status())
                .isEqualTo(201);
        ImportDesk desk = new ImportDesk(county);
        desk.accept(desk.read(code, LargeRoster.of(children, series)).path("id").asLong());
        return code;
    }

    /** Counts the statements of the threads that make workbooks. */
    @TestConfiguration
    static class Counting {

        final AtomicInteger statements = new AtomicInteger();

        @Bean
        Counter exportStatements() {
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
            if (Thread.currentThread().getName().startsWith("register")) {
                this.statements.incrementAndGet();
            }
            return invocation.proceed();
        }
    }
}
