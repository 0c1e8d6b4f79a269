package org.tongxing.sandbox;

import org.tongxing.sandbox.wechat.People;

/** Who has a phone in the sample town, so that the phone side can be tried at once; names and numbers as in its roster. */
final class SamplePeople {

    private static final String[][] PEOPLE = {
        {"曹丽华 · 镇政府干部", "14007164378"},
        {"秦丽华 · 镇政府干部", "14061784550"},
        {"徐志刚 · 镇政府干部", "14017361957"},
        {"孟国安 · 家长", "14082914045"},
        {"文秀 · 想帮忙的人", "14000000001"},
    };

    private SamplePeople() {}

    static void join(People people) {
        for (String[] person : PEOPLE) {
            people.add(person[0], person[1]);
        }
    }
}
