package org.tongxing.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.State;

/** What files say where screens say the same. */
final class Words {

    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private Words() {}

    /** Why a child has nobody. */
    static String reason(State.Reason reason) {
        return switch (reason) {
            case HELPER_LEFT -> "原来的家庭走了";
            case NEW -> "新登记未安排";
            case NEEDS_FEMALE_CADRE -> "要配女干部";
            case NEEDS_DEDICATED_FAMILY -> "要专门一户";
            case NOT_ARRANGED -> "一直没安排";
        };
    }

    /** What a list of children was narrowed to, without what was searched for; empty when it was not. */
    static String filter(ChildList.Filter filter, UnaryOperator<String> categories) {
        List<String> parts = new ArrayList<>();
        if (filter.which() != null) {
            parts.add(
                    switch (filter.which()) {
                        case ELIGIBLE -> "应结对的";
                        case COVERED -> "已有着落";
                        case FAMILY -> "爱心家庭专门结对";
                        case AREA_DUTY -> "部门包片";
                        case NOBODY -> "没有着落";
                        case OTHERS -> "在册、不属于这几类";
                    });
        }
        if (filter.reason() != null) {
            parts.add(reason(filter.reason()));
        }
        if (filter.mark() != null) {
            parts.add(
                    switch (filter.mark()) {
                        case UNCOVERED -> "没有着落";
                        case GIRL_WITHOUT_FEMALE_CADRE -> "八岁以上女孩，男干部";
                        case TURNS_EIGHT -> "60 天内满八岁";
                        case COVERED -> "已有着落";
                    });
        }
        if (filter.girls() != null) {
            parts.add(
                    switch (filter.girls()) {
                        case ALL -> "八岁以上女孩";
                        case WITH_FEMALE_CADRE -> "八岁以上女孩，有女干部";
                        case WITHOUT_FEMALE_CADRE -> "八岁以上女孩，没有女干部";
                        case TURNING_EIGHT -> "60 天内满八岁的女孩";
                    });
        }
        if (filter.category() != null) {
            parts.add(categories.apply(filter.category()));
        }
        if (filter.family() != null) {
            parts.add("同一户家庭带的");
        }
        return String.join("、", parts);
    }

    /** How far a village is. */
    static String state(VillageRefresh.State state) {
        return switch (state) {
            case DONE -> "按时完成";
            case OPEN -> "还没完成";
            case MISSED -> "没完成";
            case CAUGHT_UP -> "过后补完";
            case NOTHING_ON_FILE -> "那时还没有登记";
        };
    }

    /** What of the update a village lacked on the due day. */
    static String missing(VillageRefresh village, LocalDate due) {
        List<String> missing = new ArrayList<>();
        VillageRefresh.RefreshSaid said = village.said();
        if (said == null) {
            missing.add("没有人说清点完");
        } else if (said.at().toLocalDate().isAfter(due)) {
            missing.add(shortDay(said.at().toLocalDate()) + "才清点完");
        }
        if (village.uncovered() > 0) {
            missing.add("有 " + village.uncovered() + " 名没有着落");
        }
        return String.join("；", missing);
    }

    /** 依据〔JB-29〕〔JB-63〕; nothing where no clause asks. */
    static String basis(Collection<String> clauses) {
        return clauses.isEmpty() ? "" : "依据〔" + String.join("〕〔", clauses) + "〕";
    }

    /** 2026 年 3 月 31 日. */
    static String day(LocalDate day) {
        return day.getYear() + " 年 " + shortDay(day);
    }

    /** 3 月 31 日. */
    static String shortDay(LocalDate day) {
        return day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日";
    }

    /** 一, 二, 三… for the bands of a sheet. */
    static String numeral(int number) {
        return number <= NUMERALS.length ? NUMERALS[number - 1] : Integer.toString(number);
    }
}
