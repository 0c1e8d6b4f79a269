package org.tongxing.roster.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the roster says of the child's situation: doubtful words make a note, never a refusal. */
final class SituationChecks {

    private SituationChecks() {}

    static void category(ChildDraft draft, Findings findings) {
        String written = draft.row.tight(RosterField.CATEGORY);
        if (written.isEmpty()) {
            findings.add(RosterField.CATEGORY, Cause.CATEGORY_MISSING, "没写儿童类别，先登记，按情况判断", "JB-06", null);
            return;
        }
        draft.categories = DeclaredCategory.read(written).orElse(Set.of());
        if (draft.categories.isEmpty()) {
            findings.add(
                    RosterField.CATEGORY, Cause.CATEGORY_UNKNOWN, "没有“" + written + "”这一类，先登记，按情况判断", "JB-06", null);
        }
        if (draft.categories.contains(DeclaredCategory.ORPHAN_IN_INSTITUTION)) {
            findings.add(RosterField.CATEGORY, Cause.CATEGORY_NOT_PAIRED, "集中供养的孤儿不结对，登记后不算这一类", "JB-07", null);
        }
    }

    static void hukou(ChildDraft draft, Findings findings) {
        String written = draft.row.tight(RosterField.HUKOU);
        if (written.matches("农业.*|农村.*|农")) {
            draft.rural = true;
        } else if (written.matches("非农.*|城镇.*|城市.*|居民.*|非")) {
            draft.rural = false;
        } else if (draft.categories.contains(DeclaredCategory.LEFT_BEHIND)) {
            findings.add(RosterField.HUKOU, Cause.HUKOU_UNKNOWN, "看不出是不是农村户籍", "JB-15", null);
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
        draft.awaySince = reading.day();
        boolean away = draft.father == ParentSituation.WORKING_AWAY || draft.mother == ParentSituation.WORKING_AWAY;
        if (reading.shape() == Dates.Shape.UNREADABLE || reading.shape() == Dates.Shape.NO_SUCH_DAY) {
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_WRONG, "看不懂哪天外出的，写成 2025-03 这样", "JB-17", null);
        } else if (draft.awaySince != null && draft.awaySince.isBefore(IdentityChecks.EARLIEST)) {
            draft.awaySince = null;
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_WRONG, "年份太早，看看写对没有", "JB-17", null);
        } else if (draft.awaySince != null && draft.awaySince.isAfter(draft.today)) {
            draft.awaySince = null;
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_WRONG, "外出的日子还没到", "JB-17", null);
        } else if (away && draft.awaySince == null && draft.categories.contains(DeclaredCategory.LEFT_BEHIND)) {
            findings.add(RosterField.AWAY_SINCE, Cause.AWAY_SINCE_MISSING, "没写哪天外出，满没满 3 个月看不出", "JB-17", null);
        }
    }

    static void disability(ChildDraft draft, Findings findings) {
        String written = draft.row.tight(RosterField.DISABILITY);
        List<Disability> read = Disability.read(written).orElse(null);
        if (read == null) {
            findings.add(RosterField.DISABILITY, Cause.DISABILITY_UNKNOWN, "看不懂残疾等级，写成“肢体二级”这样", "JB-11", null);
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
        if (draft.disabilities.isEmpty() && draft.categories.contains(DeclaredCategory.LOW_INCOME_SEVERELY_DISABLED)) {
            findings.add(RosterField.DISABILITY, Cause.DISABILITY_MISSING, "没写残疾类别等级", "JB-11", null);
        }
    }
}
