package org.tongxing.notification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What messages say. A lock screen is read by whoever stands near it, so a message is made of fixed words, figures and days,
 * and of nothing else: there is no way for a name, a category or a tier to get in.
 */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MANY = 99;

    private Wording() {}

    static Map<String, String> decided(boolean confirmed, LocalDateTime at) {
        return parts(
                "result",
                confirmed ? "确认了" : "没有确认",
                "what",
                confirmed ? "你的身份核对好了，点开看看" : "有疑问，找村里或镇里问问",
                "at",
                at.format(MINUTE));
    }

    /** @param until the first day on which something is too late */
    static Map<String, String> weekly(int things, int overdue, LocalDate until) {
        return parts(
                "what",
                overdue > 0 ? "有 " + figure(overdue) + " 件过了时候，先办这些" : "这周有 " + figure(things) + " 件事要办",
                "until",
                until.format(DAY),
                "hint",
                "点开看看先办哪件");
    }

    /** For a parent: no count of what was left undone. */
    static Map<String, String> contact(LocalDate until) {
        return parts("what", "这周和孩子说说话", "until", until.format(DAY), "hint", "漏了哪天也没关系，今天也行");
    }

    static Map<String, String> nudge(int things, LocalDate today) {
        return parts("what", "镇里提醒：有 " + figure(things) + " 件该办了", "until", today.format(DAY), "hint", "点开看看，办了记一下");
    }

    static Map<String, String> wishClaimed(LocalDate until) {
        return parts("what", "有人认领了一个微心愿", "until", until.format(DAY), "hint", "点开看看，送到了记一下");
    }

    static Map<String, String> wishDue(LocalDate until) {
        return parts("what", "你认领的心愿快到日子了", "until", until.format(DAY), "hint", "送不了也说一声，好换别人");
    }

    /** Neither what kind of danger, nor where. */
    static Map<String, String> danger(LocalDate today) {
        return parts("what", "有一件急事等人接", "until", today.format(DAY), "hint", "马上在电脑上接，或打值班电话");
    }

    static Map<String, String> wishArrange(LocalDate until) {
        return parts("what", "认领的心愿还没定日子", "until", until.format(DAY), "hint", "定个日子，或者退回让别人来");
    }

    static Map<String, String> wishReleased(LocalDate today) {
        return parts("what", "你认领的心愿退回墙上了", "until", today.format(DAY), "hint", "点开看看，还有别的心愿");
    }

    static Map<String, String> wishReturned(LocalDate today) {
        return parts("what", "你写的心愿要改一改", "until", today.format(DAY), "hint", "点开看看，改了再交");
    }

    static Map<String, String> thanks(LocalDate today) {
        return parts("what", "你送到的心愿有回信了", "until", today.format(DAY), "hint", "点开看看孩子说了什么");
    }

    /** Neither which activity, nor for whom. */
    static Map<String, String> activityCancelled(LocalDate day) {
        return parts("what", "报过名的活动不办了", "until", day.format(DAY), "hint", "点开看看为什么，别白跑");
    }

    /** The values by the names WeChat gave the fields; a template may leave out parts it has no field for. */
    static Map<String, String> fields(NotificationSettings.Template template, Map<String, String> parts) {
        return template.fields().entrySet().stream()
                .filter(field -> parts.containsKey(field.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getValue, field -> fit(field.getValue(), parts.get(field.getKey()))));
    }

    /** Keeps a value within what WeChat takes: thing 20 characters, phrase 5. */
    private static String fit(String field, String value) {
        String kind = field.replaceAll("\\d", "");
        int most = switch (kind) {
            case "thing" -> 20;
            case "phrase" -> 5;
            case "name" -> 10;
            default -> 32;
        };
        return value.codePointCount(0, value.length()) <= most
                ? value
                : value.substring(0, value.offsetByCodePoints(0, most));
    }

    private static String figure(int count) {
        return count > MANY ? MANY + "+" : Integer.toString(count);
    }

    private static Map<String, String> parts(String... pairs) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parts.put(pairs[i], pairs[i + 1]);
        }
        return parts;
    }
}
