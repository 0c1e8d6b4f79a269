package org.tongxing.sandbox.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.TongxingApplication;
import org.tongxing.audit.AuditChain;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.State;
import org.tongxing.coverage.Tally;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.OverdueTally;
import org.tongxing.persistence.Paging;
import org.tongxing.policy.Actor;
import org.tongxing.recheck.Kind;
import org.tongxing.recheck.WorkList;

/** The sample town of a fresh installation, made by a start that was interrupted again and again. */
@SpringBootTest(classes = TongxingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-sample-${random.uuid}")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTownTests {

    private static final Scope TOWN = Scope.of(new DivisionCode("511304114"));
    private static final Scope COUNTY = Scope.of(new DivisionCode("511304"));
    private static final LocalDate TODAY = LocalDate.now(TongxingApplication.ZONE);

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Coverage coverage;

    @Autowired
    private Children children;

    @Autowired
    private WorkList workList;

    @Autowired
    private OverdueTally overdue;

    @Autowired
    private AuditChain audit;

    @Autowired
    private Vault vault;

    @LocalServerPort
    private int port;

    /** Each time the database goes away a little later, as it does for a server that is killed. */
    @BeforeAll
    void makeTheTownInPieces() throws Exception {
        int interruptions = 0;
        while (!made(new FailingDatabase(this.database, 1 + 3 * interruptions))) {
            interruptions++;
        }
        assertThat(interruptions).isGreaterThan(2);
    }

    private boolean made(DataSource source) throws Exception {
        try {
            return make(source);
        } catch (ExecutionException gone) {
            assertThat(gone).hasStackTraceContaining(FailingDatabase.GONE);
            return false;
        }
    }

    private boolean make(DataSource source) throws Exception {
        SampleTown town = new SampleTown(source);
        town.makeInBackground(this.port);
        return town.made().get();
    }

    @Test
    void tellsTheCountyWhatIsOverdueOnTheFirstDay() {
        assertThat(this.overdue.parts(COUNTY, Actor.CADRE_FAMILY))
                .anySatisfy(part -> assertThat(part.division()).isEqualTo(TOWN.division()));
    }

    @Test
    void isLargeEnoughForAFirstScreen() {
        Tally tally = sum(TOWN, TODAY);
        assertThat(tally.eligible()).isEqualTo(312);
        assertThat(tally.uncovered()).isEqualTo(25);
        assertThat(tally.girlsWithout()).isGreaterThan(9);
        assertThat(tally.turningEight()).isEqualTo(3);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM cadre_family WHERE import_id IS NOT NULL AND division_code = '511304114'"))
                .isEqualTo(85);
        assertThat(count("SELECT COUNT(*) FROM refused_row WHERE is_open")).isEqualTo(12);
        assertThat(count("SELECT COUNT(*) FROM visit")).isGreaterThan(300);
        assertThat(count("SELECT COUNT(*) FROM contact")).isGreaterThan(300);
        assertThat(count("SELECT COUNT(*) FROM pairing WHERE status = 'REQUESTED'"))
                .isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM cadre_family WHERE state = 'APPLIED'"))
                .isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM family_adult WHERE screened_on IS NOT NULL"))
                .isGreaterThan(100);
    }

    @Test
    void givesEveryUncoveredChildAReason() {
        assertThat(standings(COUNTY, TODAY))
                .filteredOn(standing ->
                        standing.state().eligible() && standing.state().by() == State.By.NOBODY)
                .hasSizeGreaterThan(25)
                .allSatisfy(standing -> assertThat(standing.state().reason()).isNotNull());
        assertThat(sum(TOWN, TODAY).reasons().keySet()).isEqualTo(EnumSet.allOf(State.Reason.class));
    }

    @Test
    @Clause("JB-32")
    void hasTheGapsOfTheYearItTellsOf() {
        YearOfGaps year = new YearOfGaps(TODAY, 25);
        List<Integer> told = Stream.iterate(0, month -> month + 1)
                .limit(YearOfGaps.MONTHS)
                .map(month -> Town.all(TODAY).get(0).gap(year.end(month)))
                .toList();
        assertThat(this.coverage.series(TOWN, TODAY))
                .extracting(Coverage.MonthEnd::uncovered)
                .isEqualTo(told);
    }

    @Test
    void countsTheSameFromScratch() {
        Stream.concat(
                        Stream.of(TODAY),
                        Stream.iterate(1, back -> back + 1)
                                .limit(24)
                                .map(back ->
                                        YearMonth.from(TODAY).minusMonths(back).atEndOfMonth()))
                .forEach(day -> assertThat(cells(day)).as(day.toString()).isEqualTo(recounted(day)));
    }

    @Test
    void hasWorkOfEveryKind() {
        assertThat(this.workList
                        .find(TOWN, null, false, new Paging(1, 20))
                        .counts()
                        .keySet())
                .as("deadlines stand there in their weeks only")
                .containsAll(EnumSet.complementOf(EnumSet.of(Kind.REFRESH_DUE, Kind.QUARTER_DUE)));
    }

    @Test
    void breaksARuleOnlyWhereItTellsOfIt() {
        Map<Kind, Integer> counts =
                this.workList.find(TOWN, null, false, new Paging(1, 20)).counts();
        assertThat(counts)
                .containsEntry(Kind.GIRL_WITHOUT_FEMALE_CADRE, 2)
                .containsEntry(Kind.GIRL_TURNING_EIGHT, 3)
                .containsEntry(Kind.SIBLINGS_APART, 1)
                .containsEntry(Kind.CAPACITY_PASSED, 1)
                .containsEntry(Kind.WAIVER_EXPIRED, 1)
                .containsEntry(Kind.CATEGORY_LOST, 2)
                .containsEntry(Kind.CATEGORY_GAINED, 1)
                .containsEntry(Kind.HELPER_LEFT, 3)
                .containsEntry(Kind.UNCOVERED, 22);
    }

    @Test
    void keepsTheAuditWhole() {
        assertThat(this.audit.verify().intact()).isTrue();
        assertThat(this.audit.verify().rows()).isGreaterThan(30);
    }

    @Test
    void carriesNoNumberThatMightBelongToSomebody() {
        List<Long> ids = this.jdbc.sql("SELECT id FROM child").query(Long.class).list();
        for (long id : ids) {
            CaseFile file = this.children.get(COUNTY, new ChildId(id));
            assertThat(file.idNumber()).startsWith(Papers.AREA);
            assertThat(file.adults())
                    .extracting(CaseFile.Adult::phone)
                    .allMatch(phone -> phone == null || phone.startsWith(Papers.PREFIX));
        }
        assertThat(Stream.of("cadre_family", "adult", "phone_account")
                        .flatMap(table -> this.jdbc
                                .sql("SELECT phone_sealed FROM " + table + " WHERE phone_sealed IS NOT NULL")
                                .query(String.class)
                                .list()
                                .stream())
                        .map(this.vault::open))
                .allMatch(phone -> String.valueOf(phone).startsWith(Papers.PREFIX));
    }

    @Test
    void hasAWishInEveryState() {
        Map<WishState, Integer> states = new EnumMap<>(WishState.class);
        this.jdbc
                .sql("SELECT state FROM wish")
                .query(String.class)
                .list()
                .forEach(state -> states.merge(WishState.valueOf(state), 1, Integer::sum));
        assertThat(states.keySet()).isEqualTo(EnumSet.allOf(WishState.class));
    }

    @Test
    void doesNotUseUpTheInitialPasswordOfAnybody() {
        assertThat(count("SELECT COUNT(*) FROM account WHERE NOT password_initial AND disabled_at IS NULL"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM account WHERE username = 'sandbox' AND disabled_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    @Clause("JB-58")
    void pairsNobodyTwiceAtATime() {
        assertThat(count("""
                        SELECT COUNT(*) FROM pairing a JOIN pairing b
                          ON a.child_id = b.child_id AND a.id < b.id AND a.starts_on < COALESCE(b.ends_on, '9999-12-31')
                          AND b.starts_on < COALESCE(a.ends_on, '9999-12-31')
                        WHERE a.status IN ('ACTIVE', 'ENDED') AND b.status IN ('ACTIVE', 'ENDED')
                        """)).isZero();
    }

    @Test
    void recordsDeedsOnlyOfThoseWhoCouldDoThem() {
        assertThat(count("""
                        SELECT COUNT(*) FROM visit v JOIN visit_child c ON c.visit_id = v.id WHERE NOT EXISTS (
                          SELECT 1 FROM pairing p WHERE p.child_id = c.child_id AND p.family_id = v.family_id
                          AND p.starts_on <= v.visited_on AND (p.ends_on IS NULL OR p.ends_on > v.visited_on))
                        """)).as("visits to children of another family").isZero();
        assertThat(count("""
                        SELECT COUNT(*) FROM contact k WHERE NOT EXISTS (
                          SELECT 1 FROM membership m WHERE m.phone_account_id = k.recorded_by AND m.adult_id = k.adult_id
                          AND m.child_id = k.child_id AND m.state = 'CONFIRMED' AND m.kind = 'PARENT')
                        """)).as("calls of somebody who is not the parent").isZero();
    }

    @Test
    void isMadeOnce() throws Exception {
        String counts = "SELECT (SELECT COUNT(*) FROM child), (SELECT COUNT(*) FROM audit_entry),"
                + " (SELECT COUNT(*) FROM visit), (SELECT COUNT(*) FROM area_duty), (SELECT COUNT(*) FROM case_facet)";
        Map<String, @Nullable Object> before = this.jdbc.sql(counts).query().singleRow();
        assertThat(make(this.database)).isTrue();
        assertThat(this.jdbc.sql(counts).query().singleRow()).isEqualTo(before);
        assertThat(count("SELECT COUNT(*) FROM area_duty")).isEqualTo(18);
        assertThat(count("SELECT COUNT(*) FROM roster_import WHERE state = 'ACCEPTED'"))
                .isEqualTo(3);
    }

    private int count(String sql) {
        return this.jdbc.sql(sql).query(Integer.class).single();
    }

    private Tally sum(Scope scope, LocalDate day) {
        Tally sum = new Tally();
        this.coverage.on(scope, day).values().stream()
                .map(part -> part.getOrDefault("*", new Tally()))
                .forEach(tally -> add(sum, tally));
        return sum;
    }

    /** The cells as the landing page sums them, by village and category. */
    private Map<String, Map<String, Tally>> cells(LocalDate day) {
        return Town.all(TODAY).stream()
                .flatMap(town ->
                        this.coverage
                                .on(Scope.of(new DivisionCode(town.township().code())), day)
                                .entrySet()
                                .stream())
                .collect(Collectors.toMap(
                        part -> part.getKey().value(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** The same from every child of every village. */
    private Map<String, Map<String, Tally>> recounted(LocalDate day) {
        Map<String, Map<String, Tally>> villages = new TreeMap<>();
        standings(COUNTY, day).stream()
                .filter(standing -> standing.state().eligible())
                .forEach(standing -> {
                    Map<String, Tally> village =
                            villages.computeIfAbsent(standing.child().village().value(), one -> new TreeMap<>());
                    Stream.concat(Stream.of("*"), standing.state().categories().stream())
                            .forEach(category -> village.computeIfAbsent(category, one -> new Tally())
                                    .add(standing.state()));
                });
        return villages;
    }

    private List<Coverage.Standing> standings(Scope scope, LocalDate day) {
        return this.children.villages(scope).stream()
                .flatMap(village -> this.coverage.standings(Scope.of(village), day).stream())
                .toList();
    }

    private static void add(Tally sum, Tally part) {
        sum.add(
                part.eligible(),
                part.byFamily(),
                part.byAreaDuty(),
                part.girls(),
                part.girlsWithout(),
                part.turningEight(),
                part.reasons());
    }
}
