package org.tongxing.roster.reading;

import org.tongxing.roster.sheet.RawCell;

/** Who looks after the child, and how to reach that person. */
final class CarerChecks {

    private CarerChecks() {}

    static void guardian(ChildDraft draft, Findings findings) {
        if (draft.row.cell(RosterField.GUARDIAN).isBlank()) {
            findings.add(RosterField.GUARDIAN, Cause.GUARDIAN_MISSING, "没写谁在照看，收下后补上");
            return;
        }
        String written = draft.row.tight(RosterField.RELATION);
        draft.relation = Relation.of(written).orElse(null);
        if (draft.relation == null) {
            String text = written.isEmpty() ? "没写和孩子是什么关系" : "看不懂“" + written + "”是什么关系";
            findings.add(RosterField.RELATION, Cause.RELATION_UNKNOWN, text);
            return;
        }
        ParentSituation situation = switch (draft.relation) {
            case FATHER -> draft.father;
            case MOTHER -> draft.mother;
            default -> null;
        };
        if (situation != null && situation.cannotCare()) {
            String parent = draft.relation == Relation.FATHER ? "父亲" : "母亲";
            RosterField column = draft.relation == Relation.FATHER ? RosterField.FATHER : RosterField.MOTHER;
            String said = draft.row.tight(column);
            findings.add(RosterField.RELATION, Cause.GUARDIAN_CANNOT_CARE, "写着" + parent + said + "，照看的人又是" + parent);
        } else if (!draft.relation.isParent()) {
            findings.add(RosterField.RELATION, Cause.GUARDIAN_NOT_PARENT, "照看的不是父母，要有委托照护协议");
        }
    }

    static void phone(ChildDraft draft, Findings findings) {
        draft.phone = phone(draft.row, findings);
    }

    static @org.jspecify.annotations.Nullable String phone(RawRow row, Findings findings) {
        RawCell cell = row.cell(RosterField.PHONE);
        String phone = Phones.mobile(cell.text());
        if (cell.isBlank()) {
            findings.add(RosterField.PHONE, Cause.PHONE_MISSING, "电话空着，收下后补上");
        } else if (phone == null) {
            findings.add(RosterField.PHONE, Cause.PHONE_WRONG, "不像手机号，收下后补上");
        }
        return phone;
    }
}
