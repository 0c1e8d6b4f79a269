package org.tongxing.roster.reading;

/** A column of a roster that we understand; the label is what a screen or a marked workbook calls it. */
public enum RosterField {
    VILLAGE("村（社区）"),
    NAME("儿童姓名"),
    SEX("性别"),
    ID_NUMBER("身份证号"),
    BIRTH_ON("出生日期"),
    HUKOU("户籍性质"),
    CATEGORY("儿童类别"),
    DISABILITY("残疾类别等级"),
    FATHER("父亲状况"),
    MOTHER("母亲状况"),
    WORK_PLACE("父母务工地"),
    AWAY_SINCE("外出务工时间"),
    GUARDIAN("监护人（照护人）姓名"),
    RELATION("与儿童关系"),
    PHONE("联系电话"),
    ADDRESS("家庭住址"),
    SCHOOL("就读学校"),
    GRADE("年级"),
    REMARK("备注"),
    CADRE("干部姓名"),
    UNIT("单位"),
    POST("职务"),
    LINKED_VILLAGE("单位联系村"),
    MEMBERS("家庭成员"),
    CAPACITY("可结对儿童数");

    private final String label;

    RosterField(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }
}
