package org.tongxing.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxing.child.CategoryDefinition.Days;
import org.tongxing.child.CategoryDefinition.Truth;
import org.tongxing.kernel.Clause;

class CategoryBookTests {

    private static final LocalDate BORN = LocalDate.of(2015, 5, 1);
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    @Test
    @Clause("JB-06")
    void hasExactlySixCategories() {
        assertThat(CategoryBook.read("JB"))
                .extracting(CategoryDefinition::code)
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    @Clause("JB-07")
    void countsOrphansInFamilyCareUntilTheDayTheyTurnEighteen() {
        assertThat(days("1", always("ORPHAN FAMILY_CARE"))).containsExactly(new Days(BORN, LocalDate.of(2033, 5, 1)));
        assertThat(days("1", always("ORPHAN INSTITUTION"))).isEmpty();
    }

    @Test
    @Clause("JB-08")
    @Clause("JB-09")
    void countsChildrenNeitherParentCanRaise() {
        assertThat(days("2", always("FATHER IMPRISONED"), always("MOTHER OUT_OF_CONTACT")))
                .hasSize(1);
        assertThat(days("2", always("FATHER DEAD"), always("MOTHER GUARDIANSHIP_REVOKED")))
                .hasSize(1);
        assertThat(days("2", always("FATHER IMPRISONED"), always("MOTHER GUARDIANSHIP_REVOKED")))
                .as("2a does not name a revoked guardianship")
                .isEmpty();
        assertThat(days("2", always("FATHER DEAD"), always("MOTHER AT_HOME"))).isEmpty();
    }

    @Test
    @Clause("JB-11")
    void countsThirdLevelOnlyForIntellectualAndMentalDisability() {
        Truth poor = always("BENEFIT LOW_INCOME");
        assertThat(days("3", poor, always("DISABILITY MENTAL_3"))).hasSize(1);
        assertThat(days("3", poor, always("DISABILITY PHYSICAL_3"))).isEmpty();
        assertThat(days("4", poor, always("DISABILITY PHYSICAL_3"))).hasSize(1);
    }

    @Test
    @Clause("JB-15")
    void endsLeftBehindOnTheSixteenthBirthday() {
        assertThat(days("6", always("HUKOU RURAL"), always("FATHER AWAY_3_MONTHS"), always("MOTHER AWAY_3_MONTHS")))
                .containsExactly(new Days(BORN, LocalDate.of(2031, 5, 1)));
    }

    @Test
    void followsTheDaysOfTheFacts() {
        LocalDate from = LocalDate.of(2020, 1, 1);
        LocalDate until = LocalDate.of(2021, 1, 1);
        assertThat(days("5", new Truth("HARDSHIP FOUND", from, until))).containsExactly(new Days(from, until));
    }

    private static Truth always(String text) {
        return new Truth(text, BORN, EVER);
    }

    private static List<Days> days(String category, Truth... truths) {
        return CategoryBook.read("JB").stream()
                .filter(definition -> definition.code().equals(category))
                .findFirst()
                .orElseThrow()
                .days(BORN, List.of(truths));
    }
}
