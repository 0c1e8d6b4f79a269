package org.tongxing.visit;

import java.time.LocalDate;
import java.util.List;
import org.tongxing.contract.ChildEndpoint.SeasonView;
import org.tongxing.contract.ChildEndpoint.TopicView;
import org.tongxing.contract.VisitContent.Topic;
import org.tongxing.kernel.Clause;

/** What to talk about: three topics for the child's age, and the danger of the season. */
@Clause("JB-42")
@Clause("JS-19")
final class VisitTopics {

    private static final int SCHOOL = 6;
    private static final int BIGGER = 10;
    private static final int TEENAGER = 13;

    private VisitTopics() {}

    static List<TopicView> forAge(int age) {
        if (age < SCHOOL) {
            return List.of(
                    new TopicView(Topic.LIFE_AND_HEALTH, "和大人说：药、开水、插座收到够不着的地方，别让孩子一个人在家"),
                    new TopicView(Topic.SEXUAL_ABUSE, "教孩子：背心裤衩盖住的地方别人不能碰，碰了告诉奶奶"),
                    new TopicView(Topic.POLICY, "和大人说：孩子的医保、补助办了没有"));
        }
        if (age < BIGGER) {
            return List.of(
                    new TopicView(Topic.SEXUAL_ABUSE, "问孩子：有人碰你不想让碰的地方，先跑开，再告诉谁"),
                    new TopicView(Topic.DROWNING, "问孩子：家附近哪里有水，谁说过不能去"),
                    new TopicView(Topic.BULLYING, "问孩子：学校里有没有人欺负你，或者你不想见的人"));
        }
        if (age < TEENAGER) {
            return List.of(
                    new TopicView(Topic.BULLYING, "问孩子：有没有被起外号、被要钱、被拉进不想去的群"),
                    new TopicView(Topic.DROWNING, "问孩子：同伴落水怎么办。不手拉手下去，喊大人、找竹竿"),
                    new TopicView(Topic.SEXUAL_ABUSE, "和孩子说：不和只在网上认识的人见面，不发照片"));
        }
        return List.of(
                new TopicView(Topic.SEXUAL_ABUSE, "和孩子说：交朋友的分寸，遇事先找信得过的大人，报警打 110"),
                new TopicView(Topic.BULLYING, "问孩子：学校里、手机上有没有人为难你，想不想换个人说"),
                new TopicView(Topic.POLICY, "和孩子说：读完初中可以上什么学，能拿什么资助"));
    }

    static SeasonView ofSeason(LocalDate day) {
        return switch (day.getMonthValue()) {
            case 12, 1 -> new SeasonView("取暖和用电", "看看炭火通不通风、电热毯旧不旧、插线板有没有接太多");
            case 2 -> new SeasonView("烟花爆竹和出行", "和孩子说：不捡没响的鞭炮，坐车不坐超员的、没牌的");
            case 3, 4 -> new SeasonView("走路上学", "问孩子走哪条路，过马路看哪边；春天不逗狗，不吃不认识的野菜");
            case 5, 6, 7, 8, 9 -> new SeasonView("防溺水", "问孩子夏天去哪里玩水；告诉大人：没大人跟着不下水，塘边有没有牌子和救生圈");
            default -> new SeasonView("火和秋收", "看看灶边柴火堆得远不远；和孩子说：不玩火，不爬农机，不上谷堆");
        };
    }
}
