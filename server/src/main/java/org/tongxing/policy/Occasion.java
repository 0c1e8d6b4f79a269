package org.tongxing.policy;

/** Days in the year on which a child should not be alone. */
public enum Occasion {
    SPRING_FESTIVAL("春节"),
    WINTER_VACATION("寒假"),
    SUMMER_VACATION("暑假"),
    CHILDRENS_DAY("儿童节"),
    BIRTHDAY("孩子生日"),
    /** 寒假春节期间: the winter vacation and the days around the Spring Festival together. */
    WINTER_CAMPAIGN("寒假春节期间");

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }
}
