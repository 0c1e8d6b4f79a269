package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongxing.sandbox.SamplePerson;

/** Fills the villages of a township with households. */
final class Settlement {

    private static final List<String> DISABILITIES =
            List.of("肢体一级", "肢体二级", "听力一级", "视力一级", "智力三级", "精神二级", "多重一级", "智力二级");
    private static final List<String> WORK_PLACES =
            List.of("江苏省昆山市", "成都市双流区", "福建省晋江市", "广东省东莞市", "上海市松江区", "重庆市沙坪坝区", "浙江省义乌市", "广东省深圳市宝安区", "新疆乌鲁木齐市");
    private static final List<String> GRANDPARENTS = List.of("爷爷", "奶奶", "外公", "外婆", "奶奶", "爷爷", "姑姑", "伯父");
    private static final Situation[] SITUATIONS = {
        Situation.ORPHANED,
        Situation.UNATTENDED,
        Situation.SEVERE,
        Situation.POOR,
        Situation.TROUBLED,
        Situation.LEFT_BEHIND
    };

    private final Dice dice;
    private final Papers papers;
    private final LocalDate day;
    private final Set<String> addresses = new HashSet<>();
    private final List<Integer> toEight = new ArrayList<>(List.of(7, 23, 45, 31, 12));
    private final List<Integer> sinceEight = new ArrayList<>(List.of(12, 40, 8, 25));
    private final List<Integer> sinceSixteen = new ArrayList<>(List.of(9, 21));

    Settlement(Dice dice, Papers papers, LocalDate day) {
        this.dice = dice;
        this.papers = papers;
        this.day = day;
    }

    /** The households of a township, those with a scene before the ordinary ones of their village. */
    List<Household> of(Township township) {
        List<Household> households = new ArrayList<>();
        for (Village village : township.villages()) {
            int left = village.eligible();
            for (Scene scene : village.scenes()) {
                households.add(scene == Scene.STORY ? story(village) : scene(village, scene));
                left -= scene.eligible();
            }
            while (left > 0) {
                int size = Math.min(left, 1 + this.dice.weighted(66, 26, 8));
                Situation situation = SITUATIONS[this.dice.weighted(2, 5, 8, 23, 6, 56)];
                Household home = home(village, Scene.ORDINARY, situation);
                int age = this.dice.between(3, situation.until() - 2 * size);
                for (int i = 0; i < size; i++) {
                    kid(home, this.dice.chance(48), born(age + 2 * i), i == 0);
                }
                households.add(home);
                left -= size;
            }
        }
        return households;
    }

    private Household scene(Village village, Scene scene) {
        boolean lonely = village.duty() != Village.Duty.GONE || scene == Scene.NEEDS_DEDICATED_FAMILY;
        Situation dedicated = this.dice.chance(50) ? Situation.UNATTENDED : Situation.SEVERE;
        Situation usual = scene.uncovered() && lonely ? dedicated : Situation.LEFT_BEHIND;
        Household home = home(
                village,
                scene,
                switch (scene) {
                    case NOT_OWED -> Situation.NOT_OWED;
                    case CATEGORY_GAINED -> Situation.POOR_THEN_LEFT;
                    default -> usual;
                });
        switch (scene) {
            case NEEDS_FEMALE_CADRE, WAIVER_ASKED -> kid(home, true, born(this.dice.between(8, 14)), true);
            case WAIVED, WAIVER_EXPIRED -> kid(home, true, born(this.dice.between(9, 10)), true);
            case TURNED_EIGHT ->
                kid(home, true, this.day.minusDays(this.sinceEight.remove(0)).minusYears(8), true);
            case TURNS_EIGHT ->
                kid(home, true, this.day.plusDays(this.toEight.remove(0)).minusYears(8), true);
            case CATEGORY_LOST ->
                kid(home, false, this.day.minusDays(this.sinceSixteen.remove(0)).minusYears(16), true);
            case GREW_UP ->
                kid(home, false, this.day.minusDays(this.dice.between(45, 300)).minusYears(16), true);
            case NOT_ARRANGED -> {
                kid(home, false, born(11), true);
                kid(home, true, born(5), false);
            }
            case SIBLINGS_APART -> {
                kid(home, false, born(12), true);
                kid(home, false, born(6), false);
            }
            // Boys: a girl would need a woman before anything else.
            default -> kid(home, false, born(this.dice.between(4, 13)), true);
        }
        return home;
    }

    /** The household whose people have phones in the sample. */
    private Household story(Village village) {
        Household home = new Household(
                village,
                Scene.STORY,
                Situation.LEFT_BEHIND,
                SamplePerson.FATHER.fullName().substring(0, 1),
                address(village),
                "外出务工/外出务工",
                new Household.Guardian("奶奶", SamplePerson.GRANDMOTHER.fullName(), SamplePerson.GRANDMOTHER.phone()),
                new Household.Away(SamplePerson.FATHER.fullName(), "广东省东莞市"));
        kid(home, true, born(9), true);
        kid(home, false, born(6), false);
        return home;
    }

    private Household home(Village village, Scene scene, Situation situation) {
        String surname = this.papers.surname();
        String parents = situation.parents(this.dice);
        return new Household(
                village,
                scene,
                situation,
                surname,
                address(village),
                parents,
                guardian(surname, parents),
                situation.away()
                        ? new Household.Away(this.papers.adult(surname, false), this.dice.pick(WORK_PLACES))
                        : null);
    }

    /** Children at one address are one household, so no two households may have the same. */
    private String address(Village village) {
        String address = village.name() + this.dice.between(1, 8) + "组" + this.dice.between(1, 99) + "号";
        return this.addresses.add(address) ? address : address(village);
    }

    /** The parent who is there, or else somebody of the family. */
    private Household.Guardian guardian(String surname, String parents) {
        List<String> two = List.of(parents.split("/"));
        String relation =
                two.get(0).equals("在家") ? "父亲" : two.get(1).equals("在家") ? "母亲" : this.dice.pick(GRANDPARENTS);
        boolean woman = List.of("母亲", "奶奶", "外婆", "姑姑").contains(relation);
        boolean sameName = List.of("父亲", "爷爷", "姑姑", "伯父").contains(relation);
        return new Household.Guardian(
                relation, this.papers.adult(sameName ? surname : this.papers.surname(), woman), this.papers.phone());
    }

    private void kid(Household home, boolean girl, LocalDate birth, boolean first) {
        String disability = home.situation == Situation.SEVERE && first ? this.dice.pick(DISABILITIES) : "";
        home.kids.add(new Kid(
                home,
                this.papers.child(home.surname, girl),
                girl,
                birth,
                this.papers.idNumber(birth, girl),
                disability));
    }

    /** A birthday of somebody of this age, not so near that the age changes within the next months. */
    private LocalDate born(int age) {
        return this.day.minusYears(age).minusDays(this.dice.between(20, 250));
    }

    /** Somebody who stands in the roster only to be refused. */
    Household stranger(Village village) {
        Household home = home(village, Scene.ORDINARY, Situation.LEFT_BEHIND);
        kid(home, this.dice.chance(50), born(this.dice.between(5, 13)), true);
        home.awaySince = this.day.minusYears(2);
        home.kids.forEach(kid -> kid.registered = this.day);
        return home;
    }
}
