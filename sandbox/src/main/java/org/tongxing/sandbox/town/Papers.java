package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongxing.sandbox.SamplePerson;

/**
 * Names, ID numbers and phone numbers, each given once. ID numbers carry an area code no county has, phones a prefix no
 * subscriber has.
 */
final class Papers {

    /** No county has this code. */
    static final String AREA = "511399";

    /** No subscriber has this prefix. */
    static final String PREFIX = "140";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final List<String> SURNAMES =
            split("梁宋任姚彭薛郑马程贺夏郭谭常白龚卢赵廖杨姜刘孔许于傅崔范龙雷蔡黄沈丁叶段戴武董邓汪林易唐陈罗苏潘石顾王孙金汤" + "乔邱万贾郝江冯曾韩赖张侯朱陆黎熊吴周胡高田余袁蒋魏吕杜");
    private static final List<String> GIRLS =
            List.of(("若曦 春燕 欣怡 雨欣 玉兰 梦瑶 思雨 诗涵 佳怡 雅琴 紫萱 语桐 小芳 静怡 晓彤 可欣 婉婷 海燕 秋月 冬梅 雪莲 嘉琪 子涵 美玲 慧敏 佳慧 心怡 艺琳 彩云 晓雯"
                            + " 玲 敏 雪 慧 颖 琳 倩 婷 丹 蕾 悦 宁 薇 莉 霞")
                    .split(" "));
    private static final List<String> BOYS =
            List.of(("浩然 子轩 俊杰 宇航 志强 文博 家豪 天佑 明轩 嘉诚 小龙 建国 鹏飞 瑞霖 一鸣 思远 承志 海涛 国栋 春生 冬阳 晨阳 俊熙 泽宇 博文 立新 正阳 梓豪 永康 安邦"
                            + " 磊 鹏 勇 涛 斌 波 超 凯 辉 杰 宇 帆 锐 峰 亮")
                    .split(" "));
    private static final List<String> WOMEN =
            List.of(("丽华 晓梅 秀英 桂芳 素琼 淑华 秀兰 春梅 建芳 海英 红 敏 静 艳 娟 琴 萍 玲 倩 燕 雪梅 晓丽 玉蓉 小红 文英 永芳 利 莉 彬蓉 天秀").split(" "));
    private static final List<String> MEN =
            List.of(("世明 国安 志刚 建军 永强 文彬 德贵 光明 清华 正国 小平 伟 军 强 波 斌 勇 刚 涛 平 海 昌林 大勇 学兵 天寿 云 松 家富 启明 兴国").split(" "));

    private final Dice dice;
    private final Set<String> names = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    Papers(Dice dice) {
        this.dice = dice;
        for (SamplePerson person : SamplePerson.values()) {
            this.names.add(person.fullName());
            this.numbers.add(person.phone());
        }
    }

    String surname() {
        return this.dice.pick(SURNAMES);
    }

    /** A child's full name, which nobody else in the sample has. */
    String child(String surname, boolean girl) {
        return fresh(surname, girl ? GIRLS : BOYS);
    }

    /** An adult's full name, which nobody else in the sample has. */
    String adult(String surname, boolean woman) {
        return fresh(surname, woman ? WOMEN : MEN);
    }

    String phone() {
        String phone = PREFIX + "%08d".formatted(this.dice.between(10_000_000, 99_999_999));
        return this.numbers.add(phone) ? phone : phone();
    }

    /** A citizen's number by GB 11643, valid but for its area. */
    String idNumber(LocalDate birth, boolean girl) {
        int odd = girl ? 0 : 1;
        String body = AREA
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%02d".formatted(this.dice.between(10, 99))
                + (2 * this.dice.between(0, 4) + odd);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        String number = body + CHECKS.charAt(sum % CHECKS.length());
        return this.numbers.add(number) ? number : idNumber(birth, girl);
    }

    private String fresh(String surname, List<String> given) {
        for (int tries = 0; tries < 60; tries++) {
            String name = surname + this.dice.pick(given);
            if (this.names.add(name)) {
                return name;
            }
        }
        return fresh(surname(), given);
    }

    private static List<String> split(String characters) {
        return Arrays.asList(characters.split(""));
    }
}
