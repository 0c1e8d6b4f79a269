package org.tongxing.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBooks;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.CheckedRow;
import org.tongxing.roster.reading.ChildEntry;
import org.tongxing.roster.reading.DeclaredCategory;
import org.tongxing.roster.reading.KnownPeople;
import org.tongxing.roster.reading.Places;
import org.tongxing.roster.reading.RawRow;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.RowCheck;
import org.tongxing.roster.reading.RowProblem;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.SheetOutline;
import org.tongxing.roster.reading.Verdict;
import org.tongxing.roster.reading.VillageNames;
import org.tongxing.roster.sheet.RawCell;

/** The same row read in a town of Sichuan and in a town of Guangdong: every note names the rule book in force there. */
class RulesOfThePlaceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final DivisionCode JINBAO = new DivisionCode("511304114");
    /** 翁源县 in Shaoguan. */
    private static final DivisionCode GUANGDONG = new DivisionCode("440229102");

    @Test
    @Clause("JB-15")
    @Clause("GD-05")
    void asksForTheHukouByTheBookInForce() {
        Map<RosterField, String> row = leftBehind();
        row.remove(RosterField.HUKOU);
        assertThat(problem(read(JINBAO, row), Cause.HUKOU_UNKNOWN).clause()).isEqualTo("JB-15");
        assertThat(problem(read(GUANGDONG, row), Cause.HUKOU_UNKNOWN).clause()).isEqualTo("GD-05");
        assertThat(problem(read(GUANGDONG, row), Cause.CATEGORY_DOES_NOT_HOLD).text())
                .isEqualTo("户籍还没填，先登记，不算这一类");
    }

    @Test
    @Clause("JB-17")
    @Clause("GD-06")
    void asksForTheDayOfLeavingByTheBookInForceAndCountsForTheChildUntilItIsTold() {
        Map<RosterField, String> row = leftBehind();
        row.remove(RosterField.AWAY_SINCE);
        CheckedRow jb = read(JINBAO, row);
        assertThat(jb.verdict()).isEqualTo(Verdict.NOTED);
        assertThat(problem(jb, Cause.AWAY_SINCE_MISSING).clause()).isEqualTo("JB-17");
        assertThat(problem(jb, Cause.AWAY_SINCE_MISSING).text()).isEqualTo("没写哪天外出的，先按已经满了时间算，补上日子再定");
        assertThat(codes(jb)).as("nobody hides a child for want of a day").doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);
        assertThat(problem(read(GUANGDONG, row), Cause.AWAY_SINCE_MISSING).clause())
                .isEqualTo("GD-06");
        row.put(RosterField.AWAY_SINCE, "去年");
        assertThat(problem(read(GUANGDONG, row), Cause.AWAY_SINCE_WRONG).clause())
                .isEqualTo("GD-06");
    }

    @Test
    @Clause("JB-11")
    @Clause("GD-12")
    void judgesADisabilityByTheBookInForce() {
        Map<RosterField, String> row = leftBehind();
        row.put(RosterField.CATEGORY, "重残儿童");
        row.put(RosterField.DISABILITY, "智力四级");
        CheckedRow jb = read(JINBAO, row);
        assertThat(problem(jb, Cause.CATEGORY_DOES_NOT_HOLD).clause()).isEqualTo("JB-11");
        assertThat(entry(jb).categories()).containsExactly(DeclaredCategory.LOW_INCOME_SEVERELY_DISABLED);
        CheckedRow gd = read(GUANGDONG, row);
        assertThat(codes(gd)).doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);
        assertThat(entry(gd).categories()).containsExactly(DeclaredCategory.SEVERELY_DISABLED);
        row.put(RosterField.DISABILITY, "很重");
        assertThat(problem(read(JINBAO, row), Cause.DISABILITY_UNKNOWN).clause())
                .isEqualTo("JB-11");
        assertThat(problem(read(GUANGDONG, row), Cause.DISABILITY_UNKNOWN).clause())
                .isEqualTo("GD-12");
    }

    @Test
    @Clause("JB-07")
    @Clause("GD-09")
    void pairsAnOrphanInAnInstitutionWhereTheBookDoes() {
        Map<RosterField, String> row = leftBehind();
        row.put(RosterField.CATEGORY, "孤儿（集中供养）");
        assertThat(problem(read(JINBAO, row), Cause.CATEGORY_DOES_NOT_HOLD).clause())
                .isEqualTo("JB-07");
        assertThat(codes(read(GUANGDONG, row))).doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);
    }

    @Test
    @Clause("JB-06")
    @Clause("GD-11")
    @Clause("GD-13")
    void takesTheWordsAndNumbersOfTheBookInForce() {
        Map<RosterField, String> row = leftBehind();
        row.put(RosterField.CATEGORY, "第四类");
        assertThat(entry(read(JINBAO, row)).categories()).containsExactly(DeclaredCategory.OTHER_LOW_INCOME);
        assertThat(entry(read(GUANGDONG, row)).categories()).containsExactly(DeclaredCategory.SEVERELY_DISABLED);
        row.put(RosterField.CATEGORY, "支出型困难家庭儿童、兜底监护儿童");
        CheckedRow gd = read(GUANGDONG, row);
        assertThat(codes(gd)).doesNotContain(Cause.CATEGORY_UNKNOWN, Cause.CATEGORY_DOES_NOT_HOLD);
        row.put(RosterField.CATEGORY, "困难家庭儿童");
        assertThat(problem(read(GUANGDONG, row), Cause.CATEGORY_DOES_NOT_HOLD).clause())
                .isEqualTo("GD-11");
        row.put(RosterField.CATEGORY, "低保家庭儿童");
        assertThat(codes(read(GUANGDONG, row))).doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);
    }

    @Test
    @Clause("GD-07")
    void countsNobodyAsAwayWhoWorksInTheOwnCountyWhereTheBookAsksForAnother() {
        Map<RosterField, String> row = leftBehind();
        row.put(RosterField.WORK_PLACE, "本县");
        CheckedRow gd = read(GUANGDONG, row);
        assertThat(problem(gd, Cause.CATEGORY_DOES_NOT_HOLD).clause()).isEqualTo("GD-07");
        assertThat(problem(gd, Cause.WORK_PLACE_READ).text()).isEqualTo("务工地按广东省韶关市翁源县记");
        assertThat(entry(gd).workDivision()).isEqualTo(new DivisionCode("440229"));
        assertThat(codes(read(JINBAO, row))).doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);

        row.put(RosterField.WORK_PLACE, "韶关市曲江区");
        assertThat(codes(read(GUANGDONG, row))).doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);
        row.put(RosterField.WORK_PLACE, "鼓楼区");
        CheckedRow unclear = read(GUANGDONG, row);
        assertThat(problem(unclear, Cause.WORK_PLACE_UNKNOWN).text()).isEqualTo("看不出“鼓楼区”是哪个县，先按出县务工算");
        assertThat(entry(unclear).workDivision()).isNull();
        assertThat(problem(unclear, Cause.WORK_PLACE_UNKNOWN).clause()).isEqualTo("GD-07");
        assertThat(codes(unclear)).as("in doubt for the child").doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);
        assertThat(codes(read(JINBAO, row))).as("nobody asks in Sichuan").doesNotContain(Cause.WORK_PLACE_UNKNOWN);

        row.put(RosterField.WORK_PLACE, "韶关");
        CheckedRow around = read(GUANGDONG, row);
        assertThat(entry(around).workDivision()).isEqualTo(new DivisionCode("4402"));
        assertThat(codes(around))
                .contains(Cause.WORK_PLACE_READ, Cause.WORK_PLACE_UNKNOWN)
                .doesNotContain(Cause.CATEGORY_DOES_NOT_HOLD);
        row.put(RosterField.WORK_PLACE, "深圳");
        assertThat(codes(read(GUANGDONG, row))).doesNotContain(Cause.WORK_PLACE_UNKNOWN);
    }

    private static Map<RosterField, String> leftBehind() {
        return new HashMap<>(Map.of(
                RosterField.VILLAGE, "后沟村",
                RosterField.NAME, "孟若曦",
                RosterField.SEX, "女",
                RosterField.BIRTH_ON, "2016-05-01",
                RosterField.REMARK, "未入户",
                RosterField.HUKOU, "农业",
                RosterField.CATEGORY, "农村留守儿童",
                RosterField.FATHER, "外出务工",
                RosterField.MOTHER, "外出务工",
                RosterField.AWAY_SINCE, "2024-03"));
    }

    private static CheckedRow read(DivisionCode township, Map<RosterField, String> cells) {
        SheetOutline sheet = new SheetOutline(0, "儿童", SheetKind.CHILDREN, 1, List.of(), 1);
        Map<RosterField, RawCell> raw = new HashMap<>();
        cells.forEach((field, text) -> raw.put(field, RawCell.text(text)));
        RowCheck check = new RowCheck(
                new VillageNames(Map.of("后沟村", new DivisionCode(township + "201"))),
                new Places(Map.of()),
                TODAY,
                new RulesInForce(Adoptions.byJurisdiction(RuleBooks.read("GD", "JB", "LAW")), township, TODAY),
                KnownPeople.NOBODY);
        return check.check(List.of(new RawRow(sheet, 2, raw))).get(0);
    }

    private static ChildEntry entry(CheckedRow row) {
        return (ChildEntry) row.entry();
    }

    private static List<Cause> codes(CheckedRow row) {
        return row.problems().stream().map(RowProblem::code).toList();
    }

    private static RowProblem problem(CheckedRow row, Cause cause) {
        return row.problems().stream()
                .filter(problem -> problem.code() == cause)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        cause + " is not among " + Arrays.toString(codes(row).toArray())));
    }
}
