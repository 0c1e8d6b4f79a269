package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.contract.ProblemCode;
import org.tongxing.goods.Entry;
import org.tongxing.goods.Goods;
import org.tongxing.goods.WriteOffs;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.region.DivisionMoved;

/**
 * Whatever is received, issued, written off, undone and merged, in any order, on the real database: what came is what went out and what
 * is still there, of each thing and store, and only what cannot be is refused.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {"tongxing.sandbox.directory=target/sandbox-wish-${random.uuid}", "tongxing.wish.every=12h"})
@Import(StoppedClock.OnMonday.class)
@Clause("SG-18")
class GoodsLedgerProperties {

    private static final String NEIGHBOUR = "511304115";
    private static final Caller COUNTY =
            new Caller(1, "property", "县里", 1, Role.COUNTY_ADMIN, new DivisionCode("511304"), null);

    @LocalServerPort
    private int port;

    @Autowired
    private StoppedClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Goods goods;

    @Autowired
    private WriteOffs writeOffs;

    /** What the ledger has to say, by hand: of each shelf every entry that was accepted, in order. */
    private final Map<Long, List<Written>> ledger = new TreeMap<>();

    private final Set<Long> undone = new HashSet<>();
    private List<Long> children = List.of();
    private boolean merged;

    @BeforeTry
    void openTheStore() throws Exception {
        new TestContextManager(GoodsLedgerProperties.class).prepareTestInstance(this);
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        if (children(1).isEmpty()) {
            Town.at(this.port);
        }
        this.ledger.clear();
        this.undone.clear();
        this.merged = false;
        for (String table : List.of("goods_entry", "goods_item")) {
            this.jdbc.update("DELETE FROM " + table);
        }
        this.children = children(4);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    @Clause("JB-55")
    void reconcilesOfEachThingAndStoreAfterAnySequence(@ForAll("deeds") List<Deed> deeds) {
        deeds.forEach(deed -> deed.in().accept(this));
        Map<Long, Integer> stock = new TreeMap<>();
        this.goods.items(COUNTY.scope()).forEach(item -> stock.put(item.id(), item.stock()));
        assertThat(stock.keySet()).isEqualTo(this.ledger.keySet());
        this.ledger.forEach((shelf, written) -> {
            int received = sum(written, one -> one.kind() == Entry.Kind.RECEIVED);
            int issued = -sum(written, one -> one.kind() == Entry.Kind.ISSUED);
            int lost = -sum(written, one -> one.kind() == Entry.Kind.WRITTEN_OFF);
            assertThat(received).as("%s: %s", shelf, deeds).isEqualTo(issued + stock.get(shelf) + lost);
            assertThat(lines(shelf, "quantity"))
                    .as("every line, in order, and none but these")
                    .isEqualTo(quantities(written));
            assertThat(lines(shelf, "stock_after"))
                    .as("what was there after each")
                    .isEqualTo(running(quantities(written)));
        });
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<String> things = Arbitraries.of("米", "油", "被子");
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 9);
        Arbitrary<Integer> nth = Arbitraries.integers().between(0, 30);
        Arbitrary<Deed> receive = Combinators.combine(Arbitraries.of(Town.CODE, Town.CODE, NEIGHBOUR), things, few)
                .as((place, thing, many) -> new Deed(
                        "receive %s %s %d".formatted(place, thing, many), one -> one.receive(place, thing, many)));
        Arbitrary<Deed> issue = Combinators.combine(things, few, few)
                .as((thing, first, second) -> new Deed(
                        "issue %s %d and %d".formatted(thing, first, second), one -> one.issue(thing, first, second)));
        Arbitrary<Deed> writeOff = Combinators.combine(things, few)
                .as((thing, many) ->
                        new Deed("write off %s %d".formatted(thing, many), one -> one.writeOff(thing, many)));
        Arbitrary<Deed> undo = nth.map(which -> new Deed("undo " + which, one -> one.undo(which)));
        Deed merge = new Deed("merge", GoodsLedgerProperties::merge);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, receive),
                        Tuple.of(5, issue),
                        Tuple.of(2, writeOff),
                        Tuple.of(3, undo),
                        Tuple.of(1, Arbitraries.just(merge)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private void receive(String place, String thing, int many) {
        String into = this.merged ? Town.CODE : place;
        this.goods.receive(
                COUNTY, new Entry.Receipt(new DivisionCode(into), thing, "件", many, this.clock.today(), "区慈善会"));
        accepted(shelf(into, thing), Entry.Kind.RECEIVED, many);
    }

    /** To two households at once: both get theirs or neither. */
    private void issue(String thing, int first, int second) {
        Long shelf = shelf(Town.CODE, thing);
        if (shelf == null) {
            return;
        }
        List<Entry.Issue> issues = List.of(
                new Entry.Issue(this.children.get(0), first, "孟奶奶"),
                new Entry.Issue(this.children.get(1), second, "孟爷爷"));
        boolean enough = stock(shelf) >= first + second;
        if (went(
                enough,
                ProblemCode.STOCK_TOO_SMALL,
                () -> this.goods.issue(COUNTY, shelf, this.clock.today(), "入冬慰问", issues))) {
            accepted(shelf, Entry.Kind.ISSUED, -first);
            accepted(shelf, Entry.Kind.ISSUED, -second);
        }
    }

    private void writeOff(String thing, int many) {
        Long shelf = shelf(Town.CODE, thing);
        if (shelf != null
                && went(
                        stock(shelf) >= many,
                        ProblemCode.STOCK_TOO_SMALL,
                        () -> this.writeOffs.write(COUNTY, shelf, many, this.clock.today(), "受潮"))) {
            accepted(shelf, Entry.Kind.WRITTEN_OFF, -many);
        }
    }

    private void undo(int which) {
        List<Entry> entries = this.goods
                .entries(COUNTY.scope(), new Goods.Question(null, null, null, null, null), new Paging(1, 100))
                .rows();
        if (entries.isEmpty()) {
            return;
        }
        Entry wrong = entries.get(which % entries.size());
        ProblemCode no = wrong.kind() == Entry.Kind.CORRECTION
                ? ProblemCode.INVALID_REQUEST
                : stock(wrong.item()) < wrong.quantity() ? ProblemCode.STOCK_TOO_SMALL : ProblemCode.ALREADY_DECIDED;
        boolean may = wrong.kind() != Entry.Kind.CORRECTION
                && !this.undone.contains(wrong.id())
                && stock(wrong.item()) >= wrong.quantity();
        if (went(may, no, () -> this.goods.correct(COUNTY, wrong.id(), "数错了"))) {
            this.undone.add(wrong.id());
            accepted(wrong.item(), wrong.kind(), -wrong.quantity());
        }
    }

    /** The neighbour goes into the town: its shelves come along with their ledgers, and nothing is received there any more. */
    private void merge() {
        this.transaction.executeWithoutResult(
                status -> this.events.publishEvent(new DivisionMoved(NEIGHBOUR, Town.CODE)));
        this.merged = true;
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM goods_item WHERE township_code = ?", Integer.class, NEIGHBOUR))
                .isZero();
    }

    /** Runs what has to go or has to be refused for one reason. */
    private static boolean went(boolean may, ProblemCode no, Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            assertThat(may).as("refused: %s", refusal.getCode()).isFalse();
            assertThat(refusal.getCode()).isEqualTo(no);
            return false;
        }
        assertThat(may).as("let through").isTrue();
        return true;
    }

    private void accepted(long shelf, Entry.Kind kind, int quantity) {
        this.ledger.computeIfAbsent(shelf, any -> new ArrayList<>()).add(new Written(kind, quantity));
    }

    private int stock(long shelf) {
        return sum(this.ledger.getOrDefault(shelf, List.of()), one -> true);
    }

    private Long shelf(String place, String thing) {
        List<Long> found = this.jdbc.queryForList(
                "SELECT id FROM goods_item WHERE township_code = ? AND name = ?", Long.class, place, thing);
        return found.isEmpty() ? null : found.get(0);
    }

    private List<Integer> lines(long shelf, String column) {
        return this.jdbc.queryForList(
                "SELECT " + column + " FROM goods_entry WHERE item_id = ? ORDER BY nth", Integer.class, shelf);
    }

    private List<Long> children(int count) {
        return this.jdbc.queryForList(
                "SELECT MIN(id) AS child FROM child WHERE village_code LIKE '511304114%' GROUP BY household_id"
                        + " ORDER BY child LIMIT ?",
                Long.class, count);
    }

    private static int sum(List<Written> written, Predicate<Written> which) {
        return written.stream().filter(which).mapToInt(Written::quantity).sum();
    }

    private static List<Integer> quantities(List<Written> written) {
        return written.stream().map(Written::quantity).toList();
    }

    private static List<Integer> running(List<Integer> quantities) {
        List<Integer> after = new ArrayList<>();
        int stock = 0;
        for (int quantity : quantities) {
            stock += quantity;
            after.add(stock);
        }
        return after;
    }

    /** A line that was accepted; what counters an entry counts as its kind. */
    private record Written(Entry.Kind kind, int quantity) {}

    /** One step, with what it is for whoever reads a counter-example. */
    private record Deed(String name, Consumer<GoodsLedgerProperties> in) {

        @Override
        public String toString() {
            return this.name;
        }
    }
}
