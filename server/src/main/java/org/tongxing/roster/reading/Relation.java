package org.tongxing.roster.reading;

import java.util.Optional;
import java.util.Set;

/** What the person who looks after a child is to the child. */
public enum Relation {
    FATHER("父亲", "爸爸", "父", "父子", "父女"),
    MOTHER("母亲", "妈妈", "母", "母子", "母女"),
    GRANDFATHER("爷爷", "祖父", "祖孙", "公公"),
    GRANDMOTHER("奶奶", "祖母", "婆婆"),
    MOTHERS_FATHER("外公", "外祖父", "姥爷", "家公"),
    MOTHERS_MOTHER("外婆", "外祖母", "姥姥", "家婆"),
    UNCLE("伯父", "叔叔", "叔父", "伯伯", "舅舅", "姑父", "姨父", "大伯", "幺爸", "姑爷"),
    AUNT("姑姑", "姑母", "姨妈", "姨母", "小姨", "舅妈", "伯母", "婶婶", "孃孃", "大姨", "舅母"),
    SIBLING("哥哥", "姐姐", "兄", "姐", "兄弟", "姐妹", "兄妹", "姐弟"),
    STEP_PARENT("继父", "继母", "养父", "养母"),
    OTHER("其他", "其他亲属", "亲戚", "亲属", "邻居", "村干部", "朋友", "村委会");

    private final Set<String> words;

    Relation(String... words) {
        this.words = Set.of(words);
    }

    public boolean isParent() {
        return this == FATHER || this == MOTHER;
    }

    static Optional<Relation> of(String text) {
        String tight = Texts.tight(text);
        for (Relation relation : values()) {
            if (relation.words.contains(tight)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }
}
