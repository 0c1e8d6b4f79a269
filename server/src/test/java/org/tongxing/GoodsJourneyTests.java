package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.kernel.Clause;
import org.tongxing.region.DivisionMoved;
import tools.jackson.databind.JsonNode;

/** What comes into the store of a township, and to whom it goes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {"tongxing.sandbox.directory=target/sandbox-wish-${random.uuid}", "tongxing.wish.every=12h"})
@Import(StoppedClock.OnMonday.class)
@Clause("SG-18")
class GoodsJourneyTests {

    private static final String GOODS = "/api/admin/goods";

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

    private Town town;

    @BeforeEach
    void openTheTown() throws Exception {
        this.clock.set(StoppedClock.monday() + "T10:00:00");
        this.town = Town.at(this.port);
        for (String table : List.of("goods_entry", "goods_item", "board_docking", "board_offer", "board_need")) {
            this.jdbc.update("DELETE FROM " + table);
        }
    }

    @Test
    @Clause("JB-55")
    void receivesIssuesPerHouseholdAndCorrectsByACounterEntry() throws Exception {
        receive("棉被", 10);
        long item = item("棉被");
        List<Long> children = children(3);
        assertThat(issue(item, Map.of(children.get(0), 4, children.get(1), 4)).status())
                .isEqualTo(204);
        assertThat(code(issue(item, Map.of(children.get(1), 1, children.get(2), 2))))
                .as("two are left, three are asked for: nobody gets any")
                .isEqualTo("STOCK_TOO_SMALL");
        assertThat(stock("棉被")).isEqualTo(2);

        JsonNode row = this.town
                .clerk
                .get(GOODS + "/entries?child=" + children.get(1))
                .json()
                .at("/rows/0");
        assertThat(row.path("quantity").asInt()).isEqualTo(-4);
        assertThat(row.path("receiver").asString()).isEqualTo("孟○○");
        String correction = GOODS + "/entries/" + row.path("id").asLong() + "/correction";
        assertThat(this.town
                        .clerk
                        .post(correction, Map.of("reason", "写成了四床，只领了三床"))
                        .status())
                .isEqualTo(204);
        assertThat(code(this.town.clerk.post(correction, Map.of("reason", "再冲一次"))))
                .isEqualTo("ALREADY_DECIDED");
        assertThat(stock("棉被")).isEqualTo(6);
        assertThat(this.town
                        .clerk
                        .get(GOODS + "/entries?child=" + children.get(1))
                        .json()
                        .path("rows"))
                .extracting(entry -> entry.path("kind").asString())
                .as("the wrong entry stays where it is")
                .containsExactly("CORRECTION", "ISSUED");
        long receipt = this.town
                .clerk
                .get(GOODS + "/entries?kind=RECEIVED")
                .json()
                .at("/rows/0/id")
                .asLong();
        assertThat(code(this.town.clerk.post(GOODS + "/entries/" + receipt + "/correction", Map.of("reason", "没收到过"))))
                .as("what it brought is partly gone")
                .isEqualTo("STOCK_TOO_SMALL");
        reconciles();
    }

    @Test
    @Clause("JB-55")
    void takesADockedOfferIntoTheStoreOnce() throws Exception {
        this.jdbc.update("""
                INSERT INTO board_need (id, child_id, township_code, category, what, quantity, measure, from_on, until_on,
                                        state, raised_by, raised_at)
                VALUES (1, ?, '511304114', 'GOODS', '书包', 5, '个', '2020-01-01', '2099-01-01', 'OPEN', 1, NOW())
                """, children(1).get(0));
        this.jdbc.update("""
                INSERT INTO board_offer (id, kind, category, what, division_code, quantity, measure, from_on, until_on,
                                         provider, offered_at)
                VALUES (1, 'DONATED', 'GOODS', '新书包', '511304114', 5, '个', '2020-01-01', '2099-01-01', '文具店', NOW())
                """);
        long docking = this.town
                .clerk
                .post("/api/admin/needs/1/dockings", Map.of("offerId", 1, "quantity", 5))
                .json()
                .path("id")
                .asLong();
        Map<String, Object> body = Map.of("dockingId", docking);
        assertThat(this.town.clerk.post(GOODS + "/docked", body).status()).isEqualTo(204);
        assertThat(code(this.town.clerk.post(GOODS + "/docked", body))).isEqualTo("ALREADY_THERE");
        assertThat(stock("新书包")).isEqualTo(5);
        assertThat(this.town
                        .clerk
                        .get(GOODS + "/entries")
                        .json()
                        .at("/rows/0/source")
                        .asString())
                .isEqualTo("文具店");
        reconciles();
    }

    @Test
    void neverIssuesMoreThanThereIsHoweverManyPressAtOnce() throws Exception {
        receive("米", 7);
        long item = item("米");
        List<Callable<Integer>> presses = new ArrayList<>();
        for (long child : children(10)) {
            presses.add(() -> issue(item, Map.of(child, 1)).status());
            presses.add(() -> this.town
                    .supervisor
                    .post(GOODS + "/" + item + "/issues", body(Map.of(child, 1)))
                    .status());
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        Map<Integer, Integer> answers = new TreeMap<>();
        for (Future<Integer> one : pool.invokeAll(presses)) {
            answers.merge(one.get(), 1, Integer::sum);
        }
        pool.shutdown();
        assertThat(answers).isEqualTo(Map.of(204, 7, 409, 13));
        assertThat(stock("米")).isZero();
        reconciles();
    }

    @Test
    void letsTheDatabaseRefuseAStockBelowZero() throws Exception {
        receive("米", 3);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> this.jdbc.update("UPDATE goods_item SET stock = stock - 4"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("ck_goods_stock");
    }

    @Test
    void keepsBothLedgersWhenTwoTownshipsThatHaveTheSameThingAreMerged() throws Exception {
        receive("棉被", 10);
        this.jdbc.update("UPDATE goods_item SET township_code = '511304115'");
        receive("棉被", 4);
        this.transaction.executeWithoutResult(
                status -> this.events.publishEvent(new DivisionMoved("511304115", Town.CODE)));
        assertThat(stock("棉被")).isEqualTo(4);
        assertThat(this.jdbc.queryForObject(
                        "SELECT stock FROM goods_item WHERE township_code = ? AND name LIKE '棉被（%并来的）'",
                        Integer.class, Town.CODE))
                .isEqualTo(10);
        reconciles();
    }

    @Test
    void carriesStockAndLedgerAwayAsAWorkbookMaskedAndWithAPurpose() throws Exception {
        receive("=1+1 棉被", 2);
        long child = children(1).get(0);
        issue(item("=1+1 棉被"), Map.of(child, 1));
        String path = GOODS + "/workbook?division=" + Town.CODE;
        assertThat(this.town.clerk.get(path + "&purpose=").status()).isEqualTo(400);
        byte[] bytes = this.town.clerk.download(path + "&purpose=%E5%AF%B9%E8%B4%A6");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheet("库存").getRow(1).getCell(3).getStringCellValue())
                    .isEqualTo("1");
            assertThat(book.getSheet("流水").getLastRowNum()).isEqualTo(2);
            assertThat(book.getSheet("流水").getRow(2).getCell(9).getStringCellValue())
                    .isEqualTo("孟○○");
            assertThat(book.getSheet("流水").getRow(2).getCell(1).getStringCellValue())
                    .as("no formula either when it is saved as CSV")
                    .isEqualTo("'=1+1 棉被");
        }
    }

    @Test
    void showsNothingOfTheStoreOfAnotherPlace() throws Exception {
        receive("米", 3);
        long item = item("米");
        this.jdbc.update("UPDATE goods_item SET township_code = '511304115'");
        assertThat(this.town.clerk.get(GOODS).json()).isEmpty();
        assertThat(this.town.clerk.get(GOODS + "/entries").json().path("total").asInt())
                .isZero();
        assertThat(issue(item, Map.of(children(1).get(0), 1)).status()).isEqualTo(404);
    }

    /** Stock is the sum of its entries, each line says what was there after it, and none is missing. */
    private void reconciles() {
        assertThat(this.jdbc.queryForList("""
                        SELECT i.name FROM goods_item i LEFT JOIN goods_entry e ON e.item_id = i.id
                        GROUP BY i.id, i.name HAVING MAX(i.stock) <> COALESCE(SUM(e.quantity), 0)
                          OR MAX(i.entries) <> COUNT(e.id) OR COALESCE(MAX(e.nth), 0) <> COUNT(e.id)
                        """, String.class)).isEmpty();
        assertThat(this.jdbc.queryForList("""
                        SELECT e.id FROM goods_entry e
                        WHERE e.stock_after <> (SELECT SUM(b.quantity) FROM goods_entry b
                                                WHERE b.item_id = e.item_id AND b.nth <= e.nth)
                        """, Long.class)).isEmpty();
    }

    private void receive(String name, int quantity) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of("divisionCode", Town.CODE, "name", name, "measure", "件"));
        body.putAll(Map.of("quantity", quantity, "on", today(), "source", "区慈善会"));
        assertThat(this.town.clerk.post(GOODS + "/receipts", body).status()).isEqualTo(204);
    }

    private ConsoleClient.Answer issue(long item, Map<Long, Integer> quantities) throws Exception {
        return this.town.clerk.post(GOODS + "/" + item + "/issues", body(quantities));
    }

    private Map<String, Object> body(Map<Long, Integer> quantities) {
        return Map.of(
                "on",
                today(),
                "occasion",
                "入冬慰问",
                "issues",
                new TreeMap<>(quantities)
                        .entrySet().stream()
                                .map(one ->
                                        Map.of("childId", one.getKey(), "quantity", one.getValue(), "receiver", "孟奶奶"))
                                .toList());
    }

    private long item(String name) {
        return this.jdbc.queryForObject("SELECT id FROM goods_item WHERE name = ?", Long.class, name);
    }

    private int stock(String name) throws Exception {
        for (JsonNode row : this.town.clerk.get(GOODS).json()) {
            if (row.path("name").asString().equals(name)) {
                return row.path("stock").asInt();
            }
        }
        throw new AssertionError(name);
    }

    private List<Long> children(int count) {
        return this.jdbc.queryForList(
                "SELECT MIN(id) AS child FROM child WHERE village_code LIKE '511304114%' GROUP BY household_id"
                        + " ORDER BY child LIMIT ?",
                Long.class, count);
    }

    private String today() {
        return this.clock.today().toString();
    }

    private static String code(ConsoleClient.Answer answer) {
        return answer.json().path("code").asString();
    }
}
