package org.tongxing.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.helper.NewFamily;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** Reads one row about a cadre family. */
final class FamilyRowCheck {

    private static final int DEFAULT_CAPACITY = 2;
    private static final int LARGEST_CAPACITY = 20;

    private FamilyRowCheck() {}

    static Checked check(RawRow row, DivisionCode township, Map<String, DivisionCode> villages, LocalDate today) {
        List<RowProblem> refusals = new ArrayList<>();
        List<RowProblem> notes = new ArrayList<>();
        Sex sex = switch (Texts.tight(row.cell(Field.SEX))) {
            case "男" -> Sex.MALE;
            case "女" -> Sex.FEMALE;
            default -> null;
        };
        if (sex == null) {
            refusals.add(new RowProblem(Field.SEX.name(), "SEX_MISSING", "性别要写男或女", "JB-24"));
        }
        String unit = Texts.tight(row.cell(Field.UNIT));
        if (unit.isEmpty()) {
            refusals.add(new RowProblem(Field.UNIT.name(), "UNIT_MISSING", "没写单位", "JB-19"));
        }
        String phone = Texts.mobile(row.cell(Field.PHONE));
        if (phone == null) {
            notes.add(new RowProblem(Field.PHONE.name(), "PHONE", "电话不像手机号，收下后补上", null));
        }
        String capacityText = Texts.tight(row.cell(Field.CAPACITY));
        int capacity = capacityText.matches("\\d{1,2}") ? Integer.parseInt(capacityText) : DEFAULT_CAPACITY;
        if (capacity > LARGEST_CAPACITY) {
            refusals.add(new RowProblem(Field.CAPACITY.name(), "CAPACITY", "一户最多 20 名", null));
        }
        if (!refusals.isEmpty() || sex == null) {
            return new Checked(Verdict.REFUSED, null, refusals);
        }
        NewFamily family = new NewFamily(
                Texts.name(row.cell(Field.CADRE)),
                sex,
                unit,
                township,
                Texts.tight(row.cell(Field.POST)),
                phone,
                villages.get(Texts.tight(row.cell(Field.LINKED_VILLAGE))),
                Texts.tight(row.cell(Field.MEMBERS)),
                capacity,
                today);
        return new Checked(notes.isEmpty() ? Verdict.ACCEPTED : Verdict.NOTED, family, notes);
    }

    /** A row with its verdict; what was understood is absent when the row is refused. */
    record Checked(Verdict verdict, @Nullable NewFamily family, List<RowProblem> problems) {}
}
