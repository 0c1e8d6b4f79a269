package org.tongxing.pairing.plan.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.pairing.planning.Plan;
import org.tongxing.policy.AdoptedRules;

/** What the planner's words are called on screens. */
final class PlanWords {

    static final Map<Plan.Wish, String> WISHES = Map.of(
            Plan.Wish.LINKED_VILLAGE, "联系村",
            Plan.Wish.NEARBY, "路程",
            Plan.Wish.EVEN_LOAD, "各家匀着带",
            Plan.Wish.STAY_WITH_FAMILY, "不换人家");

    private static final Map<Plan.Reason, String> LEFT = Map.of(
            Plan.Reason.SIBLING_FAMILY_FULL, "兄弟姐妹那家满了",
            Plan.Reason.SIBLING_FAMILY_WITHOUT_FEMALE_CADRE, "兄弟姐妹那家没有女干部",
            Plan.Reason.NO_FAMILY_IN_REACH, "近处没有人家",
            Plan.Reason.NO_FEMALE_CADRE_LEFT, "女干部家庭都满了",
            Plan.Reason.GROUP_TOO_BIG, "没有一家能同时带这几个兄弟姐妹",
            Plan.Reason.FAMILIES_FULL, "各家都满了",
            Plan.Reason.STOPPED_EARLY, "算到一半停了");

    private static final Map<String, String> NOT_POSSIBLE = Map.of(
            "CHILD_LEFT", "孩子已经不在这里",
            "NO_LONGER_OWED", "不再算结对的类别",
            "FAMILY_GONE", "没有这家了",
            "JB-58", "已经有人家带了",
            "JB-24", "要配女干部",
            "JB-22", "要和兄弟姐妹同一户",
            "JB-31", "这家已经退出",
            "容量", "这家满了",
            "每年查询", "这家的查询没补上");

    private PlanWords() {}

    static PlanRowView.ReasonView left(String code, AdoptedRules rules) {
        for (Map.Entry<Plan.Reason, String> known : LEFT.entrySet()) {
            if (known.getKey().name().equals(code)) {
                return new PlanRowView.ReasonView(code, clause(known.getKey().basis(), rules), known.getValue());
            }
        }
        return new PlanRowView.ReasonView(code, "方案", "有人从方案里拿出来了");
    }

    static PlanRowView.ReasonView notPossible(String code) {
        String clause = code.matches("[A-Z]+-\\d+|\\p{IsHan}+") ? code : null;
        return new PlanRowView.ReasonView(code, clause, NOT_POSSIBLE.getOrDefault(code, "现在不合规定"));
    }

    /** A local setting by its name, a clause in force by its id; null where no book in force speaks of it. */
    static @Nullable String clause(String basis, AdoptedRules rules) {
        return switch (basis) {
            case "LOCAL-DISTANCE" -> "路程";
            case "LOCAL-LOAD" -> "匀着带";
            case "LOCAL-STAY" -> "不换人家";
            case "LOCAL-CAPACITY" -> "容量";
            case "LOCAL-STOPPED" -> "没算完";
            default -> rules.on(basis).map(clause -> clause.id().toString()).orElse(null);
        };
    }
}
