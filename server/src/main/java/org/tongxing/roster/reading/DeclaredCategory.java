package org.tongxing.roster.reading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/**
 * The category a township wrote into its roster. Whether it holds is judged from facts, elsewhere. Which of the rule books'
 * categories is meant depends on the books in force, so each names their subjects, the closest first.
 */
public enum DeclaredCategory {
    ORPHAN("orphan", "孤儿", "散居孤儿", "社会散居孤儿", "孤儿(散居)"),
    /** In some places only orphans who live with a family are paired. */
    ORPHAN_IN_INSTITUTION("orphan", "孤儿(集中供养)", "集中供养孤儿", "机构养育孤儿", "福利机构孤儿", "集中养育孤儿"),
    DE_FACTO_ORPHAN("deFactoUnattended", "事实无人抚养儿童", "事实无人抚养", "事实孤儿"),
    LOW_INCOME_SEVERELY_DISABLED("lowIncomeSevere severelyDisabledChild", "低保家庭重残儿童", "低保重残儿童", "重残儿童", "低保家庭的重残儿童"),
    LOW_INCOME_SERIOUSLY_ILL("lowIncomeSevere poorFamily", "低保家庭重病儿童", "低保重病儿童", "重病儿童", "低保家庭的重病儿童"),
    LOW_INCOME_DISABLED_OR_ILL("lowIncomeSevere poorFamily", "低保家庭重残重病儿童", "低保家庭的重残重病儿童", "低保家庭重病重残儿童"),
    OTHER_LOW_INCOME("lowIncomeOther poorFamily", "其他低保家庭儿童", "低保家庭儿童", "低保儿童", "低保"),
    OTHER_HARDSHIP("otherDifficulty", "其他困境儿童", "困境儿童"),
    LEFT_BEHIND("leftBehind", "农村留守儿童", "留守儿童", "留守"),
    SEVERELY_DISABLED("severelyDisabledChild", "重残儿童", "重度残疾儿童"),
    /** Which of the benefits the family has, nobody wrote. */
    POOR_FAMILY("poorFamily", "困难家庭儿童", "困难家庭"),
    LOW_INCOME_MARGIN("poorFamily", "低保边缘家庭儿童", "低保边缘儿童", "低保边缘"),
    EXPENDITURE_POOR("poorFamily", "支出型困难家庭儿童", "支出型困难儿童", "支出型困难"),
    EXTREME_POVERTY("poorFamily", "特困儿童", "特困人员中的儿童", "特困供养", "特困"),
    CIVIL_AFFAIRS_GUARDIANSHIP("civilAffairsGuardianship", "兜底监护儿童", "民政监护儿童"),
    LOCALLY_RECOGNISED("locallyRecognised", "其他类型", "当地规定的其他类型");

    private static final Set<DeclaredCategory> LOW_INCOME = EnumSet.of(
            LOW_INCOME_SEVERELY_DISABLED, LOW_INCOME_SERIOUSLY_ILL, LOW_INCOME_DISABLED_OR_ILL, OTHER_LOW_INCOME);
    private static final Pattern NUMBER = Pattern.compile("(?:第?([一二三四五六])类|([1-6])类?)");

    private final List<String> subjects;
    private final Set<String> words;

    DeclaredCategory(String subjects, String... words) {
        this.subjects = List.of(subjects.split(" "));
        this.words = Set.of(words);
    }

    /** What rule books call the subject of the category, the closest first. */
    public List<String> subjects() {
        return this.subjects;
    }

    public boolean lowIncome() {
        return LOW_INCOME.contains(this);
    }

    /** The categories a cell names, by the books in force; absent when one of its words is none. */
    static Optional<Set<DeclaredCategory>> read(String text, CategoryCheck rules, @Nullable DivisionCode village) {
        String tight = Texts.tight(text);
        Optional<DeclaredCategory> whole = of(tight, rules, village);
        if (whole.isPresent()) {
            return Optional.of(Set.of(whole.get()));
        }
        Set<DeclaredCategory> found = EnumSet.noneOf(DeclaredCategory.class);
        for (String part : tight.split("[、,;/+和及]")) {
            Optional<DeclaredCategory> category = of(part, rules, village);
            if (category.isEmpty()) {
                return Optional.empty();
            }
            found.add(category.get());
        }
        return Optional.of(found);
    }

    private static Optional<DeclaredCategory> of(String word, CategoryCheck rules, @Nullable DivisionCode village) {
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            int which =
                    number.group(1) == null ? Integer.parseInt(number.group(2)) : "一二三四五六".indexOf(number.group(1)) + 1;
            String subject = rules.subject(which, village);
            return "lowIncomeSevere".equals(subject)
                    ? Optional.of(LOW_INCOME_DISABLED_OR_ILL)
                    : Arrays.stream(values())
                            .filter(one -> one.subjects.get(0).equals(subject))
                            .findFirst();
        }
        // 重残、重病 is one category with an enumeration comma in its name.
        String plain = word.replace("、", "");
        List<DeclaredCategory> called =
                Arrays.stream(values()).filter(one -> one.words.contains(plain)).toList();
        Set<String> inForce = rules.subjects(village);
        return called.stream()
                .filter(one -> inForce.contains(one.subjects.get(0)))
                .findFirst()
                .or(() -> called.stream().findFirst());
    }
}
