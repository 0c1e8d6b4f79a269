package org.tongxing.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongxing.child.Resident;
import org.tongxing.coverage.Coverage.Standing;
import org.tongxing.coverage.State;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.FamilyState;
import org.tongxing.helper.Screening;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairing;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.RuleBooks;

/** What the re-check finds about the children of one village. */
class ChildCheckTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 9, 1);
    private static final LocalDate FAR = LocalDate.of(2034, 1, 1);
    private static final DivisionCode VILLAGE = new DivisionCode("511304114003");
    private static final AdoptedRules JINBAO;
    private static final AdoptedRules GUANGDONG;

    static {
        try (var policy = new AnnotationConfigApplicationContext("org.tongxing.policy")) {
            Adoptions adoptions = Adoptions.byJurisdiction(policy.getBean(RuleBooks.class));
            JINBAO = adoptions.rules(VILLAGE, TODAY);
            GUANGDONG = adoptions.rules(new DivisionCode("440203101201"), TODAY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1,  FEMALE, MALE,   GIRL_WITHOUT_FEMALE_CADRE",
        "0,   FEMALE, MALE,   GIRL_WITHOUT_FEMALE_CADRE",
        "1,   FEMALE, MALE,   GIRL_TURNING_EIGHT",
        "60,  FEMALE, MALE,   GIRL_TURNING_EIGHT",
        "61,  FEMALE, MALE,   ",
        "0,   FEMALE, FEMALE, ",
        "30,  FEMALE, FEMALE, ",
        "0,   MALE,   MALE,   "
    })
    @Clause("JB-24")
    void namesAGirlBesideAMaleCadreSixtyDaysBeforeHerEighthBirthday(
            int daysToBirthday, Sex child, Sex cadre, @Nullable Kind expected) {
        LocalDate birthOn = TODAY.plusDays(daysToBirthday).minusYears(8);
        List<Item> items = check(Map.of(), standing(1, child, birthOn, 1, episode(1, 1, 7, cadre, LONG_AGO)));
        assertThat(items).extracting(Item::kind).isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(items).extracting(Item::clause).allMatch("JB-24"::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "HELPER_LEFT,            HELPER_LEFT, JB-31",
        "NEW,                    UNCOVERED,   JB-33",
        "NEEDS_FEMALE_CADRE,     UNCOVERED,   JB-24",
        "NEEDS_DEDICATED_FAMILY, UNCOVERED,   JB-21",
        "NOT_ARRANGED,           UNCOVERED,   JB-33"
    })
    @Clause("JB-21")
    @Clause("JB-33")
    void namesTheClauseThatAsksForWhatAnUncoveredChildLacks(State.Reason reason, Kind kind, String clause) {
        Standing alone = new Standing(
                resident(1, Sex.FEMALE, TODAY.minusYears(9), 1, List.of(category(LONG_AGO, FAR))),
                new State(Set.of("4"), State.By.NOBODY, reason, true, false, false),
                List.of());
        assertThat(check(Map.of(), alone)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(kind);
            assertThat(item.clause()).isEqualTo(clause);
        });
    }

    @Property(tries = 300)
    @Clause("JB-24")
    void saysOneThingAboutAGirlAtATime(@ForAll @IntRange(min = -3000, max = 3000) int days) {
        LocalDate birthOn = TODAY.plusDays(days).minusYears(8);
        List<Item> items = check(Map.of(), standing(1, Sex.FEMALE, birthOn, 1, episode(1, 1, 7, Sex.MALE, LONG_AGO)));
        assertThat(items).hasSize(days <= ChildCheck.NOTICE_DAYS ? 1 : 0);
        assertThat(items).allMatch(item -> !item.sinceOn().isAfter(TODAY));
    }

    @Test
    @Clause("JB-24")
    void countsAWaiverOnlyWhileItLasts() {
        Standing girl = standing(1, Sex.FEMALE, TODAY.minusYears(10), 1, episode(5, 1, 7, Sex.MALE, LONG_AGO));
        assertThat(check(Map.of(new PairingId(5), Map.of("JB-24", TODAY.plusDays(1))), girl))
                .isEmpty();
        List<Item> expired = check(Map.of(new PairingId(5), Map.of("JB-24", TODAY)), girl);
        assertThat(expired).extracting(Item::kind).containsExactly(Kind.WAIVER_EXPIRED);
        assertThat(expired).extracting(Item::clause).containsExactly("JB-24");
    }

    @Test
    @Clause("JB-22")
    void sendsTheLaterSiblingToTheFamilyOfTheFirst() {
        Standing elder = standing(1, Sex.MALE, TODAY.minusYears(12), 4, episode(1, 1, 7, Sex.MALE, LONG_AGO));
        Standing younger =
                standing(2, Sex.MALE, TODAY.minusYears(9), 4, episode(2, 2, 8, Sex.MALE, LONG_AGO.plusDays(3)));
        List<Item> items = check(Map.of(), elder, younger);
        assertThat(items).extracting(Item::kind).containsExactly(Kind.SIBLINGS_APART);
        assertThat(items).extracting(Item::childId).containsExactly(2L);
        assertThat(items).extracting(Item::clause).containsExactly("JB-22");
    }

    @Test
    @Clause("JB-31")
    void noticesAPairingThatIsNoLongerOwedAndAFamilyThatIsGone() {
        Resident grown =
                resident(1, Sex.MALE, TODAY.minusYears(17), 1, List.of(category(LONG_AGO, TODAY.minusDays(4))));
        Standing lost = new Standing(
                grown,
                new State(Set.of(), State.By.NOBODY, null, false, false, false),
                List.of(episode(1, 1, 7, Sex.MALE, LONG_AGO)));
        assertThat(check(Map.of(), lost))
                .singleElement()
                .matches(item ->
                        item.kind() == Kind.CATEGORY_LOST && item.sinceOn().equals(TODAY.minusDays(4)));
        assertThat(check(JINBAO, Map.of(), lost)).extracting(Item::clause).containsExactly("JB-31");
        assertThat(check(GUANGDONG, Map.of(), lost))
                .as("no clause of a book that is not followed")
                .extracting(Item::clause)
                .containsExactly("");
        Standing left = standing(2, Sex.MALE, TODAY.minusYears(9), 2, episode(2, 2, 99, Sex.MALE, LONG_AGO));
        assertThat(check(Map.of(), left)).extracting(Item::kind).containsExactly(Kind.HELPER_LEFT);
    }

    @Test
    @Clause("JB-33")
    void saysSinceWhenAChildHasNobody() {
        Resident child = resident(1, Sex.MALE, TODAY.minusYears(9), 1, List.of(category(LONG_AGO, FAR)));
        Standing alone = new Standing(
                child,
                new State(Set.of("4"), State.By.NOBODY, State.Reason.NOT_ARRANGED, false, false, false),
                List.of());
        assertThat(check(Map.of(), alone))
                .singleElement()
                .matches(item -> item.kind() == Kind.UNCOVERED
                        && item.clause().equals("JB-33")
                        && item.sinceOn().equals(LONG_AGO));
    }

    private static List<Item> check(Map<PairingId, Map<String, LocalDate>> waivers, Standing... standings) {
        return check(JINBAO, waivers, standings);
    }

    private static List<Item> check(
            AdoptedRules rules, Map<PairingId, Map<String, LocalDate>> waivers, Standing... standings) {
        return new ChildCheck(
                        VILLAGE.value(),
                        TODAY,
                        rules,
                        List.of(standings),
                        Map.of(new FamilyId(7), family(7), new FamilyId(8), family(8)),
                        waivers)
                .items();
    }

    private static Standing standing(long id, Sex sex, LocalDate birthOn, long household, Episode episode) {
        return new Standing(
                resident(id, sex, birthOn, household, List.of(category(LONG_AGO, FAR))),
                new State(Set.of("4"), State.By.FAMILY, null, false, false, false),
                List.of(episode));
    }

    private static Resident resident(
            long id, Sex sex, LocalDate birthOn, long household, List<CategoryInterval> categories) {
        return new Resident(new ChildId(id), "孟小满", sex, birthOn, VILLAGE, household, LONG_AGO, null, categories);
    }

    private static CategoryInterval category(LocalDate from, LocalDate to) {
        return new CategoryInterval("4", List.of(ClauseId.of("JB-13")), from, to);
    }

    private static Episode episode(long id, long child, long family, Sex cadre, LocalDate startsOn) {
        return new Episode(
                new PairingId(id),
                new ChildId(child),
                new FamilyId(family),
                "蒋一舟",
                cadre,
                startsOn,
                null,
                (Pairing.EndReason) null);
    }

    private static CadreFamily family(long id) {
        return new CadreFamily(
                new FamilyId(id),
                new UnitId(1),
                "统计局",
                "蒋一舟",
                Sex.MALE,
                new DivisionCode("511304114"),
                null,
                Set.of(),
                Set.of(),
                2,
                FamilyState.CONFIRMED,
                LONG_AGO,
                null,
                new Screening(Screening.State.CLEAR, FAR, null));
    }
}
