package org.tongxing.wish;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** What stands on the wall in place of a child: a random word that has nothing to do with it, and a band of two years. */
final class Alias {

    private static final List<String> WORDS = List.of(
            "小溪", "小禾", "小舟", "小麦", "小桥", "小灯", "小叶", "小鹿", "小石", "小帆", "小星", "小雨", "小竹", "小杏", "小枫", "小荷", "小稻", "小松",
            "小茶", "小橘", "小燕", "小蜓", "小雀", "小鱼", "小山", "小岭", "小塘", "小井", "小瓦", "小笛", "小鼓", "小筝");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Alias() {}

    /** A word none of whose characters but the first stands in the child's name. */
    static String notOf(String name) {
        List<String> others =
                WORDS.stream().filter(word -> !name.contains(word.substring(1))).toList();
        return others.get(RANDOM.nextInt(others.size()));
    }

    static String ageBand(LocalDate birthOn, LocalDate today) {
        int age = Period.between(birthOn, today).getYears();
        int from = age - age % 2;
        return from + "～" + (from + 1) + " 岁";
    }
}
