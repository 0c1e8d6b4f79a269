package org.tongxing.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBooks;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.CheckedRow;
import org.tongxing.roster.reading.ChildEntry;
import org.tongxing.roster.reading.DeclaredCategory;
import org.tongxing.roster.reading.FamilyEntry;
import org.tongxing.roster.reading.KnownPeople;
import org.tongxing.roster.reading.Places;
import org.tongxing.roster.reading.RowCheck;
import org.tongxing.roster.reading.RowProblem;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.SheetOutline;
import org.tongxing.roster.reading.Verdict;
import org.tongxing.roster.reading.VillageNames;
import org.tongxing.roster.reading.WorkbookReader;
import org.tongxing.roster.sheet.StoredFile;

/** The sample roster, whose people are fictional, on a fixed day by the rules of its town: every verdict counted. */
class SampleRosterTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final List<CheckedRow> ROWS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static List<SheetOutline> sheets = List.of();

    @BeforeAll
    static void readTheSample() throws Exception {
        Path file = folder.resolve("roster.xlsx");
        try (InputStream in = SampleRosterTests.class.getResourceAsStream("/sample/roster-jinbao.xlsx")) {
            Files.copy(in, file);
        }
        RowCheck check = new RowCheck(
                new VillageNames(Jinbao.VILLAGES),
                new Places(Map.of()),
                TODAY,
                new RulesInForce(
                        Adoptions.byJurisdiction(RuleBooks.read("GD", "JB", "LAW")),
                        new DivisionCode("511304114"),
                        TODAY),
                KnownPeople.NOBODY);
        WorkbookReader reader = WorkbookReader.open(StoredFile.of(file));
        sheets = reader.sheets();
        reader.read(row -> ROWS.addAll(check.check(List.of(row))));
    }

    @Test
    void findsBothSheetsAndEveryColumn() {
        assertThat(sheets).extracting(SheetOutline::kind).containsExactly(SheetKind.CHILDREN, SheetKind.FAMILIES);
        assertThat(sheets).allSatisfy(sheet -> {
            assertThat(sheet.unknown()).isEmpty();
            assertThat(sheet.missing()).isEmpty();
        });
        assertThat(ROWS.stream().filter(row -> row.kind() == SheetKind.CHILDREN))
                .hasSize(314);
        assertThat(ROWS.stream().filter(row -> row.kind() == SheetKind.FAMILIES))
                .as("the signature line is nobody")
                .hasSize(85);
    }

    @Test
    void judgesEveryRow() {
        assertThat(verdicts(SheetKind.CHILDREN))
                .isEqualTo(Map.of(Verdict.ACCEPTED, 227L, Verdict.NOTED, 73L, Verdict.REFUSED, 14L));
        assertThat(verdicts(SheetKind.FAMILIES)).isEqualTo(Map.of(Verdict.ACCEPTED, 84L, Verdict.NOTED, 1L));
    }

    @Test
    void countsWhyRowsAreRefusedOrNoted() {
        Map<Cause, Long> causes = ROWS.stream()
                .flatMap(row -> row.problems().stream())
                .map(RowProblem::code)
                .filter(code -> code.verdict() != Verdict.ACCEPTED)
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        assertThat(causes)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry(Cause.NAME_MISSING, 1L),
                        Map.entry(Cause.VILLAGE_UNKNOWN, 2L),
                        Map.entry(Cause.VILLAGE_NOT_OF_ADDRESS, 1L),
                        Map.entry(Cause.ID_MISSING_WITH_REASON, 1L),
                        Map.entry(Cause.ID_WRONG, 3L),
                        Map.entry(Cause.ID_DAMAGED, 2L),
                        Map.entry(Cause.BIRTHDAY_DIFFERS, 2L),
                        Map.entry(Cause.SEX_DIFFERS, 2L),
                        Map.entry(Cause.CATEGORY_MISSING, 1L),
                        Map.entry(Cause.CATEGORY_DOES_NOT_HOLD, 55L),
                        Map.entry(Cause.GUARDIAN_CANNOT_CARE, 17L),
                        Map.entry(Cause.PHONE_WRONG, 2L),
                        Map.entry(Cause.TWICE_IN_FILE, 2L),
                        Map.entry(Cause.NAMESAKE_IN_FILE, 1L))));
    }

    @Test
    void guessesTheVillageFromTheAddress() {
        assertThat(problem(154, Cause.VILLAGE_UNKNOWN).text()).isEqualTo("没有叫“金宝村”的村，是不是石马垭村？");
        assertThat(problem(154, Cause.VILLAGE_UNKNOWN).fix()).isEqualTo("石马垭村");
        assertThat(problem(305, Cause.VILLAGE_UNKNOWN).fix()).isEqualTo("柿子沟村");
    }

    @Test
    void trustsNoIdNumberOutOfANumericCell() {
        assertThat(problem(10, Cause.ID_DAMAGED).column()).isEqualTo("E");
        assertThat(problem(259, Cause.ID_DAMAGED).text()).isEqualTo("身份证号存成了数字，后几位丢了，看户口本重填");
    }

    @Test
    void takesAChildWithoutAnIdWhenSomebodyWroteWhy() {
        assertThat(row(143).verdict()).isEqualTo(Verdict.NOTED);
        assertThat(child(143).idNumber()).isNull();
        assertThat(child(143).noIdReason()).contains("未入户");
    }

    @Test
    @Clause("JB-17")
    void notesParentsWhoHaveNotBeenAwayForThreeMonths() {
        for (int line : new int[] {13, 244}) {
            RowProblem note = problem(line, Cause.CATEGORY_DOES_NOT_HOLD);
            assertThat(row(line).verdict()).isEqualTo(Verdict.NOTED);
            assertThat(note.text()).isEqualTo("外出还不满 3 个月，先登记，不算这一类");
            assertThat(note.clause()).isEqualTo("JB-17");
            assertThat(child(line).awaySince()).isEqualTo(LocalDate.of(2026, 9, 23));
        }
    }

    @Test
    @Clause("JB-07")
    void registersAnOrphanInAnInstitutionWithoutItsCategory() {
        assertThat(problem(57, Cause.CATEGORY_DOES_NOT_HOLD).clause()).isEqualTo("JB-07");
        assertThat(child(57).categories()).containsExactly(DeclaredCategory.ORPHAN_IN_INSTITUTION);
    }

    @Test
    void refusesTheSecondOfTwoRowsWithOneNumber() {
        assertThat(problem(316, Cause.TWICE_IN_FILE).text()).isEqualTo("和第 156 行是同一个孩子，只收那一行");
        assertThat(row(156).verdict()).isNotEqualTo(Verdict.REFUSED);
    }

    @Test
    void saysWhatTheIdSaysInstead() {
        assertThat(problem(45, Cause.BIRTHDAY_DIFFERS).fix()).isEqualTo("2016-11-29");
        assertThat(problem(30, Cause.SEX_DIFFERS).fix()).isEqualTo("女");
    }

    @Test
    @Clause("JB-25")
    void readsFamiliesWithTheirUnitAndItsVillage() {
        assertThat(ROWS.stream().filter(row -> row.kind() == SheetKind.FAMILIES).map(row -> (FamilyEntry) row.entry()))
                .allSatisfy(family -> {
                    assertThat(family.unit()).isNotBlank();
                    assertThat(family.phone()).matches("1\\d{10}");
                    assertThat(family.linkedVillage()).isNotNull();
                    assertThat(family.capacity()).isBetween(1, 20);
                });
    }

    private static Map<Verdict, Long> verdicts(SheetKind kind) {
        return ROWS.stream()
                .filter(row -> row.kind() == kind)
                .collect(Collectors.groupingBy(CheckedRow::verdict, Collectors.counting()));
    }

    private static CheckedRow row(int line) {
        return ROWS.stream()
                .filter(row -> row.kind() == SheetKind.CHILDREN && row.row() == line)
                .findFirst()
                .orElseThrow();
    }

    private static ChildEntry child(int line) {
        return (ChildEntry) row(line).entry();
    }

    private static RowProblem problem(int line, Cause cause) {
        return row(line).problems().stream()
                .filter(problem -> problem.code() == cause)
                .findFirst()
                .orElseThrow();
    }
}
