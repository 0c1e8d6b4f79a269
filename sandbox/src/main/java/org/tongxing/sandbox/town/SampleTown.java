package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes the sample once, when there is nobody yet, and takes it up again where a killed start has left it. Works in the
 * background: the first page need not wait for it.
 */
public final class SampleTown {

    private static final Logger LOG = LoggerFactory.getLogger(SampleTown.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String USERNAME = "sandbox";

    private final DataSource database;
    private final CompletableFuture<Boolean> made = new CompletableFuture<>();

    /** Children of the towns that are complete, and of all of them; nothing to make is nothing of nothing. */
    private volatile int done;

    private volatile int total;

    SampleTown(DataSource database) {
        this.database = database;
    }

    /** Ends when the sample is there, with whether it is; an installation with people of its own gets none. */
    public CompletableFuture<Boolean> made() {
        return this.made;
    }

    /** How far the sample is, for the page that waits for it. */
    Progress progress() {
        return new Progress(!this.made.isDone(), this.done, this.total);
    }

    void makeInBackground(int port) {
        Thread thread = new Thread(() -> make(port), "sample-town");
        thread.setDaemon(true);
        thread.start();
    }

    private void make(int port) {
        long start = System.nanoTime();
        try {
            Ledger ledger = Ledger.on(this.database);
            LocalDate day = ledger.begin(LocalDate.now(CHINA));
            if (day == null || ledger.complete()) {
                this.made.complete(day != null);
                return;
            }
            LOG.info("Making the sample town; the console fills while it is being made");
            make(port, ledger, day);
            LOG.info("The sample town is there, after {} ms", (System.nanoTime() - start) / 1_000_000);
            this.made.complete(true);
        } catch (SQLException | RuntimeException failure) {
            // A server that is stopping takes the database away; the next start goes on.
            LOG.warn("The sample town is not complete, the next start goes on: {}", failure.toString());
            this.made.completeExceptionally(failure);
        }
    }

    private void make(int port, Ledger ledger, LocalDate day) throws SQLException {
        List<Town> towns = Town.all(day);
        this.total = towns.stream().mapToInt(SampleTown::children).sum();
        String password = UUID.randomUUID().toString();
        ledger.write(sql -> {
            Places.write(towns, sql);
            account(towns, password, sql);
        });
        Desk desk = Desk.open(port, USERNAME, password);
        for (Town town : towns) {
            desk.at(town.township());
            desk.importRoster(town);
            ledger.once("history:" + town.township().code(), day, sql -> {
                OnFile onFile = OnFile.of(town, sql);
                new FamilyHistory(town, onFile, sql).write();
                new PairingHistory(town, onFile, sql).write();
                new PhoneHistory(town, onFile, sql).write();
                imported(town, onFile, sql);
                counted(town, onFile, sql);
            });
            OnFile[] onFile = new OnFile[1];
            ledger.write(sql -> onFile[0] = OnFile.of(town, sql));
            desk.duties(town, onFile[0]);
            story(town, onFile[0], desk);
            desk.recheck(town.township());
            this.done += children(town);
        }
        desk.close();
        ledger.complete(day, sql -> {
            sql.run("UPDATE account SET disabled_at = NOW() WHERE username = ?", USERNAME);
            sql.run("""
                    UPDATE case_facet f JOIN account a ON a.username = 'lp.jinbao'
                    SET f.recorded_by = a.id, f.recorded_at = ?
                    """, day.minusDays(16).atTime(16, 30));
        });
    }

    private static int children(Town town) {
        return town.households().stream().mapToInt(home -> home.kids.size()).sum();
    }

    /** The sandbox acts in its own name, not in that of somebody who has a password to choose. */
    private static void account(List<Town> towns, String password, Sql sql) throws SQLException {
        sql.run("""
                INSERT INTO account (username, display_name, division_code, password_hash, password_initial)
                VALUES (?, '样本', '511304', ?, FALSE)
                ON DUPLICATE KEY UPDATE password_hash = VALUES(password_hash), disabled_at = NULL
                """, USERNAME, new BCryptPasswordEncoder().encode(password));
        for (Town town : towns) {
            sql.run("""
                    INSERT INTO account_role (account_id, role, division_code, starts_on)
                    SELECT a.id, 'TOWNSHIP_ADMIN', ?, '2000-01-01' FROM account a WHERE a.username = ? AND NOT EXISTS (
                      SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.division_code = ?)
                    """, town.township().code(), USERNAME, town.township().code());
        }
    }

    /** The roster came some days ago, from the clerk. */
    private static void imported(Town town, OnFile onFile, Sql sql) throws SQLException {
        LocalDate on = town.day().minusDays(3);
        sql.run(
                """
                UPDATE roster_import SET uploaded_at = ?, accepted_at = ?, uploaded_by = COALESCE(?, uploaded_by),
                                         accepted_by = COALESCE(?, accepted_by)
                WHERE division_code = ? AND state = 'ACCEPTED'
                """,
                on.atTime(9, 12),
                on.atTime(9, 31),
                onFile.clerk(),
                onFile.clerk(),
                town.township().code());
        sql.run(
                "UPDATE refused_row SET refused_at = ? WHERE division_code LIKE CONCAT(?, '%')",
                on.atTime(9, 31), town.township().code());
    }

    /** Last March the clerk wrote down village by village that the children were counted [JB-32]. */
    private static void counted(Town town, OnFile onFile, Sql sql) throws SQLException {
        LocalDate march = LocalDate.of(town.day().getYear(), 3, 26);
        LocalDate on = march.isBefore(town.day()) ? march : march.minusYears(1);
        sql.run(
                """
                INSERT INTO register_refresh (village_code, of_year, outcome, children, said_by, said_by_name, said_as,
                                              said_at)
                SELECT d.code, ?, 'CHANGED',
                       (SELECT COUNT(*) FROM child c WHERE c.village_code = d.code AND c.registered_on <= ?),
                       a.id, a.display_name, 'TOWNSHIP_ADMIN', ?
                FROM division d JOIN account a ON a.id = ? WHERE d.parent_code = ?
                """,
                on.getYear(),
                on,
                on.atTime(16, 20),
                onFile.clerk(),
                town.township().code());
    }

    /** What is told of the two children whose father, grandmother and cadre have phones in the sample. */
    private static void story(Town town, OnFile onFile, Desk desk) {
        for (Household home : town.households()) {
            if (home.scene == Scene.STORY) {
                desk.goods(town, onFile);
                desk.facets(onFile.id(home.kids.get(0)), FACETS_OF_THE_GIRL);
                desk.facets(onFile.id(home.kids.get(1)), FACETS_OF_THE_BOY);
                long girl = onFile.id(home.kids.get(0));
                LocalDate day = town.day();
                desk.difficulty(home.village, girl, "EDUCATION", "书桌的灯坏了，晚上写作业看不清", "黎晓红", day.plusDays(9));
                desk.difficulty(home.village, girl, "SAFETY", "上学路边的水塘没有护栏和牌子", "李萍", day.minusDays(4));
                desk.apply(
                        home.village,
                        Objects.requireNonNull(onFile.units().get(home.village.unit())),
                        "黎晓红",
                        Papers.PREFIX + "65530218");
            }
        }
    }

    private static final Map<String, String> FACETS_OF_THE_GIRL = facets(
            "BODY", "身高 131 厘米，体重 27 公斤，视力左 4.9 右 5.0。",
            "LEARNING", "语文好，数学应用题要人陪着讲。",
            "HOBBIES", "爱画画，想学口琴。",
            "PARENT_BOND", "爸爸每周视频一次，妈妈过年回来。",
            "COMPANIONS", "和同村两个女孩一起上学。",
            "MIND", "开朗，晚上有时想爸妈。",
            "WISHES", "一双棉雨鞋。",
            "FAMILY", "父母在东莞务工，姐弟俩跟奶奶住。",
            "BENEFITS", "城乡居民医保，义务教育营养餐。",
            "SURROUNDINGS", "砖房两间，离学校 2 公里，路上有一段水塘。",
            "FAMILY_HEALTH", "奶奶高血压，常年吃药。",
            "GUARDIANSHIP", "已签委托照护协议。",
            "NEIGHBOURS", "隔壁文家常帮着接送。");
    private static final Map<String, String> FACETS_OF_THE_BOY = facets(
            "BODY", "身高 115 厘米，体重 20 公斤，疫苗打全了。",
            "LEARNING", "刚上学，拼音认得全。",
            "HOBBIES", "爱踢球。",
            "FAMILY", "和姐姐、奶奶一起住。",
            "GUARDIANSHIP", "已签委托照护协议。");

    private static Map<String, String> facets(String... pairs) {
        Map<String, String> facets = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            facets.put(pairs[i], pairs[i + 1]);
        }
        return facets;
    }

    /**
     * How far the sample is.
     *
     * @param making whether it is still being made
     * @param done children of towns that are complete
     */
    record Progress(boolean making, int done, int total) {}
}
