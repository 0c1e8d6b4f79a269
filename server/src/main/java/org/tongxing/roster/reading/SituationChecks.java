package org.tongxing.roster.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.IdNumber;

/** What the roster says of the child's situation: doubtful words make a note, never a refusal. */
final class SituationChecks {

    private SituationChecks() {}

    static void category(ChildDraft draft, Findings findings) {
        String written = draft.row.tight(RosterField.CATEGORY);
        String clause = draft.clause(Topic.CATEGORIES);
        if (written.isEmpty()) {
            findings.add(RosterField.CATEGORY, Cause.CATEGORY_MISSING, "没写儿童类别，先登记，按情况判断", clause, null);
            return;
        }
        draft.categories =
                DeclaredCategory.read(written, draft.rules, draft.village).orElse(Set.of());
        if (draft.categories.isEmpty()) {
            findings.add(
                    RosterField.CATEGORY, Cause.CATEGORY_UNKNOWN, "没有“" + written + "”这一类，先登记，按情况判断", clause, null);
        }
    }

    static void hukou(ChildDraft draft, Findings findings) {
        String written = draft.row.tight(RosterField.HUKOU);
        if (written.matches("农业.*|农村.*|农")) {
            draft.rural = true;
        } else if (written.matches("非农.*|城镇.*|城市.*|居民.*|非")) {
            draft.rural = false;
        } else if (draft.categories.contains(DeclaredCategory.LEFT_BEHIND)) {
            findings.add(RosterField.HUKOU, Cause.HUKOU_UNKNOWN, "看不出是不是农村户籍", draft.clause(Topic.HUKOU), null);
        }
    }

    static void parents(ChildDraft draft, Findings findings) {
        draft.father = parent(RosterField.FATHER, draft, findings);
        draft.mother = parent(RosterField.MOTHER, draft, findings);
    }

    private static @Nullable ParentSituation parent(RosterField field, ChildDraft draft, Findings findings) {
        String written = draft.row.tight(field);
        ParentSituation situation = ParentSituation.of(written).orElse(null);
        if (situation == null && !written.isEmpty()) {
            findings.add(field, Cause.PARENT_UNKNOWN, "看不懂“" + written + "”，先登记，走访时补上");
        }
        return situation;
    }

    static void away(ChildDraft draft, Findings findings) {
        Dates.Reading reading = Dates.read(draft.row.cell(RosterField.AWAY_SINCE));
        String clause = draft.clause(Topic.TIME_AWAY);
        draft.awaySince = reading.day();
        boolean matters = draft.categories.isEmpty() || draft.categories.contains(DeclaredCategory.LEFT_BEHIND);
        if (reading.shape() == Dates.Shape.UNREADABLE || reading.shape() == Dates.Shape.NO_SUCH_DAY) {
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_WRONG, "看不懂哪天外出的，写成 2025-03 这样", clause, null);
        } else if (draft.awaySince != null && draft.awaySince.isBefore(IdentityChecks.EARLIEST)) {
            draft.awaySince = null;
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_WRONG, "年份太早，看看写对没有", clause, null);
        } else if (draft.awaySince != null && draft.awaySince.isAfter(draft.today)) {
            draft.awaySince = null;
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_WRONG, "外出的日子还没到", clause, null);
        } else if (isAway(draft) && draft.awaySince == null && matters) {
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_MISSING, "没写哪天外出的，先按已经满了时间算，补上日子再定", clause, null);
        }
    }

    private static boolean isAway(ChildDraft draft) {
        return draft.father == ParentSituation.WORKING_AWAY || draft.mother == ParentSituation.WORKING_AWAY;
    }

    /** Where a parent works: what is not understood beyond doubt stays a text, and counts for the child. */
    record WorkPlace(Places places) implements ChildDraft.Check {

        @Override
        public void check(ChildDraft draft, Findings findings) {
            String written = draft.row.tight(RosterField.WORK_PLACE);
            if (written.isEmpty() || draft.village == null || !isAway(draft)) {
                return;
            }
            Places.Place place = this.places.find(written, draft.village).orElse(null);
            if (place != null) {
                draft.workDivision = place.code();
                if (!place.name().equals(written)) {
                    findings.add(RosterField.WORK_PLACE, Cause.WORK_PLACE_READ, "务工地按" + place.name() + "记");
                }
            }
            String clause = draft.clause(Topic.WORK_PLACE);
            if (clause != null && (place == null || place.mayBe(draft.village.at(DivisionCode.Level.COUNTY)))) {
                String text = "看不出“" + Findings.shortened(written) + "”是哪个县，先按出县务工算";
                findings.add(RosterField.WORK_PLACE, Cause.WORK_PLACE_UNKNOWN, text, clause, null);
            }
        }
    }

    static void disability(ChildDraft draft, Findings findings) {
        String written = draft.row.tight(RosterField.DISABILITY);
        List<Disability> read = Disability.read(written).orElse(null);
        String clause = draft.clause(Topic.DISABILITY);
        if (read == null) {
            findings.add(RosterField.DISABILITY, Cause.DISABILITY_UNKNOWN, "看不懂残疾等级，写成“肢体二级”这样", clause, null);
            return;
        }
        draft.disabilities = read;
        IdNumber own = draft.idNumber;
        if (own != null
                && read.stream()
                        .anyMatch(one -> one.owner() != null && !own.value().equals(one.owner()))) {
            draft.disabilities = List.of();
            findings.add(RosterField.DISABILITY, Cause.DISABILITY_OF_SOMEBODY_ELSE, "残疾证号不是这个孩子的");
        }
        boolean said = draft.categories.contains(DeclaredCategory.LOW_INCOME_SEVERELY_DISABLED)
                || draft.categories.contains(DeclaredCategory.SEVERELY_DISABLED);
        if (draft.disabilities.isEmpty() && said) {
            findings.add(RosterField.DISABILITY, Cause.DISABILITY_MISSING, "没写残疾类别等级", clause, null);
        }
    }
}
