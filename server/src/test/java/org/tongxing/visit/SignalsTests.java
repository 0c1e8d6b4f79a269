package org.tongxing.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.visit.SignalKind.COPIED_TEXT;
import static org.tongxing.visit.SignalKind.FAR_FROM_VILLAGE;
import static org.tongxing.visit.SignalKind.IMPOSSIBLE_TRAVEL;
import static org.tongxing.visit.SignalKind.ONE_SITTING;
import static org.tongxing.visit.SignalKind.PHOTO_OF_ANOTHER_DAY;
import static org.tongxing.visit.SignalKind.SAME_PHOTO;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.kernel.Clause;
import org.tongxing.visit.Signals.Elsewhere;
import org.tongxing.visit.Signals.Evidence;
import org.tongxing.visit.Signals.Found;

/** What a visit makes a supervisor want to ask; ordinary visits raise nothing, and attempts never do. */
@Clause("JB-57")
class SignalsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final LocalDateTime MORNING = DAY.atTime(10, 0);
    private static final GeoPoint VILLAGE = new GeoPoint(30.80, 106.10, 20);

    /** About 22 kilometres to the north. */
    private static final GeoPoint TOWN = new GeoPoint(31.00, 106.10, 20);

    @Test
    void asksNothingAboutAnOrdinaryVisit() {
        assertThat(Signals.of(visit(VILLAGE, List.of(MORNING.plusMinutes(5)), 4, List.of(), around(VILLAGE, 5))))
                .isEmpty();
    }

    @Test
    void asksAboutAPhotoOrWordsThatWereThereBefore() {
        Evidence copied = new Evidence(
                DAY, VisitOutcome.MET, null, null, List.of(), List.of(7L, 7L), List.of(9L), 1, List.of(), List.of());
        assertThat(Signals.of(copied)).containsExactly(new Found(SAME_PHOTO, 7, 0), new Found(COPIED_TEXT, 9, 0));
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1"})
    void asksAboutManyVisitsSavedInOneSitting(int saved, int questions) {
        assertThat(Signals.of(visit(null, List.of(), saved, List.of(), List.of())))
                .hasSize(questions)
                .allSatisfy(one -> assertThat(one).isEqualTo(new Found(ONE_SITTING, 0, saved)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1"})
    void asksAboutAPhotoOfAnotherDayAndForgivesMidnight(int daysBefore, int questions) {
        assertThat(Signals.of(visit(null, List.of(MORNING.minusDays(daysBefore)), 1, List.of(), List.of())))
                .hasSize(questions)
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(PHOTO_OF_ANOTHER_DAY));
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "60, 0"})
    void asksHowSomebodyGotFromOnePlaceToTheOther(int minutes, int questions) {
        Elsewhere other = new Elsewhere(3, TOWN, MORNING.minusMinutes(minutes));
        assertThat(Signals.of(visit(VILLAGE, List.of(), 1, List.of(other), List.of())))
                .hasSize(questions)
                .allSatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(IMPOSSIBLE_TRAVEL);
                    assertThat(one.other()).isEqualTo(3);
                    assertThat(one.figure()).isEqualTo(22);
                });
    }

    @Test
    void asksWhyThePlaceIsFarFromTheVillageOnceOthersHaveShownWhereThatIs() {
        assertThat(Signals.of(visit(TOWN, List.of(), 1, List.of(), around(VILLAGE, 2))))
                .as("with two others nobody knows")
                .isEmpty();
        assertThat(Signals.of(visit(TOWN, List.of(), 1, List.of(), around(VILLAGE, 3))))
                .containsExactly(new Found(FAR_FROM_VILLAGE, 0, 22));
        GeoPoint vague = new GeoPoint(TOWN.latitude(), TOWN.longitude(), 20_000);
        assertThat(Signals.of(visit(vague, List.of(), 1, List.of(), around(VILLAGE, 3))))
                .as("a phone that does not know where it is accuses nobody")
                .isEmpty();
    }

    @Test
    void neverAsksAboutAnAttempt() {
        Evidence attempt = new Evidence(
                DAY,
                VisitOutcome.TRIED,
                TOWN,
                MORNING,
                List.of(MORNING.minusDays(9)),
                List.of(7L),
                List.of(9L),
                30,
                List.of(new Elsewhere(3, VILLAGE, MORNING)),
                around(VILLAGE, 5));
        assertThat(Signals.of(attempt)).isEmpty();
    }

    private static Evidence visit(
            @Nullable GeoPoint place,
            List<LocalDateTime> photos,
            int saved,
            List<Elsewhere> others,
            List<GeoPoint> village) {
        return new Evidence(
                DAY, VisitOutcome.MET, place, MORNING, photos, List.of(), List.of(), saved, others, village);
    }

    private static List<GeoPoint> around(GeoPoint place, int others) {
        return Collections.nCopies(others, place);
    }
}
