package org.tongxing.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.wish.Likeness;

/** How well an offer fits a need, and why. Both have the same category, the place is reached, and days are in common. */
@Clause("JB-54")
public final class Matching {

    private Matching() {}

    /** What an offer and a need have in common; the reasons are all there is to the order. */
    static Match of(Need need, Offer offer) {
        List<Reason> reasons = new ArrayList<>();
        if (offer.answers() != null && offer.answers() == need.id()) {
            reasons.add(Reason.ASKED_FOR_THIS);
        }
        reasons.add(Reason.SAME_CATEGORY);
        if (Likeness.alike(need.what(), offer.what())) {
            reasons.add(Reason.WORDS_ALIKE);
        }
        reasons.add(offer.place().level() == DivisionCode.Level.TOWNSHIP ? Reason.SAME_TOWNSHIP : Reason.REACHES_HERE);
        LocalDate from = later(need.fromOn(), offer.fromOn());
        LocalDate until = need.untilOn().isBefore(offer.untilOn()) ? need.untilOn() : offer.untilOn();
        reasons.add(Reason.DAYS_IN_COMMON);
        boolean enough = offer.left() >= need.left();
        reasons.add(enough ? Reason.ENOUGH : Reason.A_PART);
        return new Match(need, offer, List.copyOf(reasons), from, until, Math.min(need.left(), offer.left()));
    }

    /** The best first: asked for this very need, alike in words, near, enough, and with most days in common. */
    static List<Match> ordered(List<Match> matches) {
        return matches.stream()
                .sorted(Comparator.comparingInt(Match::weight)
                        .thenComparingLong(Match::days)
                        .reversed())
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Why an offer fits a need. */
    public enum Reason {
        ASKED_FOR_THIS(16),
        WORDS_ALIKE(8),
        SAME_TOWNSHIP(4),
        REACHES_HERE(0),
        ENOUGH(2),
        A_PART(0),
        SAME_CATEGORY(0),
        DAYS_IN_COMMON(0);

        private final int weight;

        Reason(int weight) {
            this.weight = weight;
        }
    }

    /**
     * An offer that fits a need.
     *
     * @param from the first day both have, {@code until} the last
     * @param atMost how many of it can be given
     */
    public record Match(Need need, Offer offer, List<Reason> reasons, LocalDate from, LocalDate until, int atMost) {

        int weight() {
            return this.reasons.stream().mapToInt(reason -> reason.weight).sum();
        }

        long days() {
            return ChronoUnit.DAYS.between(this.from, this.until);
        }
    }
}
