package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small wishes of children of the sample, in every state a wish can be in. */
final class Hopes {

    private static final List<Hope> HOPES = List.of(
            new Hope("ARRANGED", "一双棉雨鞋", "下雨天上学要走一段泥路", 80),
            new Hope("PROPOSED", "一盏充电台灯", "晚上写作业，屋里灯有点暗", 60),
            new Hope("PROPOSED", "一套水彩笔", "想参加学校的画画比赛", 50),
            new Hope("PROPOSED", "一个新书包", "现在的书包带子断了", 100),
            new Hope("CLAIMED", "去一次县里的图书馆", "想看看一层楼都是书是什么样", null),
            new Hope("RETURNED", "一部手机", "想和妈妈视频", null),
            new Hope("OPEN", "一本厚的字典", "老师说查字典学得快", 60),
            new Hope("OPEN", "一副乒乓球拍", "学校有球台，自己没有拍子", 90),
            new Hope("OPEN", "一个保温水杯", "冬天想喝上热水", 50),
            new Hope("OPEN", "一套科学实验盒", "想自己做一次小实验", 120),
            new Hope("FULFILLED", "一个篮球", "课间想和同学一起打", 90),
            new Hope("FULFILLED", "一条厚围巾", "上学路上风大", 40),
            new Hope("CANCELLED", "一辆旧自行车", "后来邻居送了一辆", 200));

    private Hopes() {}

    /** The first belongs to the child whose father and cadre have phones in the sample. */
    static List<Wished> of(List<Household> households, LocalDate day) {
        List<Kid> kids = new ArrayList<>();
        households.stream().filter(home -> home.scene == Scene.STORY).forEach(home -> kids.add(home.kids.get(0)));
        households.stream()
                .filter(home -> home.scene == Scene.ORDINARY)
                .map(home -> home.kids.get(0))
                .filter(kid -> Period.between(kid.birth, day).getYears() >= 6)
                .limit(HOPES.size())
                .forEach(kids::add);
        List<Wished> wished = new ArrayList<>();
        for (int i = 0; i < HOPES.size(); i++) {
            wished.add(new Wished(kids.get(i), HOPES.get(i), day.minusDays(3L + 5L * i)));
        }
        return wished;
    }

    /** What somebody would like, and how far it has come. */
    record Hope(
            String state, String what, String why, @Nullable Integer yuan) {}

    /** A wish of a child, written down on a day. */
    record Wished(Kid kid, Hope hope, LocalDate on) {

        /** Bands of two years, as the server makes them. */
        String ageBand(LocalDate day) {
            int age = Period.between(this.kid.birth, day).getYears();
            int from = age - age % 2;
            return from + "～" + (from + 1) + " 岁";
        }
    }
}
