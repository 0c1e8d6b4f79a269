package org.tongxing.visit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.kernel.Clause;

/**
 * The questions a visit raises. Pure: what is known goes in, questions come out; and none ever about an attempt, because
 * nobody shall be afraid to write that nobody could be met.
 */
@Clause("JB-57")
final class Signals {

    /** More visits than this within half an hour of typing look like several days written up at once. */
    private static final int MOST_IN_ONE_SITTING = 4;

    private static final double FASTEST_KILOMETRES_AN_HOUR = 120;
    private static final double NEAR_ANYWAY_KILOMETRES = 5;
    private static final double VILLAGE_KILOMETRES = 10;
    private static final int FEWEST_OTHER_PLACES = 3;
    private static final double METRES = 1000;

    private Signals() {}

    static List<Found> of(Evidence visit) {
        List<Found> found = new ArrayList<>();
        if (visit.outcome() == VisitOutcome.TRIED) {
            return found;
        }
        visit.samePhotoIn().stream().distinct().forEach(other -> found.add(new Found(SignalKind.SAME_PHOTO, other, 0)));
        visit.alikeNotes().stream().distinct().forEach(other -> found.add(new Found(SignalKind.COPIED_TEXT, other, 0)));
        if (visit.savedInHalfAnHour() > MOST_IN_ONE_SITTING) {
            found.add(new Found(SignalKind.ONE_SITTING, 0, visit.savedInHalfAnHour()));
        }
        photoOfAnotherDay(visit).ifPresent(found::add);
        travel(visit).ifPresent(found::add);
        farAway(visit).ifPresent(found::add);
        return found;
    }

    private static Optional<Found> photoOfAnotherDay(Evidence visit) {
        return visit.photosTaken().stream()
                .map(taken -> (int) Math.abs(Duration.between(
                                visit.on().atStartOfDay(), taken.toLocalDate().atStartOfDay())
                        .toDays()))
                .filter(days -> days > 1)
                .max(Integer::compare)
                .map(days -> new Found(SignalKind.PHOTO_OF_ANOTHER_DAY, 0, days));
    }

    private static Optional<Found> travel(Evidence visit) {
        GeoPoint here = visit.place();
        LocalDateTime at = visit.placedAt();
        if (here == null || at == null) {
            return Optional.empty();
        }
        return visit.others().stream()
                .filter(other -> other.at() != null && tooFast(here, at, other))
                .findFirst()
                .map(other -> new Found(SignalKind.IMPOSSIBLE_TRAVEL, other.visit(), (int)
                        Math.round(here.kilometresTo(other.place()))));
    }

    private static boolean tooFast(GeoPoint here, LocalDateTime at, Elsewhere other) {
        double slack = (here.accuracyMetres() + other.place().accuracyMetres()) / METRES;
        double kilometres = here.kilometresTo(other.place()) - slack;
        double hours = Math.abs(Duration.between(at, other.at()).toMinutes()) / 60.0;
        return kilometres > NEAR_ANYWAY_KILOMETRES && kilometres > hours * FASTEST_KILOMETRES_AN_HOUR;
    }

    /** The middle of where others were who visited the village stands for the village; with too few nobody knows. */
    private static Optional<Found> farAway(Evidence visit) {
        GeoPoint here = visit.place();
        if (here == null || visit.village().size() < FEWEST_OTHER_PLACES) {
            return Optional.empty();
        }
        double kilometres = here.kilometresTo(middle(visit.village())) - here.accuracyMetres() / METRES;
        return kilometres > VILLAGE_KILOMETRES
                ? Optional.of(new Found(SignalKind.FAR_FROM_VILLAGE, 0, (int) Math.round(kilometres)))
                : Optional.empty();
    }

    /** The median of each coordinate: one place far off does not move it. */
    private static GeoPoint middle(List<GeoPoint> places) {
        return new GeoPoint(
                median(places.stream().mapToDouble(GeoPoint::latitude).sorted().toArray()),
                median(places.stream().mapToDouble(GeoPoint::longitude).sorted().toArray()),
                0);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * What is known of a visit and of others.
     *
     * @param savedInHalfAnHour how many visits the same person saved around then, this one among them
     * @param others visits of the same person with a place, on the days around
     * @param village where others were who visited the same village
     */
    record Evidence(
            LocalDate on,
            VisitOutcome outcome,
            @Nullable GeoPoint place,
            @Nullable LocalDateTime placedAt,
            List<LocalDateTime> photosTaken,
            List<Long> samePhotoIn,
            List<Long> alikeNotes,
            int savedInHalfAnHour,
            List<Elsewhere> others,
            List<GeoPoint> village) {}

    /** Another visit of the same person, with place and time. */
    record Elsewhere(long visit, GeoPoint place, @Nullable LocalDateTime at) {}

    /** A question; the other visit is zero where there is none. */
    record Found(SignalKind kind, long other, int figure) {}
}
