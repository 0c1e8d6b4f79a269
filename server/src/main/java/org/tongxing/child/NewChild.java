package org.tongxing.child;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/**
 * What is needed to register a child.
 *
 * @param idNumber a valid citizen's number (GB 11643), or null with {@code noIdReason}
 * @param address as given; children at the same address of a village are one household
 */
public record NewChild(
        String name,
        Sex sex,
        LocalDate birthOn,
        @Nullable String idNumber,
        @Nullable String noIdReason,
        DivisionCode village,
        @Nullable String address,
        @Nullable String school,
        @Nullable String grade,
        LocalDate registeredOn,
        List<NewAdult> adults,
        List<NewFact> facts) {

    /** An adult around the child. */
    public record NewAdult(
            String relation, String name, @Nullable String phone, boolean carer) {}

    /**
     * A fact with its days.
     *
     * @param kind a {@link FactKind}, or what only a roster knows
     * @param place where a parent works, as exactly as it is known
     * @param since the day it became true; null: since birth
     * @param until the day it ceased to be true, exclusive
     */
    public record NewFact(
            String kind,
            String content,
            @Nullable DivisionCode place,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        public NewFact(String kind, String content, @Nullable LocalDate since, @Nullable LocalDate until) {
            this(kind, content, null, since, until);
        }
    }
}
