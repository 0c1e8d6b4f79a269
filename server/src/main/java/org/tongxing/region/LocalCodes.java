package org.tongxing.region;

import org.jspecify.annotations.Nullable;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;

/**
 * Codes for parks and communities the statistics do not know. Their own part begins with a 9. The coding rules of the
 * statistics (国统字〔2009〕91号) give townships 001–399, enterprises in the place of a township 400–599, villages and
 * communities 001–399 and what resembles them 400–599; counties (GB/T 2260) end at 89 in practice. All 660,000 codes of
 * the published data keep to that, so a 9 can neither be taken now nor be given out later. A prefix of digits is needed
 * all the same, because every scope is a prefix.
 */
final class LocalCodes {

    private static final char MARK = '9';

    private LocalCodes() {}

    /**
     * The next free code below a division.
     *
     * @param last the highest local code given out there, ended ones included
     * @throws Refusal INVALID_REQUEST if nothing can be added at that level, or all are given out
     */
    static DivisionCode next(DivisionCode parent, @Nullable String last) {
        if (parent.level().ordinal() < DivisionCode.Level.CITY.ordinal()
                || parent.level() == DivisionCode.Level.VILLAGE) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        int digits = parent.childLength() - parent.value().length();
        int first = digits == 2 ? 90 : 900;
        int number = last == null
                ? first
                : Integer.parseInt(last.substring(parent.value().length())) + 1;
        String own = Integer.toString(number);
        if (own.length() > digits) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        return new DivisionCode(parent.value() + own);
    }

    /** Whether a county, township or village has a code of ours. */
    static boolean isLocal(DivisionCode code) {
        int length = code.value().length();
        return length > 0 && code.value().charAt(length - ownDigits(code)) == MARK;
    }

    private static int ownDigits(DivisionCode code) {
        int above = code.ancestors().isEmpty()
                ? 0
                : code.ancestors().get(code.ancestors().size() - 1).value().length();
        return code.value().length() - above;
    }
}
