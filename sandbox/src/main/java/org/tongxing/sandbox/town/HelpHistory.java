package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.sandbox.SamplePerson;

/** Writes what the children of the town need, what people and organisations offer, and what was given to what. */
record HelpHistory(Town town, OnFile onFile, Sql sql) {

    private static final List<Wanted> NEEDS = List.of(
            new Wanted("GOODS", "两床厚棉被", "入冬前换掉旧的", 2, "床", "OPEN", 20),
            new Wanted("SKILL", "辅导小学数学", "应用题要人陪着讲", 12, "小时", "OPEN", 60),
            new Wanted("SERVICE", "带去县医院配一副眼镜", null, 1, "次", "OPEN", 25),
            new Wanted("MONEY", "住校生活费补助", "下学期的伙食", 600, "元", "OPEN", 80),
            new Wanted("GOODS", "一张书桌", "现在趴在床边写字", 1, "张", "OPEN", 30),
            new Wanted("GOODS", "一双防滑棉鞋", null, 1, "双", "PROPOSED", 25),
            new Wanted("SERVICE", "每月一次心理疏导", "晚上常做噩梦", 6, "次", "OPEN", 120),
            new Wanted("GOODS", "一台学习用的台灯", null, 1, "台", "OPEN", 10));

    private static final List<Given> OFFERS = List.of(
            new Given("DONATED", "GOODS", "厚棉被", "金宝镇兴民家纺店", 10, "床", null, null, 60),
            new Given("DONATED", "GOODS", "旧书桌，八成新", "金宝中心小学", 4, "张", null, null, 45),
            new Given("DONATED", "MONEY", "助学专款", "嘉陵区慈善会", 6000, "元", null, null, 150),
            new Given("PURCHASED", "SERVICE", "儿童心理疏导", "嘉陵区阳光社工服务中心", 60, "次", "JL-2026-018", 18_000, 200),
            new Given("PROGRAMME", "SERVICE", "视力筛查、配镜", "县医院“亮眼睛”项目", 30, "次", "LY-2026", null, 180),
            new Given("VOLUNTEERED", "SERVICE", "接送去县城看病", "熊开明", 4, "次", null, null, 90));

    void write() throws SQLException {
        long supervisor = Objects.requireNonNullElse(this.onFile.supervisor(), 0L);
        long clerk = Objects.requireNonNullElse(this.onFile.clerk(), 0L);
        List<Kid> kids = this.town.households().stream()
                .filter(home -> home.scene == Scene.ORDINARY)
                .map(home -> home.kids.get(0))
                .skip(20)
                .limit(NEEDS.size())
                .toList();
        LocalDate day = this.town.day();
        for (int i = 0; i < NEEDS.size(); i++) {
            Wanted need = NEEDS.get(i);
            boolean read = need.state().equals("OPEN");
            this.sql.run(
                    """
                    INSERT INTO board_need (child_id, township_code, category, what, purpose, quantity, measure, from_on,
                                            until_on, state, raised_by, raised_at, published_by, published_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    this.onFile.id(kids.get(i)),
                    this.town.township().code(),
                    need.category(),
                    need.what(),
                    need.purpose(),
                    need.quantity(),
                    need.measure(),
                    day.minusDays(20 - i),
                    day.plusDays(need.days()),
                    need.state(),
                    supervisor,
                    day.minusDays(20 - i).atTime(10, 5),
                    read ? clerk : null,
                    read ? day.minusDays(19 - i).atTime(9, 0) : null);
        }
        for (Given offer : OFFERS) {
            this.sql.run(
                    """
                    INSERT INTO board_offer (kind, category, what, division_code, quantity, measure, from_on, until_on,
                                             provider, contract, budget_yuan, entered_by, offered_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    offer.kind(),
                    offer.category(),
                    offer.what(),
                    this.town.township().code(),
                    offer.quantity(),
                    offer.measure(),
                    day.minusDays(40),
                    day.plusDays(offer.days()),
                    offer.provider(),
                    offer.contract(),
                    offer.budget(),
                    clerk,
                    day.minusDays(30).atTime(15, 0));
        }
        this.sql.run(
                """
                INSERT INTO board_offer (kind, category, what, division_code, quantity, measure, from_on, until_on,
                                         phone_account_id, offered_at)
                SELECT 'VOLUNTEERED', 'SKILL', '周末辅导小学数学', ?, 16, '小时', ?, ?, id, ?
                FROM phone_account WHERE openid = ?
                """,
                this.town.township().code(),
                day.minusDays(10),
                day.plusDays(80),
                day.minusDays(10).atTime(20, 0),
                SamplePerson.VOLUNTEER.openid());
        dock("一张书桌", "旧书桌，八成新", 1, null, day.minusDays(9), null, null);
        dock("每月一次心理疏导", "儿童心理疏导", 6, 1800, day.minusDays(8), null, null);
        dock("一台学习用的台灯", "旧书桌，八成新", 1, null, day.minusDays(7), "FELL_THROUGH", "桌子不带灯，另找");
        dock("两床厚棉被", "厚棉被", 1, null, day.minusDays(6), "DONE", "送到家，当场铺上了");
    }

    /** The counts on both sides follow what was given. */
    private void dock(
            String need,
            String offer,
            int quantity,
            @Nullable Integer cost,
            LocalDate on,
            @Nullable String ended,
            @Nullable String words)
            throws SQLException {
        boolean over = ended != null;
        this.sql.run(
                """
                INSERT INTO board_docking (need_id, offer_id, quantity, cost_yuan, state, docked_by, docked_at, ended_by,
                                           ended_on, ended_at, words)
                SELECT n.id, o.id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM board_need n JOIN board_offer o ON o.what = ?
                WHERE n.what = ?
                """,
                quantity,
                cost,
                over ? ended : "DOCKED",
                this.onFile.clerk(),
                on.atTime(10, 40),
                over ? this.onFile.clerk() : null,
                over ? on.plusDays(3) : null,
                over ? on.plusDays(3).atTime(16, 0) : null,
                words,
                offer,
                need);
        if ("FELL_THROUGH".equals(ended)) {
            return;
        }
        this.sql.run(
                "UPDATE board_need SET docked = docked + ?, met = met + ? WHERE what = ?",
                quantity,
                over ? quantity : 0,
                need);
        this.sql.run(
                "UPDATE board_offer SET docked = docked + ?, committed_yuan = committed_yuan + ? WHERE what = ?",
                quantity,
                Objects.requireNonNullElse(cost, 0),
                offer);
    }

    /** Something a child of the town needs. */
    private record Wanted(
            String category,
            String what,
            @Nullable String purpose,
            int quantity,
            String measure,
            String state,
            int days) {}

    /** Something that is offered. */
    private record Given(
            String kind,
            String category,
            String what,
            String provider,
            int quantity,
            String measure,
            @Nullable String contract,
            @Nullable Integer budget,
            int days) {}
}
