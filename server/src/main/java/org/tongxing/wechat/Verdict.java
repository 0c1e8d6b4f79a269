package org.tongxing.wechat;

/** What WeChat thinks of a text or picture that others will see; whatever is not a clear yes, a person has to look at. */
public enum Verdict {
    PASS,
    REVIEW,
    RISKY;

    static Verdict of(String suggest) {
        return switch (suggest) {
            case "pass" -> PASS;
            case "risky" -> RISKY;
            default -> REVIEW;
        };
    }
}
