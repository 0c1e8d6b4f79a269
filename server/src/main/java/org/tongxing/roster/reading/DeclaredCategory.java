package org.tongxing.roster.reading;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The category a township wrote into its roster. Whether it holds is judged from facts, elsewhere. */
public enum DeclaredCategory {
    ORPHAN("1", "JB-07", "孤儿", "散居孤儿", "社会散居孤儿", "孤儿(散居)", "1", "第一类", "一类"),
    /** Only orphans who live with a family are paired. */
    ORPHAN_IN_INSTITUTION(null, "JB-07", "孤儿(集中供养)", "集中供养孤儿", "机构养育孤儿", "福利机构孤儿", "集中养育孤儿"),
    DE_FACTO_ORPHAN("2", "JB-08", "事实无人抚养儿童", "事实无人抚养", "事实孤儿", "2", "第二类", "二类"),
    LOW_INCOME_SEVERELY_DISABLED("3", "JB-10", "低保家庭重残儿童", "低保重残儿童", "重残儿童", "低保家庭的重残儿童"),
    LOW_INCOME_SERIOUSLY_ILL("3", "JB-10", "低保家庭重病儿童", "低保重病儿童", "重病儿童", "低保家庭的重病儿童"),
    LOW_INCOME_DISABLED_OR_ILL("3", "JB-10", "低保家庭重残重病儿童", "低保家庭的重残重病儿童", "低保家庭重病重残儿童", "3", "第三类", "三类"),
    OTHER_LOW_INCOME("4", "JB-13", "其他低保家庭儿童", "低保家庭儿童", "低保儿童", "低保", "4", "第四类", "四类"),
    OTHER_HARDSHIP("5", "JB-14", "其他困境儿童", "困境儿童", "5", "第五类", "五类"),
    LEFT_BEHIND("6", "JB-15", "农村留守儿童", "留守儿童", "留守", "6", "第六类", "六类");

    private final @Nullable String code;
    private final String clause;
    private final Set<String> words;

    DeclaredCategory(@Nullable String code, String clause, String... words) {
        this.code = code;
        this.clause = clause;
        this.words = Set.of(words);
    }

    /** The code in the rule book JB, or null when the rule book does not pair such children. */
    public @Nullable String code() {
        return this.code;
    }

    public String clause() {
        return this.clause;
    }

    /** Whether a rule book's name for a category is one of the words for this one. */
    public boolean isCalled(String name) {
        return this.words.contains(name.replace("、", ""));
    }

    public boolean lowIncome() {
        return this == OTHER_LOW_INCOME || "3".equals(this.code);
    }

    /** The categories a cell names; absent when one of its words is none. */
    static Optional<Set<DeclaredCategory>> read(String text) {
        String tight = Texts.tight(text);
        Optional<DeclaredCategory> whole = of(tight);
        if (whole.isPresent()) {
            return Optional.of(Set.of(whole.get()));
        }
        Set<DeclaredCategory> found = EnumSet.noneOf(DeclaredCategory.class);
        for (String part : tight.split("[、,;/+和及]")) {
            Optional<DeclaredCategory> category = of(part);
            if (category.isEmpty()) {
                return Optional.empty();
            }
            found.add(category.get());
        }
        return Optional.of(found);
    }

    private static Optional<DeclaredCategory> of(String word) {
        // 重残、重病 is one category with an enumeration comma in its name.
        String plain = word.replace("、", "");
        for (DeclaredCategory category : values()) {
            if (category.words.contains(plain)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
