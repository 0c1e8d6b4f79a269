package org.tongxing.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Days;

/** When parents owe their child a contact every week. */
@Clause("LAW-23")
class EntrustedDaysTests {

    private final List<ResidentMapper.ParentRow> parents = new ArrayList<>();
    private final List<ResidentMapper.AdultRow> adults = new ArrayList<>();

    private void fact(String kind, String content, @Nullable String since, @Nullable String until) {
        this.parents.add(new ResidentMapper.ParentRow(1, kind, content, day(since), day(until)));
    }

    private void adult(String relation, boolean carer, String access) {
        this.adults.add(new ResidentMapper.AdultRow(1, relation, carer, access));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private boolean owedOn(String day) {
        return Days.of(EntrustedDays.of(this.parents, this.adults)).contains(LocalDate.parse(day));
    }

    @Test
    void countsFromTheDayAParentLeavesAChildWithAGrandmother() {
        fact("FATHER", "WORKING_AWAY", "2026-03-10", null);
        fact("MOTHER", "WORKING_AWAY", "2026-03-20", "2026-08-01");
        adult("奶奶", true, "OPEN");
        assertThat(owedOn("2026-03-09")).isFalse();
        assertThat(owedOn("2026-03-10")).isTrue();
        assertThat(owedOn("2026-09-01")).isTrue();
    }

    @Test
    void asksNothingWhileTheOtherParentCares() {
        fact("FATHER", "WORKING_AWAY", "2026-03-10", null);
        adult("母亲", true, "OPEN");
        assertThat(owedOn("2026-05-01")).isFalse();
        this.adults.clear();
        assertThat(owedOn("2026-05-01"))
                .as("nobody is on file as caring, and the mother is not known to be gone")
                .isFalse();
    }

    @Test
    void countsWhereNeitherParentIsThereAndNobodyIsOnFileAsCaring() {
        fact("FATHER", "WORKING_AWAY", "2026-03-10", null);
        fact("MOTHER", "DEAD", "2026-04-01", null);
        assertThat(owedOn("2026-03-20")).isFalse();
        assertThat(owedOn("2026-04-01")).isTrue();
    }

    @Test
    void stopsWhileAParentIsHome() {
        fact("FATHER", "WORKING_AWAY", "2026-01-10", null);
        fact("FATHER_HOME", "HOME", "2026-02-14", "2026-02-22");
        adult("爷爷", true, "OPEN");
        assertThat(owedOn("2026-02-13")).isTrue();
        assertThat(owedOn("2026-02-14")).isFalse();
        assertThat(owedOn("2026-02-22")).isTrue();
    }

    @Test
    void asksNothingOfAParentWhoMayNotComeNearTheChild() {
        fact("FATHER", "WORKING_AWAY", "2026-01-10", null);
        adult("爷爷", true, "OPEN");
        adult("父亲", false, "RESTRAINED");
        assertThat(owedOn("2026-02-13")).isFalse();
        fact("MOTHER", "WORKING_AWAY", "2026-01-10", null);
        assertThat(owedOn("2026-02-13")).as("the mother still does").isTrue();
    }
}
