package org.tongxing.roster.reading;

import java.util.EnumMap;
import java.util.Map;

/** How much of a cell is kept: a text pasted into the wrong cell must not stop a whole roster at the end. */
final class Lengths {

    /** In UTF-16 units; a name's sound has to fit as well. */
    static final int LONGEST_NAME = 30;

    private static final Map<RosterField, Integer> LONGEST = new EnumMap<>(Map.of(
            RosterField.GUARDIAN, LONGEST_NAME,
            RosterField.RELATION, 20,
            RosterField.WORK_PLACE, 100,
            RosterField.ADDRESS, 100,
            RosterField.SCHOOL, 60,
            RosterField.GRADE, 20,
            RosterField.UNIT, 80,
            RosterField.POST, 40,
            RosterField.MEMBERS, 200,
            RosterField.REMARK, 100));

    private Lengths() {}

    static void child(ChildDraft draft, Findings findings) {
        check(draft.row, findings);
    }

    static void check(RawRow row, Findings findings) {
        LONGEST.forEach((field, most) -> {
            if (field != RosterField.REMARK && row.trimmed(field).length() > most) {
                findings.add(field, Cause.TOO_LONG, "太长，只收前 " + most + " 个字");
            }
        });
    }

    static String clipped(RosterField field, String text) {
        int most = LONGEST.getOrDefault(field, Integer.MAX_VALUE);
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
