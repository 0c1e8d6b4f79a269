package org.tongxing.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the yearly check of a family's adults stands against another child. */
class ScreeningTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @CsvSource({
        // visitors, unscreened, barred, oldest,     due,        state,      blocks
        "2, 0, 0, 2025-03-11,           , CLEAR,      false",
        "2, 0, 0, 2025-03-10,           , EXPIRED,    true",
        "2, 0, 0, 2024-01-01, 2026-12-31, EXPIRED,    true",
        "2, 1, 0, 2026-01-01,           , UNRECORDED, true",
        "2, 1, 0, 2026-01-01, 2026-03-11, UNRECORDED, false",
        "2, 1, 0, 2026-01-01, 2026-03-10, UNRECORDED, true",
        "0, 0, 0,           , 2026-06-01, UNRECORDED, false",
        "0, 0, 0,           ,           , UNRECORDED, true",
        "2, 0, 1, 2026-01-01, 2026-06-01, BARRED,     true",
        "1, 0, 0, 2024-02-29,           , EXPIRED,    true"
    })
    void holdsForOneYear(
            int visitors,
            int unscreened,
            int barred,
            @Nullable LocalDate oldest,
            @Nullable LocalDate due,
            Screening.State state,
            boolean blocks) {
        Screening screening = Screening.of(visitors, unscreened, barred, oldest, due);
        assertThat(screening.stateOn(TODAY)).isEqualTo(state);
        assertThat(screening.blocksOn(TODAY)).isEqualTo(blocks);
        assertThat(screening.text(TODAY)).hasSizeLessThanOrEqualTo(20);
    }
}
