package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.tongxing.sandbox.SamplePerson;

/** Writes what was done for the children of the town together: who signed up, who helped, who was there. */
record TogetherHistory(Town town, OnFile onFile, Sql sql) {

    private static final List<Held> ACTIVITIES = List.of(
            new Held("SAFETY", "防溺水小课堂", "讲水边安全，学会找大人帮忙", "镇中心小学操场", -120, 40, "OPEN", 26),
            new Held("CARE_CLASS", "七彩假期：画画和科学小实验", "上午画画，下午做实验，管一顿午饭", "镇未保站", -100, 30, "OPEN", 18),
            new Held("HOLIDAY", "中秋一起做月饼", "做月饼、看月亮、给爸爸妈妈打视频", "石马垭村党群服务中心", -60, 30, "OPEN", 21),
            new Held("PRACTICE", "走进劳动农场", "认庄稼、摘果子、自己做饭", "金宝劳动实践农场", -20, 25, "OPEN", 14),
            new Held("STATION", "儿童之家周末开放日", "看书、下棋、写作业有人陪", "镇未保站", 5, 40, "OPEN", 9),
            new Held("PARENTING", "返乡家长亲子运动会", "两人三足、拔河、讲怎么和孩子说话", "镇中心小学操场", 26, 60, "PROPOSED", 0),
            new Held("HOLIDAY", "重阳节给爷爷奶奶画像", "画画、写一句话", "镇文化站", -45, 20, "CANCELLED", 0));

    void write() throws SQLException {
        activities();
    }

    private List<Kid> kids(int skip, int count) {
        return this.town.households().stream()
                .filter(home -> home.scene == Scene.ORDINARY)
                .map(home -> home.kids.get(0))
                .skip(skip)
                .limit(count)
                .toList();
    }

    private void activities() throws SQLException {
        long supervisor = Objects.requireNonNullElse(this.onFile.supervisor(), 0L);
        long clerk = Objects.requireNonNullElse(this.onFile.clerk(), 0L);
        LocalDate day = this.town.day();
        for (Held held : ACTIVITIES) {
            LocalDate on = day.plusDays(held.days());
            boolean read = !held.state().equals("PROPOSED");
            this.sql.run(
                    """
                    INSERT INTO activity (division_code, kind, title, about, place, starts_at, ends_at, capacity, taken,
                                          responsible, safety_plan, state, said_for, proposed_by, proposed_at,
                                          published_by, published_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '李萍、罗春梅', ?, ?, ?, ?, ?, ?, ?)
                    """,
                    this.town.township().code(),
                    held.kind(),
                    held.title(),
                    held.about(),
                    held.place(),
                    on.atTime(9, 0),
                    on.atTime(11, 30),
                    held.capacity(),
                    held.coming(),
                    "十名孩子一名大人，签到签退；卫生院派一人；不到水边，不坐无牌车。",
                    held.state(),
                    held.state().equals("CANCELLED") ? "下雨，改到儿童之家另办" : null,
                    supervisor,
                    on.minusDays(20).atTime(10, 0),
                    read ? clerk : null,
                    read ? on.minusDays(18).atTime(10, 0) : null);
            boolean over = held.days() < 0;
            this.sql.runAll(
                    """
                    INSERT INTO activity_sign_up (activity_id, child_id, state, queued_at, consent_note, consent_by,
                                                  consent_on, present, present_by)
                    SELECT a.id, ?, 'SIGNED', ?, '纸质同意书，未保站存', ?, ?, ?, ? FROM activity a WHERE a.title = ?
                    """,
                    kids(held.coming(), held.coming()).stream()
                            .map(kid -> Sql.row(
                                    this.onFile.id(kid),
                                    on.minusDays(10).atTime(9, 0),
                                    supervisor,
                                    on.minusDays(10),
                                    over ? this.onFile.id(kid) % 9 != 0 : null,
                                    over ? supervisor : null,
                                    held.title())));
        }
        this.sql.run("""
                INSERT INTO activity_helper (activity_id, phone_account_id, state, offered_at, decided_by, present)
                SELECT a.id, p.id, IF(a.ends_at < ?, 'CONFIRMED', 'OFFERED'), a.published_at, ?, IF(a.ends_at < ?, TRUE, NULL)
                FROM activity a JOIN phone_account p ON p.openid = ?
                WHERE a.title IN ('中秋一起做月饼', '走进劳动农场', '儿童之家周末开放日')
                """, day.atStartOfDay(), clerk, day.atStartOfDay(), SamplePerson.VOLUNTEER.openid());
    }

    /** An activity, so many days from today. */
    private record Held(
            String kind, String title, String about, String place, int days, int capacity, String state, int coming) {}
}
