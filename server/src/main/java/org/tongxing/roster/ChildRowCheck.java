package org.tongxing.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.NewChild;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** Reads one row about a child: what it says, what is doubtful, and what makes it unusable. */
final class ChildRowCheck {

    private static final int ADULT = 18;
    private static final Set<String> CAPABLE = Set.of("AT_HOME", "WORKING_AWAY");

    private final RawRow row;
    private final LocalDate today;
    private final List<RowProblem> refusals = new ArrayList<>();
    private final List<RowProblem> notes = new ArrayList<>();

    private ChildRowCheck(RawRow row, LocalDate today) {
        this.row = row;
        this.today = today;
    }

    /**
     * @param villages village names to codes
     */
    static Checked check(RawRow row, Map<String, DivisionCode> villages, LocalDate today) {
        return new ChildRowCheck(row, today).run(villages);
    }

    private Checked run(Map<String, DivisionCode> villages) {
        String name = Texts.name(this.row.cell(Field.NAME));
        if (name.isEmpty()) {
            refuse(Field.NAME, "NAME_MISSING", "没写姓名", null);
        }
        DivisionCode village = village(villages);
        String number = Texts.tight(this.row.cell(Field.ID_NUMBER)).toUpperCase(java.util.Locale.ROOT);
        IdNumber id = idNumber(number);
        LocalDate birthOn = birthOn(id);
        Sex sex = sex(id);
        if (birthOn != null && !birthOn.plusYears(ADULT).isAfter(this.today)) {
            note(Field.BIRTH_ON, "OF_AGE", "已满 18 岁，不再算结对对象", "JB-07");
        }
        String phone = Texts.mobile(this.row.cell(Field.PHONE));
        if (phone == null) {
            note(Field.PHONE, "PHONE", this.row.cell(Field.PHONE).isBlank() ? "电话空着，收下后补上" : "电话不像手机号，收下后补上", null);
        }
        if (!this.refusals.isEmpty() || village == null || birthOn == null || sex == null) {
            return new Checked(Verdict.REFUSED, null, this.refusals);
        }
        NewChild child = new NewChild(
                name,
                sex,
                birthOn,
                id == null ? null : number,
                id == null ? this.row.cell(Field.REMARK).strip() : null,
                village,
                blankToNull(Texts.tight(this.row.cell(Field.ADDRESS))),
                blankToNull(this.row.cell(Field.SCHOOL).strip()),
                blankToNull(this.row.cell(Field.GRADE).strip()),
                this.today,
                adults(phone),
                facts());
        return new Checked(this.notes.isEmpty() ? Verdict.ACCEPTED : Verdict.NOTED, child, this.notes);
    }

    private @Nullable DivisionCode village(Map<String, DivisionCode> villages) {
        String written = Texts.tight(this.row.cell(Field.VILLAGE));
        DivisionCode village = villages.get(written);
        if (village == null) {
            refuse(Field.VILLAGE, "VILLAGE_UNKNOWN", "没有叫“" + written + "”的村", null);
        }
        return village;
    }

    private @Nullable IdNumber idNumber(String number) {
        if (number.isEmpty()) {
            if (this.row.cell(Field.REMARK).isBlank()) {
                refuse(Field.ID_NUMBER, "ID_MISSING", "没写身份证号，也没写原因", null);
            } else {
                note(Field.ID_NUMBER, "ID_MISSING_WITH_REASON", "还没有身份证号，办好后补上", null);
            }
            return null;
        }
        if (this.row.idIsNumeric()) {
            refuse(Field.ID_NUMBER, "ID_DAMAGED", "身份证号被表格存成了数字，后几位丢了，看原件补上", null);
            return null;
        }
        String problem = IdNumber.problem(number);
        if (problem != null) {
            refuse(Field.ID_NUMBER, "ID_WRONG", problem, null);
        }
        return IdNumber.parse(number);
    }

    private @Nullable LocalDate birthOn(@Nullable IdNumber id) {
        String written = this.row.cell(Field.BIRTH_ON);
        LocalDate day = Texts.date(written);
        if (day == null && !written.isBlank()) {
            refuse(Field.BIRTH_ON, "DATE_WRONG", "没有“" + Texts.tight(written) + "”这一天", null);
        } else if (day == null && id == null) {
            refuse(Field.BIRTH_ON, "BIRTHDAY_MISSING", "没写出生日期", null);
        } else if (day != null && id != null && !day.equals(id.birthOn())) {
            refuse(Field.BIRTH_ON, "BIRTHDAY_DIFFERS", "和身份证号上的 " + id.birthOn() + " 不一样", null);
        } else if (day != null && day.isAfter(this.today)) {
            refuse(Field.BIRTH_ON, "DATE_AHEAD", "这一天还没到", null);
        }
        return day == null && id != null ? id.birthOn() : day;
    }

    private @Nullable Sex sex(@Nullable IdNumber id) {
        Sex sex = switch (Texts.tight(this.row.cell(Field.SEX))) {
            case "男" -> Sex.MALE;
            case "女" -> Sex.FEMALE;
            default -> null;
        };
        if (sex == null && id == null) {
            refuse(Field.SEX, "SEX_MISSING", "性别要写男或女", null);
        } else if (sex != null && id != null && sex != id.sex()) {
            refuse(Field.SEX, "SEX_DIFFERS", "和身份证号上的性别不一样", null);
        }
        return sex == null && id != null ? id.sex() : sex;
    }

    private List<NewChild.NewAdult> adults(@Nullable String phone) {
        String guardian = Texts.name(this.row.cell(Field.GUARDIAN));
        return guardian.isEmpty()
                ? List.of()
                : List.of(new NewChild.NewAdult(Texts.tight(this.row.cell(Field.RELATION)), guardian, phone, true));
    }

    private List<NewChild.NewFact> facts() {
        Set<NewChild.NewFact> facts = new LinkedHashSet<>();
        LocalDate away = Texts.date(this.row.cell(Field.AWAY_SINCE));
        facts.add(always("HUKOU", Texts.tight(this.row.cell(Field.HUKOU)).startsWith("农") ? "RURAL" : "URBAN"));
        parent(Field.FATHER, away, facts);
        parent(Field.MOTHER, away, facts);
        Words.disability(Texts.tight(this.row.cell(Field.DISABILITY)))
                .forEach(disability -> facts.add(always("DISABILITY", disability)));
        String category = Texts.tight(this.row.cell(Field.CATEGORY));
        if (category.contains("低保")) {
            facts.add(always("BENEFIT", "LOW_INCOME"));
        }
        if (category.contains("重病")) {
            facts.add(always("ILLNESS", "SERIOUS"));
        }
        if (category.contains("孤儿")) {
            facts.add(always("STATUS", "ORPHAN"));
            if (category.contains("集中")) {
                facts.add(always("STATUS", "IN_INSTITUTION"));
            }
        }
        if (category.equals("其他困境儿童")) {
            facts.add(always("FOUND", "EMERGENCY"));
        }
        facts.add(always("DECLARED", Words.CATEGORIES.getOrDefault(category, "?")));
        return List.copyOf(facts);
    }

    private void parent(Field field, @Nullable LocalDate away, Set<NewChild.NewFact> facts) {
        String written = Texts.tight(this.row.cell(field));
        String situation = Words.SITUATIONS.get(written);
        if (situation == null) {
            return;
        }
        facts.add(new NewChild.NewFact(field.name(), situation, situation.equals("WORKING_AWAY") ? away : null, null));
    }

    private static NewChild.NewFact always(String kind, String content) {
        return new NewChild.NewFact(kind, content, null, null);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private void refuse(Field field, String code, String text, @Nullable String clause) {
        this.refusals.add(new RowProblem(field.name(), code, text, clause));
    }

    private void note(Field field, String code, String text, @Nullable String clause) {
        this.notes.add(new RowProblem(field.name(), code, text, clause));
    }

    /** A row with its verdict; what was understood is absent when the row is refused. */
    record Checked(Verdict verdict, @Nullable NewChild child, List<RowProblem> problems) {}
}
