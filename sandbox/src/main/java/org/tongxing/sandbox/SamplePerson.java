package org.tongxing.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.tongxing.sandbox.wechat.People;

/**
 * Who has a phone in the sample town, so that the phone side can be tried at once. All are fictional; the openid stays the
 * same from one start to the next, and with it everything tied to it.
 */
public enum SamplePerson {
    CADRE("曹丽华", "结对干部，带着两个孩子", "14007164378"),
    CADRE_BEHIND("秦丽华", "结对干部，有一家该走访了", "14061784550"),
    NEWCOMER("徐志刚", "结对干部，头一次打开", "14017361957"),
    FATHER("孟国安", "外出务工的父亲", "14082914045"),
    GRANDMOTHER("何桂芳", "在家照看孩子的奶奶", "14026091187"),
    DIRECTOR("罗春梅", "村里的儿童主任", "14000000002"),
    VOLUNTEER("文秀", "志愿者", "14000000001");

    private final String fullName;
    private final String part;
    private final String phone;

    SamplePerson(String fullName, String part, String phone) {
        this.fullName = fullName;
        this.part = part;
        this.phone = phone;
    }

    /** Gives everybody a phone with the simulated WeChat on it. */
    static void join(People people) {
        for (SamplePerson person : values()) {
            people.add(person.openid(), person.fullName + " · " + person.part, person.phone);
        }
    }

    /** Whether somebody of the sample answers this phone. */
    public static boolean has(String phone) {
        return Arrays.stream(values()).anyMatch(person -> person.phone.equals(phone));
    }

    public String fullName() {
        return this.fullName;
    }

    public String phone() {
        return this.phone;
    }

    public String openid() {
        return "o"
                + UUID.nameUUIDFromBytes(this.phone.getBytes(StandardCharsets.US_ASCII))
                        .toString()
                        .replace("-", "");
    }
}
