package org.tongxing.roster.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.IdNumber;
import org.tongxing.kernel.Sex;
import org.tongxing.roster.sheet.RawCell;

/** Who a child is: what fails here fails the row, because nobody could say later whose row it was. */
final class IdentityChecks {

    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·〇]{2,25}|[\\p{L}·'.]{2,50}");

    static final String TOO_LONG = "名字太长，最多 " + Lengths.LONGEST_NAME + " 个字";

    /** Nobody alive is older, and a database knows no much earlier day. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private IdentityChecks() {}

    static void name(ChildDraft draft, Findings findings) {
        draft.name = Texts.name(draft.row.cell(RosterField.NAME).text());
        if (draft.name.isEmpty()) {
            findings.add(RosterField.NAME, Cause.NAME_MISSING, "没写姓名");
        } else if (draft.name.length() > Lengths.LONGEST_NAME) {
            findings.add(RosterField.NAME, Cause.NAME_TOO_LONG, TOO_LONG);
        } else if (!NAME.matcher(draft.name).matches()) {
            findings.add(RosterField.NAME, Cause.NAME_ODD, "名字里有不常见的字，看看对不对");
        }
    }

    static void idNumber(ChildDraft draft, Findings findings) {
        RawCell cell = draft.row.cell(RosterField.ID_NUMBER);
        IdCell.Reading reading = IdCell.read(cell);
        draft.idNumber = reading.number();
        if (reading.problem() != null) {
            String text = Texts.tight(cell.text());
            Cause cause = reading.problem() == IdNumber.Problem.DAMAGED ? Cause.ID_DAMAGED : Cause.ID_WRONG;
            findings.add(RosterField.ID_NUMBER, cause, words(reading.problem(), text));
        } else if (reading.number() == null
                && draft.row.cell(RosterField.REMARK).isBlank()) {
            findings.add(RosterField.ID_NUMBER, Cause.ID_MISSING, "没写身份证号；没有的话在备注写原因");
        } else if (reading.number() == null) {
            findings.add(RosterField.ID_NUMBER, Cause.ID_MISSING_WITH_REASON, "还没有身份证号，办好后补上");
        }
    }

    private static String words(IdNumber.Problem problem, String text) {
        return switch (problem) {
            case TOO_SHORT -> "身份证号少 " + (18 - text.length()) + " 位";
            case TOO_LONG -> "身份证号多 " + (text.length() - 18) + " 位";
            case FIFTEEN_DIGITS -> "这是 15 位的老号码，换成 18 位的";
            case WRONG_CHARACTERS -> "身份证号里有不该有的字";
            case NO_SUCH_DAY -> "身份证号里的出生日期没有这一天";
            case WRONG_CHECK_DIGIT -> "身份证号有一位抄错了，看户口本核对";
            case DAMAGED -> "身份证号存成了数字，后几位丢了，看户口本重填";
        };
    }

    static void birthday(ChildDraft draft, Findings findings) {
        Dates.Reading reading = Dates.read(draft.row.cell(RosterField.BIRTH_ON));
        LocalDate onId = draft.idNumber == null ? null : draft.idNumber.birthOn();
        LocalDate written = reading.day();
        switch (reading.shape()) {
            case NO_SUCH_DAY -> findings.add(RosterField.BIRTH_ON, Cause.DATE_WRONG, "没有这一天", null, text(onId));
            case UNREADABLE ->
                findings.add(RosterField.BIRTH_ON, Cause.DATE_WRONG, "看不懂这个日期，写成 2016-03-05 这样", null, text(onId));
            case NONE -> fromId(draft, findings, onId, Cause.BIRTHDAY_MISSING, "没写出生日期");
            case MONTH -> {
                if (onId != null && written != null && !written.equals(onId.withDayOfMonth(1))) {
                    differs(findings, onId);
                } else {
                    fromId(draft, findings, onId, Cause.BIRTHDAY_INCOMPLETE, "出生日期要写到哪一天");
                }
            }
            case DAY -> {
                draft.birthOn = written;
                if (onId != null && !onId.equals(written)) {
                    differs(findings, onId);
                }
            }
        }
        if (draft.birthOn != null && draft.birthOn.isAfter(draft.today)) {
            findings.add(RosterField.BIRTH_ON, Cause.DATE_AHEAD, "这一天还没到");
        } else if (draft.birthOn != null && draft.birthOn.isBefore(EARLIEST)) {
            findings.add(RosterField.BIRTH_ON, Cause.DATE_WRONG, "年份太早，看看写对没有");
        }
    }

    /** The birthday on the ID stands in for one that is missing; without either nobody is registered. */
    private static void fromId(
            ChildDraft draft, Findings findings, @Nullable LocalDate onId, Cause otherwise, String text) {
        if (onId != null) {
            draft.birthOn = onId;
            findings.add(RosterField.BIRTH_ON, Cause.BIRTHDAY_FROM_ID, text + "，按身份证号记", null, text(onId));
        } else {
            findings.add(RosterField.BIRTH_ON, otherwise, text);
        }
    }

    private static void differs(Findings findings, LocalDate onId) {
        findings.add(RosterField.BIRTH_ON, Cause.BIRTHDAY_DIFFERS, "和身份证号上的 " + onId + " 不一样", null, text(onId));
    }

    static void sex(ChildDraft draft, Findings findings) {
        Sex written = read(draft.row);
        Sex onId = draft.idNumber == null ? null : draft.idNumber.sex();
        draft.sex = written == null ? onId : written;
        if (draft.sex == null) {
            findings.add(RosterField.SEX, Cause.SEX_MISSING, "性别要写男或女");
        } else if (onId != null && onId != draft.sex) {
            String fix = onId == Sex.MALE ? "男" : "女";
            findings.add(RosterField.SEX, Cause.SEX_DIFFERS, "身份证号上是" + fix + "，和这里不一样", null, fix);
        }
    }

    static @Nullable Sex read(RawRow row) {
        return switch (row.tight(RosterField.SEX)) {
            case "男", "男性", "男孩", "男童", "M", "m", "1" -> Sex.MALE;
            case "女", "女性", "女孩", "女童", "F", "f", "2" -> Sex.FEMALE;
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
