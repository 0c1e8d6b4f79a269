package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongxing.sandbox.SamplePerson;

/** Finds a family of the linked unit for every household that has one today, and thinks up the families for it. */
final class Matching {

    private static final int ALSO_WITH_A_FAMILY = 14;
    private static final int LEFT_FAMILIES_ROOM = 2;
    /** By a word in the unit's name, the first that fits. */
    private static final List<Posts> POSTS = List.of(
            new Posts("政府", "社会事务办主任", "科员", "副主任", "农业农村办干事", "组织干事"),
            new Posts("统计局", "科员", "副科长", "主任", "统计师"),
            new Posts("小学", "教师", "教导主任", "班主任"),
            new Posts("卫生院", "医生", "护士", "副院长"),
            new Posts("派出所", "民警", "教导员"),
            new Posts("", "科员", "主任", "所长"));

    private final Dice dice;
    private final Papers papers;
    private final LocalDate day;
    private final List<Family> families = new ArrayList<>();

    Matching(Dice dice, Papers papers, LocalDate day) {
        this.dice = dice;
        this.papers = papers;
        this.day = day;
    }

    /** The families of a township, as many as its roster lists, with the children they have today. */
    List<Family> of(Township township, List<Household> households) {
        this.families.clear();
        households.stream().filter(home -> home.scene == Scene.STORY).forEach(this::story);
        households.stream().filter(home -> home.scene != Scene.STORY).forEach(this::match);
        households.stream().filter(home -> home.scene == Scene.HELPER_LEFT).forEach(this::leaver);
        while (this.families.size() < township.families()) {
            Village village = this.dice.pick(township.villages());
            this.families.add(family(village, this.dice.chance(25), this.dice.between(1, 2)));
        }
        households.stream().filter(home -> home.scene == Scene.WAIVER_ASKED).forEach(this::ask);
        return List.copyOf(this.families);
    }

    private void match(Household home) {
        boolean onDuty = home.village.duty() != Village.Duty.GONE;
        boolean needsFamily =
                !onDuty || home.dedicated() || !home.scene.canBeOnDuty() || this.dice.chance(ALSO_WITH_A_FAMILY);
        boolean present = switch (home.scene) {
            case NOT_OWED, MOVED_AWAY, GREW_UP -> false;
            default -> !home.scene.uncovered();
        };
        if (!present || !needsFamily) {
            return;
        }
        if (home.scene == Scene.SIBLINGS_APART) {
            Family first = find(home, 1, family -> true);
            first.take(home.kids.get(0));
            find(home, 1, family -> family != first).take(home.kids.get(1));
            return;
        }
        Family family = find(home, home.kids.size(), one -> true);
        home.kids.forEach(family::take);
    }

    private Family find(Household home, int kids, Predicate<Family> also) {
        boolean woman = home.needsWoman(this.day) && !home.scene.besideMan();
        List<Family> open = this.families.stream()
                .filter(family -> family.village.equals(home.village) && family.hasRoomFor(kids))
                .filter(family -> woman ? family.woman : !home.scene.besideMan() || !family.woman)
                .filter(also)
                .toList();
        // Men first where it need not be a woman, so that women keep their room for the girls.
        Optional<Family> found = open.stream()
                .filter(family -> woman || !family.woman)
                .findFirst()
                .or(() -> open.stream().findFirst());
        return found.orElseGet(() -> {
            boolean fresh = woman || (!home.scene.besideMan() && this.dice.chance(40));
            Family family = family(home.village, fresh, Math.max(kids, 1 + this.dice.weighted(25, 55, 20)));
            this.families.add(family);
            return family;
        });
    }

    /** A family that left: one of its children still waits, another has been taken over. */
    private void leaver(Household waiting) {
        Family left = family(waiting.village, false, LEFT_FAMILIES_ROOM);
        left.left = this.day;
        waiting.kids.forEach(kid -> left.take(kid).end(this.day, Bond.HELPER_LEFT));
        this.families.stream()
                .filter(family -> family.village.equals(waiting.village) && !SamplePerson.has(family.phone))
                .flatMap(family -> family.bonds.stream())
                .map(bond -> bond.kid)
                .filter(kid -> !kid.girl && kid.home.lonelyAndOrdinary() && kid.bonds.size() == 1)
                .findFirst()
                .ifPresent(kid -> left.take(kid).end(this.day, Bond.HELPER_LEFT));
        this.families.add(left);
    }

    /** Somebody asks for a man's family for a girl of eight or over. */
    private void ask(Household home) {
        Family man = this.families.stream()
                .filter(family -> !family.woman
                        && family.hasRoomFor(1)
                        && family.bonds.stream().noneMatch(bond -> bond.asked))
                .min((one, other) ->
                        Boolean.compare(!one.village.equals(home.village), !other.village.equals(home.village)))
                .orElseThrow();
        home.kids.forEach(
                kid -> man.ask(kid).waiver = new Bond.Waiver("JB-24", "附近没有女干部有名额，这家女主人同去", this.day.plusDays(180)));
    }

    private void story(Household home) {
        SamplePerson cadre = SamplePerson.CADRE;
        Family family =
                new Family(home.village, cadre.fullName(), true, "社会事务办主任", cadre.phone(), "配偶、1女", spouse(true), 2);
        home.kids.forEach(family::take);
        this.families.add(family);
        for (SamplePerson other : List.of(SamplePerson.CADRE_BEHIND, SamplePerson.NEWCOMER)) {
            boolean woman = other == SamplePerson.CADRE_BEHIND;
            this.families.add(
                    new Family(home.village, other.fullName(), woman, "科员", other.phone(), "配偶", spouse(woman), 1));
        }
    }

    private Family family(Village village, boolean woman, int capacity) {
        Posts posts = POSTS.stream()
                .filter(kind -> village.unit().contains(kind.word()))
                .findFirst()
                .orElseThrow();
        String members = this.dice.pick(List.of("配偶", "配偶、父母", "配偶、1女", "配偶、1子", "独居"));
        return new Family(
                village,
                this.papers.adult(this.papers.surname(), woman),
                woman,
                this.dice.pick(posts.titles()),
                this.papers.phone(),
                members,
                members.startsWith("配偶") ? spouse(woman) : null,
                capacity);
    }

    private String spouse(boolean ofWoman) {
        return this.papers.adult(this.papers.surname(), !ofWoman);
    }

    private record Posts(String word, List<String> titles) {

        Posts(String word, String... titles) {
            this(word, List.of(titles));
        }
    }
}
