package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.Optional;
import org.tongxing.policy.DeedKind;
import org.tongxing.policy.Occasion;
import org.tongxing.policy.Rhythm;

/**
 * What somebody should do next, as one says it.
 *
 * @param clause why
 * @param until the first day on which it is too late; past already when it is overdue
 */
public record NextDeed(String text, String clause, LocalDate until, boolean overdue) {

    static NextDeed of(Owed owed, Window window) {
        boolean overdue = window.state() == Window.State.OVERDUE;
        return new NextDeed(text(owed, window, overdue), owed.rule().clause().toString(), window.until(), overdue);
    }

    /** When every window is met or past and the year's count is short, one more is asked for until the year ends. */
    static Optional<NextDeed> toMakeUp(Owed owed) {
        Owed.YearCount year = owed.year();
        return year == null || year.behind() == 0
                ? Optional.empty()
                : Optional.of(new NextDeed(
                        "今年还差 " + year.behind() + " 次，抽空补上",
                        owed.rule().clause().toString(),
                        LocalDate.of(year.year() + 1, 1, 1),
                        false));
    }

    private static String text(Owed owed, Window window, boolean overdue) {
        if (owed.rule().per() == Rhythm.AT_ONCE) {
            return overdue ? "还没去看，马上去" : "今天就去看";
        }
        Occasion occasion = window.occasion();
        if (occasion != null) {
            return owed.rule().deed() == DeedKind.CONTACT
                    ? occasion.label() + (overdue ? "没联系，补打一个" : "多联系联系")
                    : occasion.label() + (overdue ? "没去成，补看一次" : "上门看看");
        }
        return switch (owed.rule().deed()) {
            case VISIT, CARE_ACTIVITY -> "该去看看了";
            case CONTACT -> owed.rule().per() == Rhythm.WEEK ? (overdue ? "有一阵没联系了" : "这周联系一次") : "该联系一次了";
            case UPDATE -> "资料该核一遍了";
            case GUIDANCE -> (overdue ? "去年" : "今年") + "还没做家庭教育指导";
            case TRAINING -> (overdue ? "去年" : "今年") + "还没培训";
        };
    }
}
