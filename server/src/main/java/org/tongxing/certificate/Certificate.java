package org.tongxing.certificate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/**
 * What a volunteer has done, as it was on the day of issue.
 *
 * @param name of the volunteer; nobody else is named
 * @param place that issued it
 * @param fromOn the first day it speaks of, {@code untilOn} the last
 */
public record Certificate(
        long id,
        String number,
        DivisionCode place,
        String name,
        @Nullable String organisation,
        LocalDate fromOn,
        LocalDate untilOn,
        LocalDate issuedOn,
        @Nullable String revokedFor,
        List<Line> lines) {

    /** How long everything took whose length is known. */
    public int minutes() {
        return this.lines.stream()
                .mapToInt(line -> line.minutes() == null ? 0 : line.minutes())
                .sum();
    }

    public boolean isRevoked() {
        return this.revokedFor != null;
    }

    /** How often something of a kind was done. */
    public long times(Kind kind) {
        return this.lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** Something that was done. */
    public record Line(
            Kind kind, LocalDate on, String what, @Nullable Integer minutes) {}

    /** What can be certified. */
    public enum Kind {
        WISH("微心愿"),
        ACTIVITY("活动"),
        HELP("帮扶");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }
}
