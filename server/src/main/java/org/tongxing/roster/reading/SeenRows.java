package org.tongxing.roster.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The people of one file so far, so that nobody is taken from it twice. A row that says who is in it already is harmless; one
 * that contradicts an earlier row may be another child. Grows with the file: some 200 bytes a row, and a file
 * has at most 200,000 rows.
 */
final class SeenRows {

    private final Map<String, Seen> byNumber = new HashMap<>();
    private final Map<String, Seen> byPerson = new HashMap<>();

    /** Remembers a child, or refuses it because an earlier row is about the same. */
    void child(ChildEntry child, RawRow row, Findings findings) {
        String person = child.name() + '|' + child.birthOn() + '|' + child.village();
        String number = Objects.requireNonNullElse(child.idNumber(), "");
        Seen seen = number.isEmpty() ? null : this.byNumber.get(number);
        if (seen != null && seen.name().equals(child.name())) {
            findings.add(RosterField.ID_NUMBER, Cause.TWICE_IN_FILE, "和" + seen.where(row) + "是同一个孩子，只收那一行");
            return;
        }
        if (seen != null) {
            String text = "和" + seen.where(row) + "身份证号一样，名字却不同，核对后留对的";
            findings.add(RosterField.ID_NUMBER, Cause.DUPLICATE_IN_FILE, text);
            return;
        }
        seen = this.byPerson.get(person);
        if (seen != null && !number.isEmpty() && seen.numbered()) {
            String text = "和" + seen.where(row) + "同名同生日同村，身份证号却不同，核对后留对的";
            findings.add(RosterField.NAME, Cause.DUPLICATE_IN_FILE, text);
            return;
        }
        if (seen != null) {
            findings.add(RosterField.NAME, Cause.TWICE_IN_FILE, "和" + seen.where(row) + "同名同生日同村，只收那一行");
            return;
        }
        Seen here = new Seen(row.sheet(), row.number(), child.name(), !number.isEmpty());
        this.byPerson.put(person, here);
        if (!number.isEmpty()) {
            this.byNumber.put(number, here);
        }
    }

    /** A cadre is the same with the same phone, or without one with the same unit; namesakes in a unit get a note. */
    void family(FamilyEntry family, RawRow row, Findings findings) {
        String phone = Objects.requireNonNullElse(family.phone(), "");
        String person = family.name() + '@' + family.unit();
        Seen seen = this.byNumber.get(family.name() + phone);
        Seen namesake = this.byPerson.get(person);
        if (!phone.isEmpty() && seen != null) {
            findings.add(RosterField.PHONE, Cause.TWICE_IN_FILE, "和" + seen.where(row) + "同名同电话，只收那一行");
            return;
        }
        if (namesake != null && (phone.isEmpty() || !namesake.numbered())) {
            findings.add(RosterField.CADRE, Cause.TWICE_IN_FILE, "和" + namesake.where(row) + "同名同单位，只收那一行");
            return;
        }
        if (namesake != null) {
            findings.add(RosterField.CADRE, Cause.NAMESAKE_IN_FILE, "和" + namesake.where(row) + "同名同单位、电话不同，看看是不是一个人");
        }
        Seen here = new Seen(row.sheet(), row.number(), family.name(), !phone.isEmpty());
        this.byPerson.putIfAbsent(person, here);
        this.byNumber.put(family.name() + phone, here);
    }

    private record Seen(SheetOutline sheet, int row, String name, boolean numbered) {

        String where(RawRow other) {
            String place = this.sheet.index() == other.sheet().index() ? "" : "“" + this.sheet.name() + "”";
            return place + "第 " + this.row + " 行";
        }
    }
}
