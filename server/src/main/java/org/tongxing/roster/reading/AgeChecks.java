package org.tongxing.roster.reading;

import java.time.LocalDate;

/** What a birthday means before any rule book is asked: whoever is of age is no child, whatever the category. */
final class AgeChecks {

    private static final int OF_AGE = 18;
    private static final int DAYS_AHEAD = 60;

    private AgeChecks() {}

    static void ofAge(ChildDraft draft, Findings findings) {
        LocalDate birthOn = draft.birthOn;
        if (birthOn == null || birthOn.plusYears(OF_AGE).isAfter(draft.today)) {
            return;
        }
        String clause = draft.categories.stream()
                .sorted()
                .findFirst()
                .map(category -> draft.rules.clause(category, draft.village))
                .orElse(null);
        findings.add(RosterField.BIRTH_ON, Cause.OF_AGE, "已满 18 岁，不再结对", clause, null);
    }

    /** Tells of a birthday ahead from which the cadre has to be a woman. */
    static void comingBirthday(CategoryCheck.Birthday birthday, LocalDate today, Findings findings) {
        LocalDate on = birthday.on();
        if (on.isAfter(today) && !on.isAfter(today.plusDays(DAYS_AHEAD))) {
            String text = on.getMonthValue() + " 月 " + on.getDayOfMonth() + " 日满 " + birthday.age() + " 岁，要配女干部";
            findings.add(RosterField.BIRTH_ON, Cause.GIRL_TURNS_EIGHT, text, birthday.clause(), null);
        }
    }
}
