package org.tongxing.bench.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongxing.child.NewChild;
import org.tongxing.child.NewChild.NewAdult;
import org.tongxing.child.NewChild.NewFact;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.IdNumber;
import org.tongxing.kernel.Sex;

/**
 * The children of one village, with the shares of situations a western township reports: six of ten have parents away, one
 * in ten has nobody of them, the others are poor or disabled, and some are on the list without a category that holds.
 *
 * <p>Fictional: no county has the area code of their ID numbers, no subscriber the prefix of their phones.
 */
final class Kids {

    private static final List<String> CITIES = List.of("4401", "4403", "3301", "3502", "5001", "3101", "1101", "3205");

    private final Chance chance;
    private final DivisionCode village;
    private final LocalDate today;
    private final long firstNumber;

    /** @param firstNumber of the numbers that belong to this village, for ID numbers and phones */
    Kids(Chance chance, DivisionCode village, LocalDate today, long firstNumber) {
        this.chance = chance;
        this.village = village;
        this.today = today;
        this.firstNumber = firstNumber;
    }

    List<NewChild> of(int children) {
        List<NewChild> kids = new ArrayList<>(children);
        int home = 0;
        for (int i = 0; i < children; i++) {
            // One in six shares a home with the child before.
            home += i > 0 && this.chance.percent(16) ? 0 : 1;
            kids.add(kid(i, home));
        }
        return kids;
    }

    private NewChild kid(int i, int home) {
        LocalDate birth = this.today.minusDays(this.chance.between(30, 17 * 365));
        Sex sex = this.chance.percent(48) ? Sex.FEMALE : Sex.MALE;
        LocalDate registered = this.today.minusDays(this.chance.between(20, 900));
        if (registered.isBefore(birth)) {
            registered = birth;
        }
        String phone = "140%08d".formatted((this.firstNumber + i) % 100_000_000);
        return new NewChild(
                Names.of(this.chance),
                sex,
                birth,
                idNumber(this.firstNumber + i, birth, sex),
                null,
                this.village,
                "%d号".formatted(home),
                birth.isBefore(this.today.minusYears(6)) ? "中心小学" : null,
                null,
                registered,
                List.of(
                        new NewAdult("奶奶", Names.of(this.chance), phone, true),
                        new NewAdult("父亲", Names.of(this.chance), null, false)),
                facts(birth));
    }

    /** Unique for five million children: the number is spread over area code and sequence, the birthday is as it falls. */
    static String idNumber(long number, LocalDate birth, Sex sex) {
        long sequence = number % 500 * 2 + (sex == Sex.MALE ? 1 : 0);
        String body = "59%d%03d%s%03d"
                .formatted(
                        number / 500_000 % 10,
                        number / 500 % 1_000,
                        birth.toString().replace("-", ""),
                        sequence);
        return body + IdNumber.checkDigit(body);
    }

    private List<NewFact> facts(LocalDate birth) {
        List<NewFact> facts = new ArrayList<>();
        facts.add(new NewFact("HUKOU", "RURAL", null, null));
        int lot = this.chance.between(1, 100);
        if (lot <= 60) {
            facts.add(away("FATHER", birth));
            facts.add(
                    this.chance.percent(60)
                            ? away("MOTHER", birth)
                            : new NewFact("MOTHER", "OUT_OF_CONTACT", null, null));
        } else if (lot <= 70) {
            facts.add(new NewFact("FATHER", "DEAD", null, null));
            facts.add(new NewFact("MOTHER", this.chance.percent(50) ? "MISSING" : "IMPRISONED", null, null));
        } else if (lot <= 72) {
            facts.add(new NewFact("STATUS", "ORPHAN", null, null));
        } else if (lot <= 92) {
            facts.add(new NewFact("FATHER", "AT_HOME", null, null));
            facts.add(new NewFact("BENEFIT", "LOW_INCOME", null, null));
        } else {
            facts.add(new NewFact("FATHER", "AT_HOME", null, null));
            facts.add(new NewFact("MOTHER", "AT_HOME", null, null));
        }
        if (this.chance.percent(6)) {
            facts.add(new NewFact("DISABILITY", "PHYSICAL_" + this.chance.between(1, 4), null, null));
        }
        return facts;
    }

    private NewFact away(String parent, LocalDate birth) {
        LocalDate since = this.today.minusDays(this.chance.between(30, 1_500));
        return new NewFact(
                parent,
                "WORKING_AWAY",
                new DivisionCode(this.chance.pick(CITIES)),
                since.isBefore(birth) ? birth : since,
                null);
    }
}
