package org.tongxing.child;

import java.time.LocalDate;
import java.time.Period;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** A child with what a phone page or a list needs: no number, no address, no adults. */
public record KnownChild(ChildId id, String name, Sex sex, LocalDate birthOn, DivisionCode village, long householdId) {

    /** Until the caregiver has chosen a 小名, the last character of the name stands for it. */
    public String petName() {
        return "小" + this.name.substring(this.name.offsetByCodePoints(this.name.length(), -1));
    }

    public int ageOn(LocalDate day) {
        return Period.between(this.birthOn, day).getYears();
    }
}
