package org.tongxing.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tongxing.kernel.IdNumber;
import org.tongxing.kernel.Sex;
import org.tongxing.roster.sheet.RawCell;

/** What the check digit of GB 11643 promises, for any number. */
class IdNumberProperties {

    @Property(tries = 300)
    void readsBackTheBirthdayAndTheSexItWasMadeOf(@ForAll("people") Person person) {
        IdNumber number = IdCell.read(RawCell.text(person.number())).number();
        assertThat(number).isNotNull();
        assertThat(number.birthOn()).isEqualTo(person.birthOn());
        assertThat(number.sex()).isEqualTo(person.sequence() % 2 == 1 ? Sex.MALE : Sex.FEMALE);
    }

    @Property(tries = 300)
    void noticesAnySingleDigitCopiedWrongly(
            @ForAll("people") Person person,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder copied = new StringBuilder(person.number());
        copied.setCharAt(at, (char) ('0' + (copied.charAt(at) - '0' + by) % 10));
        assertThat(IdCell.read(RawCell.text(copied.toString())).number()).isNull();
    }

    @Property(tries = 300)
    void noticesAnyTwoNeighboursSwapped(@ForAll("people") Person person, @ForAll @IntRange(max = 15) int at) {
        StringBuilder copied = new StringBuilder(person.number());
        char first = copied.charAt(at);
        copied.setCharAt(at, copied.charAt(at + 1));
        copied.setCharAt(at + 1, first);
        boolean same = copied.toString().equals(person.number());
        assertThat(IdCell.read(RawCell.text(copied.toString())).number() != null)
                .isEqualTo(same);
    }

    @Property(tries = 300)
    void neverFailsOnWhateverStandsThere(@ForAll String text) {
        IdCell.Reading reading = IdCell.read(RawCell.text(text));
        assertThat(reading.number() != null && reading.problem() != null).isFalse();
    }

    @Provide
    Arbitrary<Person> people() {
        Arbitrary<Integer> places = Arbitraries.integers().between(110000, 659999);
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 11, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(places, days, Arbitraries.integers().between(0, 999))
                .as(Person::new);
    }

    record Person(int place, LocalDate birthOn, int sequence) {

        String number() {
            String body =
                    "%06d%s%03d".formatted(this.place, this.birthOn.toString().replace("-", ""), this.sequence);
            return body + IdNumber.checkDigit(body);
        }
    }
}
