package org.tongxing.roster.reading;

import java.util.Arrays;

/** The kinds of things that can be said of a row, and what each does to it. */
public enum Cause {
    NAME_MISSING(Verdict.REFUSED, "没写姓名"),
    NAME_TOO_LONG(Verdict.REFUSED, "名字太长"),
    NAME_ODD(Verdict.NOTED, "名字里有不常见的字"),
    VILLAGE_MISSING(Verdict.REFUSED, "没写是哪个村"),
    VILLAGE_UNKNOWN(Verdict.REFUSED, "没有这个村"),
    VILLAGE_MERGED(Verdict.NOTED, "村并了或改了名，按现在的记"),
    VILLAGE_NOT_OF_ADDRESS(Verdict.NOTED, "村和住址对不上"),
    ID_MISSING(Verdict.REFUSED, "没写身份证号，也没写原因"),
    ID_MISSING_WITH_REASON(Verdict.NOTED, "还没有身份证号，写了原因"),
    ID_WRONG(Verdict.REFUSED, "身份证号不对"),
    ID_DAMAGED(Verdict.REFUSED, "身份证号存成了数字，后几位丢了"),
    BIRTHDAY_MISSING(Verdict.REFUSED, "没写出生日期"),
    DATE_WRONG(Verdict.REFUSED, "出生日期不对"),
    DATE_AHEAD(Verdict.REFUSED, "出生日期还没到"),
    BIRTHDAY_INCOMPLETE(Verdict.REFUSED, "出生日期没写到哪一天"),
    BIRTHDAY_FROM_ID(Verdict.NOTED, "出生日期按身份证号记"),
    BIRTHDAY_DIFFERS(Verdict.REFUSED, "出生日期和身份证号不一样"),
    SEX_MISSING(Verdict.REFUSED, "没写性别"),
    SEX_DIFFERS(Verdict.REFUSED, "性别和身份证号不一样"),
    OF_AGE(Verdict.NOTED, "已满 18 岁"),
    GIRL_TURNS_EIGHT(Verdict.NOTED, "女孩快到要配女干部的年龄"),
    CATEGORY_MISSING(Verdict.NOTED, "没写儿童类别"),
    CATEGORY_UNKNOWN(Verdict.NOTED, "没有这一类"),
    CATEGORY_DOES_NOT_HOLD(Verdict.NOTED, "登记，但不算这一类"),
    HUKOU_UNKNOWN(Verdict.NOTED, "看不出是不是农村户籍"),
    PARENT_UNKNOWN(Verdict.NOTED, "看不懂父母状况"),
    AWAY_SINCE_MISSING(Verdict.NOTED, "没写哪天外出的"),
    AWAY_SINCE_WRONG(Verdict.NOTED, "外出的日子不对"),
    /** Not to be corrected, but to be seen: what is written became this place. */
    WORK_PLACE_READ(Verdict.ACCEPTED, "务工地认成了这里"),
    WORK_PLACE_UNKNOWN(Verdict.NOTED, "看不出务工地是哪个县"),
    DISABILITY_UNKNOWN(Verdict.NOTED, "看不懂残疾等级"),
    DISABILITY_OF_SOMEBODY_ELSE(Verdict.NOTED, "残疾证号是别人的"),
    DISABILITY_MISSING(Verdict.NOTED, "没写残疾类别等级"),
    GUARDIAN_MISSING(Verdict.NOTED, "没写谁在照看"),
    GUARDIAN_CANNOT_CARE(Verdict.NOTED, "照看的人带不了孩子"),
    /** Usual among children whose parents work away: counted, but nothing to correct. */
    GUARDIAN_NOT_PARENT(Verdict.ACCEPTED, "照看的不是父母"),
    RELATION_UNKNOWN(Verdict.NOTED, "看不懂是什么关系"),
    PHONE_MISSING(Verdict.NOTED, "电话空着"),
    PHONE_WRONG(Verdict.NOTED, "电话不像手机号"),
    TOO_LONG(Verdict.NOTED, "写得太长"),
    /** The child is in the file already, so nobody waits because of this row. */
    TWICE_IN_FILE(Verdict.REFUSED, "同一个人写了两行，留一行就行"),
    DUPLICATE_IN_FILE(Verdict.REFUSED, "和别的行撞了，要核对"),
    NAMESAKE_IN_FILE(Verdict.NOTED, "同名同单位"),
    ON_FILE(Verdict.NOTED, "已经登记过"),
    ON_FILE_ELSEWHERE(Verdict.NOTED, "登记在别的乡镇"),
    MAYBE_ON_FILE(Verdict.REFUSED, "像是登记过，号码不同"),
    UNIT_MISSING(Verdict.REFUSED, "没写单位"),
    LINKED_VILLAGE_UNKNOWN(Verdict.NOTED, "没有这个联系村"),
    CAPACITY_MISSING(Verdict.NOTED, "没写能带几名"),
    CAPACITY_WRONG(Verdict.REFUSED, "能带几名不对");

    private final Verdict verdict;
    private final String label;

    Cause(Verdict verdict, String label) {
        this.verdict = verdict;
        this.label = label;
    }

    /** What rows with this cause have in common, in plain words. */
    public String label() {
        return this.label;
    }

    public Verdict verdict() {
        return this.verdict;
    }

    /**
     * Whether a row is refused for nothing but saying again what another row says.
     *
     * @param codes the row's causes, joined by commas
     */
    public static boolean saidTwice(String codes) {
        return Arrays.stream(codes.split(","))
                .map(Cause::valueOf)
                .filter(cause -> cause.verdict == Verdict.REFUSED)
                .allMatch(TWICE_IN_FILE::equals);
    }
}
