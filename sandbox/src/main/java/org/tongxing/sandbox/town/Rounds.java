package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tongxing.sandbox.SamplePerson;

/** Who went to see whom within the year, one visit in each two months as the rule book asks [JB-41], and who did not. */
final class Rounds {

    private static final int BEHIND = 8;
    private static final int THERE_ALREADY = 55;
    private static final List<String> TOPICS = List.of(
            "DROWNING", "LIFE_AND_HEALTH", "BULLYING", "DROWNING,LIFE_AND_HEALTH", "POLICY", "LIFE_AND_HEALTH,POLICY");

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
                    || (!cadre && this.behind > 1 && mayBeBehind(family, present) && this.dice.chance(40));
            this.behind -= late ? 1 : 0;
            for (LocalDate from = window(this.begin); !from.isAfter(present); from = from.plusMonths(2)) {
                boolean skipped = late ? !from.isBefore(present.minusMonths(2)) : cadre && from.equals(present);
                if (!skipped && (from.isBefore(present) || this.dice.chance(THERE_ALREADY))) {
                    visit(family, from, visits);
                }
            }
        }
        return visits;
    }

    /** With children, all of them since before the two months that are over. */
    private static boolean mayBeBehind(Family family, LocalDate present) {
        return family.load() > 0
                && family.bonds.stream().allMatch(bond -> bond.runs() && bond.from.isBefore(present.minusMonths(2)));
    }

    private void visit(Family family, LocalDate from, List<Visit> visits) {
        LocalDate last = min(from.plusMonths(2).minusDays(1), this.day.minusDays(1));
        LocalDate first = family.bonds.stream()
                .map(bond -> bond.from)
                .filter(begun -> begun.isAfter(from) && !begun.isAfter(last))
                .reduce(from, Rounds::max);
        LocalDate on = last.isBefore(first) ? last : this.dice.day(first, last);
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
                List.of("WELL", "SO_SO", "WORRYING").get(this.dice.weighted(84, 13, 3))));
    }

    private static LocalDate window(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 2 * 2 + 1, 1);
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A visit as the family wrote it down; what it wrote in words is sealed, so that the sample has none. */
    record Visit(UUID key, Family family, LocalDate on, List<Kid> kids, String met, String topics, String condition) {}
}
