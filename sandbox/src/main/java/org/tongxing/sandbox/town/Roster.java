package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongxing.sandbox.SamplePerson;

/** The roster a township sends: everybody of the sample, and some rows that cannot be taken as they are. */
record Roster(Town town) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private static final List<String> CHILDREN = List.of(
            "序号 村（社区） 儿童姓名 性别 身份证号 出生日期 户籍性质 儿童类别 残疾类别等级 父亲状况 母亲状况 父母务工地 外出务工时间 监护人（照护人）姓名 与儿童关系 联系电话 家庭住址 就读学校 年级 备注"
                    .split(" "));
    private static final List<String> FAMILIES = List.of("序号 干部姓名 性别 单位 职务 联系电话 单位联系村 家庭成员 可结对儿童数 备注".split(" "));
    private static final int VILLAGE = 1;
    private static final int NAME = 2;
    private static final int SEX = 3;
    private static final int ID_NUMBER = 4;
    private static final int BIRTH = 5;

    byte[] workbook() {
        List<List<Object>> children = new ArrayList<>();
        children.add(List.of(this.town.township().name() + "困境儿童和农村留守儿童花名册"));
        children.add(new ArrayList<>(CHILDREN));
        this.town.kids().forEach(kid -> children.add(row(kid, children.size() - 1)));
        int spoilt = 0;
        for (Household stranger : this.town.strangers()) {
            children.add(spoilt(row(stranger.kids.get(0), children.size() - 1), spoilt++));
        }
        children.add(List.of("填报人：            审核人：            （盖章）"));
        List<List<Object>> families = new ArrayList<>();
        families.add(new ArrayList<>(FAMILIES));
        this.town.families().forEach(family -> families.add(row(family, families.size())));
        return new Workbook().sheet("儿童", children).sheet("干部家庭", families).bytes();
    }

    private List<Object> row(Kid kid, int number) {
        Household home = kid.home;
        Household.Guardian guardian = home.guardian;
        // Father and grandmother both stand in the roster, so that both can be recognised by their phones.
        if (home.scene == Scene.STORY && kid == home.kids.get(0)) {
            guardian = new Household.Guardian("父亲", SamplePerson.FATHER.fullName(), SamplePerson.FATHER.phone());
        }
        School school = School.of(this.town, kid.birth);
        LocalDate away = home.away == null ? null : home.awaySince;
        return new ArrayList<>(Arrays.asList(
                Integer.toString(number),
                home.village.name(),
                kid.name,
                kid.girl ? "女" : "男",
                kid.idNumber,
                kid.birth.toString(),
                "农业",
                kid.declared(),
                kid.disability,
                home.father,
                home.mother,
                home.away == null ? "" : home.away.place(),
                away == null ? "" : away.getDayOfMonth() == 1 ? away.format(MONTH) : away.toString(),
                guardian.name(),
                guardian.relation(),
                guardian.phone(),
                home.address,
                school.name(),
                school.grade(),
                ""));
    }

    private static List<Object> row(Family family, int number) {
        return List.of(
                Integer.toString(number),
                family.cadre,
                family.woman ? "女" : "男",
                family.village.unit(),
                family.post,
                family.phone,
                family.village.name(),
                family.members,
                Integer.toString(family.capacity),
                "");
    }

    /** The slips of every year: a digit missing or copied wrongly, a number stored as a number, a village misspelt. */
    private List<Object> spoilt(List<Object> row, int which) {
        String id = row.get(ID_NUMBER).toString();
        switch (which % 6) {
            case 0 -> row.set(ID_NUMBER, id.substring(0, 16) + id.charAt(17));
            case 1 -> row.set(ID_NUMBER, id.substring(0, 17) + (id.endsWith("3") ? "5" : "3"));
            case 2 -> row.set(VILLAGE, row.get(VILLAGE).toString().replaceAll("^.", "金"));
            case 3 ->
                row.set(
                        BIRTH,
                        LocalDate.parse(row.get(BIRTH).toString()).plusDays(9).toString());
            case 4 -> row.set(ID_NUMBER, Double.valueOf(id.substring(0, 17) + "0"));
            default -> row.set(which < 6 ? SEX : NAME, which < 6 ? (row.get(SEX).equals("女") ? "男" : "女") : "");
        }
        return row;
    }

    /** Where a child of that birthday goes to school. */
    private record School(String name, String grade) {

        private static final String[] GRADES = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
        private static final int PRIMARY = 6;

        static School of(Town town, LocalDate birth) {
            LocalDate day = town.day();
            LocalDate september = LocalDate.of(day.getYear() - (day.getMonthValue() < 9 ? 1 : 0), 9, 1);
            int grade = birth.until(september).getYears() - PRIMARY;
            String place = town.township().name();
            if (grade < 0) {
                return new School(place + "中心幼儿园", "");
            }
            if (grade >= GRADES.length) {
                return new School("嘉陵一中", "高" + GRADES[Math.min(2, grade - GRADES.length)]);
            }
            String primary = birth.getDayOfMonth() % 2 == 0 ? "中心小学" : "第二小学";
            return new School(place + (grade < PRIMARY ? primary : "初级中学"), GRADES[grade] + "年级");
        }
    }
}
