package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.tongxing.audit.AuditChain;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.NewChild;
import org.tongxing.child.Newcomers;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.Tally;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;

/** What many do at the same moment comes out as if they had done it one after another. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-many-${random.uuid}",
            "tongxing.sandbox.sample=accounts",
            "tongxing.coverage.fold-every=20ms"
        })
class ManyAtOnceTests {

    private static final DivisionCode COUNTY = new DivisionCode("511304");
    private static final DivisionCode TOWN = new DivisionCode("511304114");
    private static final LocalDate TODAY = LocalDate.now();
    private static final int PEOPLE = 8;
    private static final int TIMES = 25;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditChain chain;

    @Autowired
    private Newcomers newcomers;

    @Autowired
    private Coverage coverage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private EventPublicationRepository publications;

    @Autowired
    private ThreadPoolTaskExecutor listeners;

    @Test
    void writeOneChainWithoutAForkWhenManyRead() throws Exception {
        long before = this.chain.verify().rows();
        together(PEOPLE, person -> {
            for (int i = 0; i < TIMES; i++) {
                this.audit.record(null, Deed.READ, "child:" + person, List.of((long) person, 100L + i));
            }
        });
        AuditChain.Verdict verdict = this.chain.verify();
        assertThat(verdict.breaks()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(before + PEOPLE * TIMES);
    }

    @Test
    void areAtAnEventAsLongAsTheTaskThatBeganIt() throws Exception {
        UUID event = UUID.randomUUID();
        List<String> during = this.listeners
                .submit(() -> {
                    this.publications.markProcessing(event);
                    return atWork();
                })
                .get();
        assertThat(during).contains(event.toString());
        await().untilAsserted(() -> assertThat(atWork()).doesNotContain(event.toString()));
    }

    private List<String> atWork() {
        return ReflectionTestUtils.invokeMethod(this.context.getBean("atWork"), "ids");
    }

    @Test
    void writeWhatFitsAlthoughOneOfThemHasWordsThatDoNot() throws Exception {
        long before = this.chain.verify().rows();
        together(PEOPLE, person -> {
            for (int i = 0; i < TIMES; i++) {
                if (person == 0) {
                    assertThatThrownBy(() -> this.audit.record(null, Deed.READ, List.of(7L), "字".repeat(201)))
                            .isInstanceOf(DataIntegrityViolationException.class);
                } else {
                    this.audit.record(null, Deed.READ, "child:" + person, List.of((long) person));
                }
            }
        });
        AuditChain.Verdict verdict = this.chain.verify();
        assertThat(verdict.breaks()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(before + (PEOPLE - 1) * TIMES);
    }

    @Test
    @Clause("JB-33")
    void addUpToTheSameFigureForTheCountyHoweverTheyCome() throws Exception {
        together(3, clerk -> {
            for (int i = 0; i < 12; i++) {
                DivisionCode village = new DivisionCode(TOWN.value() + "%03d".formatted(1 + (clerk + i) % 3));
                this.newcomers.register(children(village, clerk * 100 + i), null, null);
                this.coverage.recompute(village);
            }
        });
        assertThat(this.jdbc
                        .sql("SELECT COUNT(*) FROM child WHERE village_code LIKE '511304114%'")
                        .query(Integer.class)
                        .single())
                .as("nobody stood in another's way for good")
                .isEqualTo(3 * 12 * 20);
        for (LocalDate day : List.of(TODAY, TODAY.minusDays(45), TODAY.minusDays(200), TODAY.plusYears(9))) {
            assertThat(county(day)).as("%s, partly folded", day).isEqualTo(town(day));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> this.jdbc
                                .sql("SELECT COUNT(*) FROM coverage_change")
                                .query(Integer.class)
                                .single()
                        == 0);
        for (LocalDate day : List.of(TODAY, TODAY.minusDays(45), TODAY.minusDays(200), TODAY.plusYears(9))) {
            assertThat(county(day)).as("%s, folded", day).isEqualTo(town(day)).isNotEmpty();
            Coverage.Figures counted = this.coverage.figures(Scope.of(TOWN), day);
            for (DivisionCode above : List.of(COUNTY, new DivisionCode("51"), new DivisionCode(""))) {
                Coverage.Figures summed = this.coverage.figures(Scope.of(above), day);
                assertThat(summed.onFile()).isEqualTo(counted.onFile());
                assertThat(summed.whole()).isEqualTo(counted.whole());
                assertThat(summed.parts().values())
                        .singleElement()
                        .isEqualTo(counted.whole().get("*"));
            }
        }
        assertThat(this.coverage.series(Scope.of(COUNTY), TODAY))
                .isEqualTo(this.coverage.series(Scope.of(TOWN), TODAY));
    }

    /** What the county says of the town. */
    private Map<String, Tally> county(LocalDate day) {
        return this.coverage.on(Scope.of(COUNTY), day).getOrDefault(TOWN, Map.of());
    }

    /** What the town's villages add up to. */
    private Map<String, Tally> town(LocalDate day) {
        Map<String, Tally> sums = new TreeMap<>();
        this.coverage
                .on(Scope.of(TOWN), day)
                .values()
                .forEach(village -> village.forEach((category, tally) ->
                        sums.computeIfAbsent(category, one -> new Tally()).add(tally)));
        return sums;
    }

    private static List<NewChild> children(DivisionCode village, int batch) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new NewChild(
                        "孟若" + "曦晨远安".charAt(i % 4),
                        i % 2 == 0 ? Sex.FEMALE : Sex.MALE,
                        TODAY.minusDays(2_000L + 97L * i + batch),
                        null,
                        "户口未上",
                        village,
                        batch + "-" + i + "号",
                        null,
                        null,
                        TODAY.minusDays(30L + i * 11L),
                        List.of(),
                        List.of(new NewChild.NewFact("STATUS", "ORPHAN", TODAY.minusDays(i * 20L), null))))
                .toList();
    }

    private static void together(int people, Deeds deeds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                int who = person;
                running.add(threads.submit(() -> {
                    deeds.of(who);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What one of them does. */
    private interface Deeds {
        void of(int person) throws Exception;
    }
}
