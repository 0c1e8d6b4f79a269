package org.tongxing.roster.reading;

import java.util.Optional;
import java.util.Set;

/** What a roster says of a father or a mother; the constants are the words of the facts. */
public enum ParentSituation {
    AT_HOME("在家", "在家务农", "在家照料", "健在", "正常", "在身边", "务农"),
    WORKING_AWAY("外出务工", "务工", "外出", "在外务工", "打工", "外出打工", "外地务工", "在外打工"),
    DIVORCED("离异", "离婚", "已离异", "离异未抚养"),
    DEAD("死亡", "去世", "已故", "亡故", "已去世", "病故"),
    MISSING("失踪", "宣告失踪"),
    OUT_OF_CONTACT("失联", "失去联系", "下落不明", "出走", "离家出走"),
    SEVERELY_DISABLED("重残", "重度残疾", "残疾(重度)"),
    SERIOUSLY_ILL("重病", "患重病", "大病", "重大疾病"),
    IMPRISONED("服刑在押", "服刑", "在押", "坐牢", "羁押"),
    COMPULSORY_REHAB("强制隔离戒毒", "强戒", "强制戒毒"),
    OTHERWISE_RESTRICTED("被执行其他限制人身自由的措施", "被限制人身自由", "限制人身自由"),
    GUARDIANSHIP_REVOKED("被撤销监护资格", "撤销监护资格", "被撤销监护权"),
    DEPORTED("被遣送(驱逐)出境", "被遣送出境", "被驱逐出境", "遣返");

    /** Somebody of whom this is said cannot be the one who looks after the child. */
    private static final Set<ParentSituation> CANNOT_CARE = Set.of(
            DEAD,
            MISSING,
            OUT_OF_CONTACT,
            IMPRISONED,
            COMPULSORY_REHAB,
            OTHERWISE_RESTRICTED,
            GUARDIANSHIP_REVOKED,
            DEPORTED);

    private final Set<String> words;

    ParentSituation(String... words) {
        this.words = Set.of(words);
    }

    boolean cannotCare() {
        return CANNOT_CARE.contains(this);
    }

    static Optional<ParentSituation> of(String text) {
        String tight = Texts.tight(text);
        for (ParentSituation situation : values()) {
            if (situation.words.contains(tight)) {
                return Optional.of(situation);
            }
        }
        return Optional.empty();
    }
}
