package org.tongxing.visit;

import org.tongxing.kernel.Clause;

/** What about a visit makes a supervisor want to ask; a question, never a verdict [JB-57]. */
@Clause("JB-57")
public enum SignalKind {
    SAME_PHOTO("有张照片和 %s 那次的很像，是同一张吗"),
    COPIED_TEXT("写的话和 %s 那次差不多，是照着写的吗"),
    ONE_SITTING("半小时里一连存了 %d 次走访，是补记的吗"),
    IMPOSSIBLE_TRAVEL("和 %s 那次隔着 %d 公里，赶得及吗"),
    FAR_FROM_VILLAGE("记的地方离村子有 %d 公里，是在那里见的吗"),
    PHOTO_OF_ANOTHER_DAY("照片是另外的日子拍的，差 %d 天，日期记对了吗"),
    DENIED_AT_HOME("家里人说没来过，问问两边");

    private final String question;

    SignalKind(String question) {
        this.question = question;
    }

    /** The question as a supervisor would ask it. */
    public String question(String otherDay, int figure) {
        return switch (this) {
            case SAME_PHOTO, COPIED_TEXT -> this.question.formatted(otherDay);
            case IMPOSSIBLE_TRAVEL -> this.question.formatted(otherDay, figure);
            case ONE_SITTING, FAR_FROM_VILLAGE, PHOTO_OF_ANOTHER_DAY -> this.question.formatted(figure);
            case DENIED_AT_HOME -> this.question;
        };
    }
}
