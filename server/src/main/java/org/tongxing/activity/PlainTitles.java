package org.tongxing.activity;

import java.util.Map;
import java.util.Optional;
import org.tongxing.contract.ActivityEndpoint.ActivityKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Clause;
import org.tongxing.problem.Refusal;
import org.tongxing.wording.PublicWording;

/** Refuses titles and banners that label the children who come, and says what could stand there instead. */
@Clause("GD-76")
final class PlainTitles {

    /** What a label is replaced by, the longest first; what is left without a word is called by its kind. */
    private static final Map<String, String> INSTEAD = Map.of(
            "事实无人抚养儿童", "小朋友",
            "留守儿童", "小朋友",
            "困境儿童", "小朋友",
            "贫困家庭", "家庭",
            "残疾儿童", "小朋友",
            "孤儿", "小朋友",
            "儿童", "小朋友");

    private static final Map<ActivityKind, String> BY_KIND = Map.of(
            ActivityKind.HOLIDAY, "一起过节",
            ActivityKind.VACATION, "快乐假期",
            ActivityKind.SAFETY, "安全小课堂",
            ActivityKind.STATION, "儿童之家开放日",
            ActivityKind.PARENTING, "亲子同乐",
            ActivityKind.PRACTICE, "走出去看一看",
            ActivityKind.CARE_CLASS, "七彩小课堂");

    private PlainTitles() {}

    /** Refused with the label, the field it stands in, and a friendlier proposal for that field. */
    static void require(ActivityKind kind, String title, String banner, String about) {
        refuse(kind, "title", title);
        refuse(kind, "banner", banner);
        refuse(kind, "about", about);
    }

    private static void refuse(ActivityKind kind, String field, String text) {
        Optional<String> label = PublicWording.labelIn(text);
        if (label.isPresent()) {
            throw new Refusal(
                    ProblemCode.WORDING_TELLS_TOO_MUCH,
                    Map.of("label", label.get(), "field", field, "proposal", instead(kind, text)));
        }
    }

    /** The same words without the label where something is left of them, otherwise a name for the kind. */
    static String instead(ActivityKind kind, String text) {
        String friendly = text.replaceAll("[\\s\\p{P}]+", "");
        for (String label : INSTEAD.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList()) {
            friendly = friendly.replace(label, INSTEAD.get(label));
        }
        for (Optional<String> label = PublicWording.labelIn(friendly);
                label.isPresent() && friendly.contains(label.get());
                label = PublicWording.labelIn(friendly)) {
            friendly = friendly.replace(label.get(), "");
        }
        boolean plain = !friendly.isBlank() && PublicWording.labelIn(friendly).isEmpty();
        return plain ? friendly : BY_KIND.getOrDefault(kind, "一起来玩");
    }
}
