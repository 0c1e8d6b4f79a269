package org.tongxing.sandbox.town;

import java.util.List;

/** Why a household is on the roster, in the roster's own words, with what may be true of father and mother. */
enum Situation {
    ORPHANED("社会散居孤儿", true, 18, "死亡/死亡", "失踪/死亡"),
    UNATTENDED("事实无人抚养儿童", true, 18, "服刑在押/失联", "死亡/失联", "重残/失联", "死亡/重病", "强制隔离戒毒/服刑在押"),
    /** At least one child of the household is severely disabled; its siblings are {@link #POOR}. */
    SEVERE("低保家庭重残儿童", true, 18, "在家/离异", "重病/在家"),
    POOR("其他低保家庭儿童", false, 18, "在家/离异", "重病/在家", "在家/重残", "死亡/在家"),
    TROUBLED("其他困境儿童", false, 18, "死亡/在家", "离异/在家", "在家/离异"),
    LEFT_BEHIND("农村留守儿童", false, 16, "外出务工/外出务工", "外出务工/外出务工", "外出务工/外出务工", "外出务工/重病", "外出务工/重残"),
    /** Poor since long, left behind only since the parents have been away for three months. */
    POOR_THEN_LEFT("其他低保家庭儿童、农村留守儿童", false, 16, "外出务工/外出务工"),
    /** Declared left behind, but one parent is there. */
    NOT_OWED("农村留守儿童", false, 16, "外出务工/离异", "外出务工/在家");

    private final String declared;
    private final boolean dedicated;
    private final int until;
    private final List<String> parents;

    Situation(String declared, boolean dedicated, int until, String... parents) {
        this.declared = declared;
        this.dedicated = dedicated;
        this.until = until;
        this.parents = List.of(parents);
    }

    /** What the roster calls it. */
    String declared() {
        return this.declared;
    }

    /** Whether the rule book wants a family for the child alone [JB-21]. */
    boolean dedicated() {
        return this.dedicated;
    }

    /** The birthday on which it ends. */
    int until() {
        return this.until;
    }

    /** Father and mother, with a slash between. */
    String parents(Dice dice) {
        return dice.pick(this.parents);
    }

    boolean away() {
        return this == LEFT_BEHIND || this == POOR_THEN_LEFT || this == NOT_OWED;
    }
}
