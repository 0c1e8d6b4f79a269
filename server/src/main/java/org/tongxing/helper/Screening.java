package org.tongxing.helper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a family stands with the yearly check of every adult who visits.
 *
 * @param until the day the oldest check expires, exclusive; null when a check is missing
 * @param dueOn families of a roster may be paired until this day while the check is still to be recorded
 */
public record Screening(
        State state, @Nullable LocalDate until, @Nullable LocalDate dueOn) {

    /** The name of the local setting that stands where a clause would. */
    public static final String SETTING = "每年查询";

    /** Whether the family may be given another child on that day. */
    public boolean blocksOn(LocalDate day) {
        return switch (stateOn(day)) {
            case CLEAR -> false;
            case UNRECORDED -> this.dueOn == null || !day.isBefore(this.dueOn);
            case EXPIRED, BARRED -> true;
        };
    }

    /** The state on a day; a check holds for one year. */
    public State stateOn(LocalDate day) {
        boolean expired = this.state == State.CLEAR && this.until != null && !day.isBefore(this.until);
        return expired ? State.EXPIRED : this.state;
    }

    /** In words of a village clerk. */
    public String text(LocalDate day) {
        return switch (stateOn(day)) {
            case CLEAR -> "上门的大人都查过了";
            case UNRECORDED ->
                this.dueOn != null && day.isBefore(this.dueOn)
                        ? "%d 月 %d 日前补上上门的人的查询".formatted(this.dueOn.getMonthValue(), this.dueOn.getDayOfMonth())
                        : "上门的人还没查过，先补查询";
            case EXPIRED -> "查询满一年了，先重查";
            case BARRED -> "有人没通过查询，不能再带孩子";
        };
    }

    static Screening of(
            int visitors, int unscreened, int barred, @Nullable LocalDate oldest, @Nullable LocalDate dueOn) {
        if (barred > 0) {
            return new Screening(State.BARRED, null, dueOn);
        }
        if (visitors == 0 || unscreened > 0 || oldest == null) {
            return new Screening(State.UNRECORDED, null, dueOn);
        }
        return new Screening(State.CLEAR, oldest.plusYears(1), dueOn);
    }

    /** What the checks say. */
    public enum State {
        CLEAR,
        UNRECORDED,
        EXPIRED,
        BARRED
    }
}
