package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tongxing.sandbox.SamplePerson;

/** Says when families joined, left and were checked. */
final class FamilyDates {

    /** The yearly checks that are not in order: how long ago, and unrecorded for those who came lately. */
    private final Deque<Integer> checksToRenew = new ArrayDeque<>(List.of(345, 371, 352));

    private final Deque<Integer> cameLately = new ArrayDeque<>(List.of(40, 12));
    private final Deque<Integer> wentLately = new ArrayDeque<>(List.of(34, 60, 20));
    private final Dice dice;
    private final LocalDate day;
    private final LocalDate begin;

    FamilyDates(Dice dice, LocalDate day, LocalDate begin) {
        this.dice = dice;
        this.day = day;
        this.begin = begin;
    }

    void tell(List<Family> families) {
        boolean lowered = false;
        for (Family family : families) {
            boolean idle = family.bonds.isEmpty();
            family.joined = idle && !this.cameLately.isEmpty()
                    ? this.day.minusDays(this.cameLately.removeFirst())
                    : this.begin.minusDays(this.dice.between(310, 420));
            if (family.left != null) {
                LocalDate left = this.day.minusDays(this.wentLately.removeFirst());
                family.left = left;
                family.bonds.forEach(bond -> bond.end(left, Bond.HELPER_LEFT));
            }
            boolean late = family.joined.isAfter(this.begin);
            family.screened = late ? null : this.day.minusDays(this.dice.between(25, 320));
            if (!late
                    && family.load() == 1
                    && !SamplePerson.has(family.phone)
                    && !this.checksToRenew.isEmpty()
                    && this.dice.chance(30)) {
                family.screened = this.day.minusDays(this.checksToRenew.removeFirst());
            }
            if (!lowered && family.load() == 2 && !SamplePerson.has(family.phone)) {
                family.lowered = 1;
                lowered = true;
            }
        }
    }
}
