package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxing.sandbox.SamplePerson;

/** Who went to see whom within the year, one visit in each two months as the rule book asks [JB-41], and who did not. */
final class Rounds {

    private static final int BEHIND = 8;
    private static final int KEPT = 95;
    private static final int KEPT_SO_FAR = 55;
    private static final List<String> TOPICS = List.of(
            "DROWNING", "LIFE_AND_HEALTH", "BULLYING", "DROWNING,LIFE_AND_HEALTH", "POLICY", "LIFE_AND_HEALTH,POLICY");
    private static final List<String> NOTES = List.of(
            "和奶奶聊了家里的近况，孩子作业写得认真。", "带了几本课外书，一起读了一篇。", "家里都好，冬衣够穿。", "看了成绩单，数学有进步。", "陪孩子和爸爸视频了一会儿。", "讲了防溺水，孩子都答得上来。");
    private static final List<String> DIFFICULTIES = List.of("书桌的灯坏了，晚上写作业看不清", "奶奶腿脚不便，雨天送不了孩子", "孩子想学画画，没有地方报名");

    private final Dice dice = new Dice(20_240_601);
    private final LocalDate day;
    private final LocalDate begin;
    private int behind = BEHIND;

    Rounds(LocalDate day) {
        this.day = day;
        this.begin = new YearOfGaps(day, 1).begin();
    }

    /** The visits of these families until yesterday, the oldest of each family first. */
    List<Visit> of(List<Family> families) {
        List<Visit> visits = new ArrayList<>();
        LocalDate present = window(this.day);
        for (Family family : families) {
            boolean cadre = family.phone.equals(SamplePerson.CADRE.phone());
            boolean late = family.phone.equals(SamplePerson.CADRE_BEHIND.phone())
                    || (!cadre && family.load() == 1 && this.behind > 1 && this.dice.chance(20));
            this.behind -= late ? 1 : 0;
            for (LocalDate from = window(this.begin); !from.isAfter(present); from = from.plusMonths(2)) {
                boolean skipped = late ? !from.isBefore(present.minusMonths(2)) : cadre && from.equals(present);
                int kept = from.equals(present) ? KEPT_SO_FAR : KEPT;
                if (!skipped && (cadre || this.dice.chance(kept))) {
                    visit(family, from, visits);
                }
            }
        }
        return visits;
    }

    private void visit(Family family, LocalDate from, List<Visit> visits) {
        LocalDate last = min(from.plusMonths(2).minusDays(1), this.day.minusDays(1));
        LocalDate on = last.isBefore(from) ? last : this.dice.day(from, last);
        List<Kid> kids = family.bonds.stream()
                .filter(bond -> bond.holdsOn(on))
                .map(bond -> bond.kid)
                .toList();
        if (kids.isEmpty() || on.isBefore(from)) {
            return;
        }
        visits.add(new Visit(
                UUID.nameUUIDFromBytes((family.phone + on).getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                family,
                on,
                kids,
                this.dice.pick(
                        List.of("CHILD,GRANDPARENT", "CHILD,GRANDPARENT", "CHILD", "CHILD,PARENT", "GRANDPARENT")),
                this.dice.pick(TOPICS),
                List.of("WELL", "SO_SO", "WORRYING").get(this.dice.weighted(84, 13, 3)),
                this.dice.chance(35) ? this.dice.pick(NOTES) : null,
                this.dice.chance(4) ? this.dice.pick(DIFFICULTIES) : null));
    }

    private static LocalDate window(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 2 * 2 + 1, 1);
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** A visit as the family wrote it down. */
    record Visit(
            UUID key,
            Family family,
            LocalDate on,
            List<Kid> kids,
            String met,
            String topics,
            String condition,
            @Nullable String note,
            @Nullable String difficulty) {}
}
