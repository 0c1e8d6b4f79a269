package org.tongxing.roster.reading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The headings under which townships write what we need. */
final class Headings {

    /** Written by {@link MarkedWorkbook} and skipped when the corrected file comes back. */
    static final String VERDICT = "导入结果";

    static final String REASON = "哪里不对";
    static final String FIX = "怎么改";

    private static final Set<String> IGNORED = Set.of("序号", "编号", "NO", "NO.", VERDICT, REASON, FIX);
    private static final Pattern REMARKS = Pattern.compile("\\([^)]*\\)|[*:]");

    private static final Map<SheetKind, Map<String, RosterField>> TITLES = new EnumMap<>(SheetKind.class);

    static {
        Map<String, RosterField> children = new LinkedHashMap<>();
        put(children, RosterField.VILLAGE, "村(社区)", "村社区", "村/社区", "所在村", "所属村", "村名", "村", "社区", "户籍村", "村居", "行政村");
        put(children, RosterField.NAME, "儿童姓名", "姓名", "孩子姓名", "未成年人姓名", "儿童名字");
        put(children, RosterField.SEX, "性别", "儿童性别");
        put(children, RosterField.ID_NUMBER, "身份证号", "身份证号码", "公民身份号码", "身份证", "儿童身份证号", "儿童身份证号码", "身份号码", "证件号码");
        put(children, RosterField.BIRTH_ON, "出生日期", "出生年月日", "生日", "出生年月", "出生时间");
        put(children, RosterField.HUKOU, "户籍性质", "户口性质", "户籍类型", "户口类型", "户口类别");
        put(children, RosterField.CATEGORY, "儿童类别", "类别", "情形", "困境类别", "儿童类型", "困境类型", "类型", "保障类别");
        put(children, RosterField.DISABILITY, "残疾类别等级", "残疾类别", "残疾等级", "残疾情况", "残疾类别及等级", "残疾类型及等级", "残疾证", "残疾证号");
        put(children, RosterField.FATHER, "父亲状况", "父亲情况", "父亲状态", "父亲");
        put(children, RosterField.MOTHER, "母亲状况", "母亲情况", "母亲状态", "母亲");
        put(children, RosterField.WORK_PLACE, "父母务工地", "务工地", "务工地点", "务工地址", "父母务工地点");
        put(children, RosterField.AWAY_SINCE, "外出务工时间", "务工时间", "外出时间", "外出务工起始时间", "开始外出时间");
        put(children, RosterField.GUARDIAN, "监护人(照护人)姓名", "监护人姓名", "照护人姓名", "监护人", "照护人", "实际照料人", "受委托监护人", "家长姓名");
        put(children, RosterField.RELATION, "与儿童关系", "与孩子关系", "关系", "与监护人关系", "监护人与儿童关系", "与被监护人关系");
        put(children, RosterField.PHONE, "联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "监护人电话", "监护人联系电话");
        put(children, RosterField.ADDRESS, "家庭住址", "住址", "家庭地址", "现住址", "居住地址", "详细地址", "户籍地址");
        put(children, RosterField.SCHOOL, "就读学校", "学校", "所在学校", "学校名称", "就读学校名称");
        put(children, RosterField.GRADE, "年级", "班级", "就读年级", "年级班级");
        put(children, RosterField.REMARK, "备注", "说明", "其他情况");
        Map<String, RosterField> families = new LinkedHashMap<>();
        put(families, RosterField.CADRE, "干部姓名", "结对干部", "干部", "干部职工姓名", "爱心干部", "爱心家庭", "帮扶干部", "姓名", "户主姓名");
        put(families, RosterField.SEX, "性别", "干部性别");
        put(families, RosterField.UNIT, "单位", "工作单位", "所在单位", "单位名称", "部门");
        put(families, RosterField.POST, "职务", "职务职级", "职位", "岗位");
        put(families, RosterField.PHONE, "联系电话", "电话", "手机", "手机号", "手机号码", "联系方式");
        put(families, RosterField.LINKED_VILLAGE, "单位联系村", "联系村", "帮扶村", "单位帮扶村", "包村", "联系村(社区)");
        put(families, RosterField.MEMBERS, "家庭成员", "家庭情况", "家庭成员情况");
        put(families, RosterField.CAPACITY, "可结对儿童数", "可结对数", "名额", "可结对人数", "结对名额");
        put(families, RosterField.REMARK, "备注", "说明", "其他情况");
        TITLES.put(SheetKind.CHILDREN, children);
        TITLES.put(SheetKind.FAMILIES, families);
    }

    private Headings() {}

    /** The field a heading stands for in a sheet of this kind. */
    static Optional<RosterField> field(SheetKind kind, String title) {
        Map<String, RosterField> titles = TITLES.getOrDefault(kind, Map.of());
        String plain = Texts.tight(title);
        RosterField exact = titles.get(plain);
        // "身份证号（18位）*" is still 身份证号, but "村（社区）" has to be tried as it stands first.
        return Optional.ofNullable(
                exact != null ? exact : titles.get(REMARKS.matcher(plain).replaceAll("")));
    }

    /** The fields a sheet of this kind can have, in the order of the form. */
    static Set<RosterField> fields(SheetKind kind) {
        return new LinkedHashSet<>(TITLES.getOrDefault(kind, Map.of()).values());
    }

    /** Whether a column is known to mean nothing to us. */
    static boolean ignored(String title) {
        String plain = Texts.tight(title);
        return plain.isEmpty() || IGNORED.contains(plain.toUpperCase(java.util.Locale.ROOT));
    }

    private static void put(Map<String, RosterField> titles, RosterField field, String... synonyms) {
        Arrays.stream(synonyms).forEach(synonym -> titles.put(synonym, field));
    }
}
