package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongxing.policy.Fixtures.BOOKS;
import static org.tongxing.policy.Fixtures.TODAY;
import static org.tongxing.policy.Fixtures.VILLAGE;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;

class AdoptionTests {

    private static final DivisionCode SHAOGUAN_TOWN = new DivisionCode("440203101");

    @Test
    @Clause("LAW-23")
    void addsUpTheBooksOfAllAncestors() {
        Adoptions adoptions = Adoptions.byJurisdiction(BOOKS);
        assertThat(books(adoptions.rules(VILLAGE, TODAY))).containsExactly("JB", "LAW");
        assertThat(books(adoptions.rules(SHAOGUAN_TOWN, TODAY))).containsExactly("GD", "LAW");
        assertThat(books(adoptions.rules(VILLAGE, LocalDate.of(2023, 11, 7)))).containsExactly("LAW");
        assertThat(adoptions.rules(VILLAGE, LocalDate.of(2021, 5, 31)).clauses())
                .isEmpty();
    }

    @Test
    void letsTheNearestRegionDefineWhatBothSpeakOf() {
        Adoptions adoptions = new Adoptions(
                BOOKS,
                List.of(
                        new Adoption(new DivisionCode("44"), "GD", Period.ALWAYS),
                        new Adoption(SHAOGUAN_TOWN, "JB", Period.ALWAYS)));
        AdoptedRules rules = adoptions.rules(SHAOGUAN_TOWN, TODAY);
        assertThat(rules.categories())
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "GD-3", "GD-4", "GD-5", "GD-6");
        assertThat(rules.on("workingAway").map(RuleClause::id)).contains(ClauseId.of("JB-17"));
        assertThat(adoptions.rules(new DivisionCode("440203"), TODAY).categories())
                .contains("GD-L")
                .doesNotContain("6");
    }

    @Test
    void letsTheNewerDocumentDefineWithinOneRegion() {
        DivisionCode everywhere = new DivisionCode("");
        Adoptions adoptions = new Adoptions(
                BOOKS,
                List.of(new Adoption(everywhere, "GD", Period.ALWAYS), new Adoption(everywhere, "JB", Period.ALWAYS)));
        assertThat(adoptions.rules(VILLAGE, TODAY).on("leftBehind").map(RuleClause::id))
                .contains(ClauseId.of("GD-05"));
    }

    /** What a screen names beside its words: in 广东 not one clause of 金宝镇, and the other way round. */
    @Test
    @Clause("JB-37")
    @Clause("JB-51")
    @Clause("GD-25")
    void namesOnlyTheClausesOfTheBookInForce() {
        Adoptions adoptions = Adoptions.byJurisdiction(BOOKS);
        assertThat(adoptions.clauses(VILLAGE, TODAY))
                .containsEntry("siblingsTogether", ClauseId.of("JB-22"))
                .containsEntry("ledgerOfChild", ClauseId.of("JB-37"))
                .containsEntry("ledgerOfFamily", ClauseId.of("JB-38"))
                .containsEntry("careOnOccasions", ClauseId.of("JB-51"))
                .containsEntry("weeklyContact", ClauseId.of("LAW-23"))
                .doesNotContainKeys("riskEntry", "riskAssessment", "springFestivalContact");
        assertThat(adoptions.clauses(SHAOGUAN_TOWN, TODAY))
                .containsEntry("leftBehind", ClauseId.of("GD-05"))
                .containsEntry("riskEntry", ClauseId.of("GD-25"))
                .containsEntry("riskAssessment", ClauseId.of("GD-26"))
                .containsEntry("weeklyContact", ClauseId.of("LAW-23"))
                .doesNotContainKeys(
                        "siblingsTogether", "areaDuty", "linkedVillage", "ledgerOfChild", "careOnOccasions");
    }

    @Test
    void namesAboveThePlacesThatFollowABookTheClauseOnWhichTheyAgree() {
        DivisionCode city = new DivisionCode("4402");
        Adoptions one = new Adoptions(
                BOOKS, List.of(new Adoption(SHAOGUAN_TOWN, "JB", Period.since(LocalDate.of(2024, 1, 1)))));
        assertThat(one.clauses(city, TODAY)).containsEntry("siblingsTogether", ClauseId.of("JB-22"));
        assertThat(one.clauses(city, LocalDate.of(2023, 12, 31))).isEmpty();
        Adoptions two = new Adoptions(
                BOOKS,
                List.of(
                        new Adoption(SHAOGUAN_TOWN, "JB", Period.ALWAYS),
                        new Adoption(new DivisionCode("440229102"), "GD", Period.ALWAYS)));
        assertThat(two.clauses(city, TODAY))
                .as("they differ on who is left behind, and only one speaks of siblings")
                .doesNotContainKey("leftBehind")
                .containsEntry("siblingsTogether", ClauseId.of("JB-22"));
    }

    private static final String TOWN = """
            book: TOWN
            documentNumber: 样例〔2026〕1号
            title: 样例
            issuer: 样例镇
            issuedOn: "2026-01-01"
            inForceFrom: "2026-01-01"
            jurisdiction: "440203101"
            numbers: 1-2
            clauses:
              - id: TOWN-01
                kind: CATEGORY
                force: MUST
                place: 一
                quote: 孤儿
                title: 孤儿
                subject: orphan
                category: {code: T-1, name: 孤儿, otherwise: 不是孤儿, when: {status: [ORPHAN]}}
              - id: TOWN-02
                kind: OBLIGATION
                force: MUST
                place: 二
                quote: 儿童主任一月一访
                title: 儿童主任一月一访
                obliges:
                  - {actor: CHILD_DIRECTOR, deed: VISIT, count: 1, per: MONTH}
            """;

    @Test
    @Clause("JB-41")
    void neverLetsObligationsOfDifferentActorsCancelEachOther() {
        assertThat(AdoptedRules.of(BOOKS.book("JB"), BOOKS.book("LAW"), book(TOWN))
                        .clauses())
                .extracting(clause -> clause.id().toString())
                .contains("TOWN-02", "JB-41", "LAW-23");
    }

    @Test
    @Clause("GD-19")
    void letsTheNearestRegionSayTheSameActorsRhythm() {
        assertThat(owed(TOWN)).containsExactlyInAnyOrder("TOWN-02 0", "GD-17 1", "GD-23 1", "GD-45 1", "LAW-23 2");
    }

    /** A book for some children leaves the others to the book above it, instead of leaving them to nobody. */
    @Test
    @Clause("GD-19")
    void keepsTheFartherRhythmForChildrenTheNearestBookDoesNotSpeakOf() {
        assertThat(owed(TOWN.replace("per: MONTH}", "per: MONTH, whom: [orphan]}")))
                .contains("TOWN-02 0", "GD-17 1", "GD-19 1", "GD-21 1", "GD-23 1");
    }

    /** A visit at New Year does not stand in for the monthly one, nor a call at New Year for the weekly one. */
    @Test
    @Clause("JS-02")
    @Clause("JS-11")
    void addsWhatAnOccasionAsksToTheRhythm() {
        assertThat(AdoptedRules.of(BOOKS.book("SV"), BOOKS.book("JS"), BOOKS.book("LAW"))
                        .obligations())
                .extracting(one -> one.rule().clause().toString())
                .containsExactlyInAnyOrder("SV-14", "SV-15", "JS-02", "JS-11", "LAW-23");
    }

    private static List<String> owed(String town) {
        Adoptions adoptions =
                Adoptions.byJurisdiction(new RuleBooks(List.of(BOOKS.book("GD"), BOOKS.book("LAW"), book(town))));
        return adoptions.rules(SHAOGUAN_TOWN, TODAY).obligations().stream()
                .map(one -> one.rule().clause() + " " + one.rank())
                .distinct()
                .toList();
    }

    private static RuleBook book(String yaml) {
        return RuleBookReader.read("TOWN.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesToAdoptABookThatIsNotOnFile() {
        List<Adoption> unknown = List.of(new Adoption(VILLAGE, "XX", Period.ALWAYS));
        assertThatThrownBy(() -> new Adoptions(BOOKS, unknown)).hasMessage("No rule book is called XX");
    }

    private static List<String> books(AdoptedRules rules) {
        return rules.clauses().stream()
                .map(clause -> clause.id().book())
                .distinct()
                .toList();
    }
}
