package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.tongxing.sandbox.SamplePerson;

/**
 * Says when everything happened, so that today is as it was thought up and every month end before it has its gap: children
 * who are covered today waited for a while, some at one month end, some at another.
 */
final class Chronicle {

    private static final int UNDATED = 2;
    private static final int LONGEST_WAIT_IN_MONTHS = 4;

    private final Dice dice;
    private final LocalDate day;
    private final YearOfGaps year;
    private final Waits waits;

    Chronicle(Dice dice, LocalDate day, int gapToday) {
        this.dice = dice;
        this.day = day;
        this.year = new YearOfGaps(day, gapToday);
        this.waits = new Waits();
    }

    void tell(List<Household> households, List<Family> families, List<Duty> duties) {
        new FamilyDates(this.dice, this.day, this.year.begin()).tell(families);
        List<Kid> mayWait = new ArrayList<>();
        for (Household home : households) {
            if (home.scene.uncovered() && home.scene != Scene.HELPER_LEFT) {
                LocalDate since = this.day.minusDays(this.waits.days(home.scene));
                home.kids.forEach(kid -> kid.registered = since);
            } else if (home.scene == Scene.MOVED_AWAY || home.scene == Scene.GREW_UP) {
                gone(home, families);
            } else if (mayWait(home)) {
                mayWait.add(home.kids.get(0));
            } else {
                settled(home);
            }
        }
        this.dice.shuffle(mayWait);
        waiting(new ArrayDeque<>(mayWait), households, duties);
        households.forEach(this::away);
        // Nobody wrote since when these parents are away; picked without the dice, so that everybody else stays as they
        // were.
        households.stream()
                .filter(home -> home.lonelyAndOrdinary() && home.situation == Situation.LEFT_BEHIND)
                .limit(UNDATED)
                .forEach(home -> home.awaySince = null);
    }

    /** A child with its first family, whom no department had before. */
    private static boolean mayWait(Household home) {
        return home.lonelyAndOrdinary()
                && (home.dedicated() || home.village.duty() == Village.Duty.GONE)
                && home.kids.get(0).bonds.size() == 1
                && !SamplePerson.has(home.kids.get(0).bonds.get(0).family.phone);
    }

    /** Lets children wait so that each month end has its gap; who need not wait was on file before the year began. */
    private void waiting(Deque<Kid> candidates, List<Household> households, List<Duty> duties) {
        Deque<Kid> waiting = new ArrayDeque<>();
        Deque<Integer> since = new ArrayDeque<>();
        LocalDate before = this.year.begin().minusDays(45);
        for (int month = 0; month < YearOfGaps.MONTHS; month++) {
            LocalDate end = this.year.end(month);
            boolean today = month == YearOfGaps.MONTHS - 1;
            int others = today ? 0 : gap(households, duties, end);
            int wanted = today ? 0 : Math.max(0, this.year.gap(month) - others);
            int longest = candidates.size() > wanted ? month - LONGEST_WAIT_IN_MONTHS : -1;
            while (!waiting.isEmpty() && (waiting.size() > wanted || since.getFirst() <= longest)) {
                pair(waiting.removeFirst(), this.dice.day(before.plusDays(1), end));
                since.removeFirst();
            }
            while (waiting.size() < wanted && !candidates.isEmpty()) {
                Kid kid = candidates.removeFirst();
                kid.registered = this.dice.day(before.plusDays(1), end);
                waiting.add(kid);
                since.add(month);
            }
            before = end;
        }
        candidates.forEach(kid -> settled(kid.home));
    }

    /** How many children nobody has on a day, of those whose dates are decided. */
    private static int gap(List<Household> households, List<Duty> duties, LocalDate on) {
        return (int) households.stream()
                .flatMap(home -> home.kids.stream())
                .filter(kid -> kid.registered != LocalDate.MIN)
                .filter(kid -> kid.uncoveredOn(on, duties))
                .count();
    }

    private void settled(Household home) {
        LocalDate begin = this.year.begin();
        boolean lately = home.scene == Scene.ORDINARY
                && home.village.duty() == Village.Duty.SETTLED
                && home.kids.stream().allMatch(kid -> kid.bonds.isEmpty())
                && this.dice.chance(18);
        LocalDate registered = lately
                ? this.dice.day(begin, this.day.minusDays(20))
                : this.dice.day(begin.minusDays(300), begin.minusDays(30));
        LocalDate paired = this.dice.day(registered.plusDays(3), registered.plusDays(25));
        for (Kid kid : home.kids) {
            kid.registered = registered;
            for (Bond bond : kid.bonds) {
                if (bond.runs() && kid.bonds.size() > 1) {
                    // The first family left; the next took over after some days.
                    LocalDate left = Objects.requireNonNull(kid.bonds.get(1).family.left);
                    bond.from = left.plusDays(this.dice.between(3, 9));
                } else {
                    bond.from = paired;
                }
            }
        }
        waive(home);
    }

    private void waive(Household home) {
        home.kids.stream()
                .filter(kid -> home.scene == Scene.WAIVED || home.scene == Scene.WAIVER_EXPIRED)
                .flatMap(kid -> kid.bonds.stream())
                .forEach(bond -> bond.waiver = new Bond.Waiver(
                        "JB-24",
                        "孩子认这家，女主人一起去",
                        home.scene == Scene.WAIVED ? this.day.plusDays(150) : this.day.minusDays(6)));
    }

    private void pair(Kid kid, LocalDate on) {
        Objects.requireNonNull(kid.current()).from = on;
    }

    private void gone(Household home, List<Family> families) {
        settled(home);
        Family family = this.dice.pick(families.stream()
                .filter(one ->
                        one.village.equals(home.village) && one.left == null && one.joined.isBefore(this.year.begin()))
                .toList());
        for (Kid kid : home.kids) {
            Bond bond = family.take(kid);
            bond.from = kid.registered.plusDays(this.dice.between(3, 25));
            if (home.scene == Scene.GREW_UP) {
                bond.end(kid.birthday(16), "AGED_OUT");
            } else {
                kid.movedAway = this.day.minusDays(this.dice.between(30, 200));
                bond.end(kid.movedAway, "CHILD_LEFT");
            }
        }
    }

    /** Parents who work away have done so for longer than the three months that count [JB-17]. */
    private void away(Household home) {
        LocalDate registered = home.kids.get(0).registered;
        home.awaySince = home.situation == Situation.POOR_THEN_LEFT
                ? this.day.minusMonths(3).minusDays(10)
                : registered.minusMonths(this.dice.between(4, 40)).withDayOfMonth(1);
    }
}
