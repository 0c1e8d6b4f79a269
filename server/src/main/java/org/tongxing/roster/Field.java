package org.tongxing.roster;

import java.util.List;
import java.util.Optional;

/** A column of a roster that we understand, with the headings under which townships write it. */
enum Field {
    VILLAGE("村（社区）", "村(社区)", "村社区", "所在村", "村", "社区"),
    NAME("儿童姓名", "姓名", "孩子姓名"),
    SEX("性别"),
    ID_NUMBER("身份证号", "身份证号码", "公民身份号码", "身份证"),
    BIRTH_ON("出生日期", "出生年月日", "生日"),
    HUKOU("户籍性质", "户口性质", "户籍类型"),
    CATEGORY("儿童类别", "类别", "情形", "困境类别"),
    DISABILITY("残疾类别等级", "残疾类别", "残疾等级", "残疾情况"),
    FATHER("父亲状况", "父亲情况"),
    MOTHER("母亲状况", "母亲情况"),
    WORK_PLACE("父母务工地", "务工地", "务工地点"),
    AWAY_SINCE("外出务工时间", "务工时间", "外出时间"),
    GUARDIAN("监护人（照护人）姓名", "监护人(照护人)姓名", "监护人姓名", "照护人姓名", "监护人"),
    RELATION("与儿童关系", "与孩子关系", "关系"),
    PHONE("联系电话", "电话", "手机", "手机号"),
    ADDRESS("家庭住址", "住址", "家庭地址"),
    SCHOOL("就读学校", "学校"),
    GRADE("年级"),
    REMARK("备注"),
    CADRE("干部姓名", "结对干部", "干部"),
    UNIT("单位", "工作单位"),
    POST("职务"),
    LINKED_VILLAGE("单位联系村", "联系村", "帮扶村"),
    MEMBERS("家庭成员"),
    CAPACITY("可结对儿童数", "可结对数", "名额");

    private final List<String> headings;

    Field(String... headings) {
        this.headings = List.of(headings);
    }

    static Optional<Field> of(String heading) {
        String plain = heading.replaceAll("\\s", "");
        for (Field field : values()) {
            if (field.headings.contains(plain)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
