package org.tongxing.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
