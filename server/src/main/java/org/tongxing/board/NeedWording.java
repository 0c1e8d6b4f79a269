package org.tongxing.board;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.CaseFile;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Clause;
import org.tongxing.problem.Refusal;
import org.tongxing.wish.Discretion;

/** Which words of a need strangers may read: days that lie ahead, money for a named purpose, and nothing that tells whose it is. */
@Component
@RequiredArgsConstructor
@Clause("GD-76")
class NeedWording {

    /** What the writer reads who may not be asked at once, because WeChat has said no afterwards. */
    static final String RISKY = "这些话不能给外人看，换个说法";

    private final Discretion discretion;
    private final Clock clock;

    /** Refused where the words cannot stand as they are. */
    void require(CaseFile child, Need.Words words) {
        if (days(words) || purpose(words)) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.discretion.require(child, text(words));
    }

    /** What the writer is asked to change, of words that were sent long after they were written; null when they may stand. */
    @Nullable
    String objection(CaseFile child, Need.Words words) {
        if (days(words)) {
            return "要的日子已经过了，还要就改个日子";
        }
        if (purpose(words)) {
            return "要钱得写清楚用来做什么";
        }
        try {
            this.discretion.require(child, text(words));
            return null;
        } catch (Refusal telling) {
            Object label = telling.getFacts().get("label");
            return label == null ? "别写姓名、村名、学校和号码，写缺什么就行" : "不能写“" + label + "”一类的词，写缺什么就行";
        }
    }

    /** Everything strangers read of it. */
    static String text(Need.Words words) {
        return words.what() + " " + (words.purpose() == null ? "" : words.purpose()) + " " + words.measure();
    }

    private boolean days(Need.Words words) {
        return words.untilOn().isBefore(words.fromOn()) || words.untilOn().isBefore(LocalDate.now(this.clock));
    }

    private static boolean purpose(Need.Words words) {
        return words.category() == HelpCategory.MONEY
                && (words.purpose() == null || words.purpose().isBlank());
    }
}
