package org.tongxing.roster.reading;

import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** Reads a row about a cadre family. */
record FamilyChecks(VillageNames villages, CategoryCheck rules) {

    private static final int LARGEST_CAPACITY = 20;

    /** The family, or null when the row is refused. */
    @Nullable
    FamilyEntry read(RawRow row, Findings findings) {
        String name = Texts.name(row.cell(RosterField.CADRE).text());
        if (name.isEmpty()) {
            findings.add(RosterField.CADRE, Cause.NAME_MISSING, "没写干部姓名", clause(Topic.HELPERS), null);
        }
        if (name.length() > Lengths.LONGEST_NAME) {
            findings.add(RosterField.CADRE, Cause.NAME_TOO_LONG, IdentityChecks.TOO_LONG);
        }
        Lengths.check(row, findings);
        Sex sex = IdentityChecks.read(row);
        if (sex == null) {
            findings.add(RosterField.SEX, Cause.SEX_MISSING, "性别要写男或女，配女童时要用", clause(Topic.FEMALE_CADRE), null);
        }
        String unit = Lengths.clipped(RosterField.UNIT, row.tight(RosterField.UNIT));
        if (unit.isEmpty()) {
            findings.add(RosterField.UNIT, Cause.UNIT_MISSING, "没写单位", clause(Topic.HELPERS), null);
        }
        String phone = CarerChecks.phone(row, findings);
        DivisionCode village = linkedVillage(row, findings);
        Integer capacity = capacity(row, findings);
        return findings.refused() || sex == null
                ? null
                : new FamilyEntry(
                        name,
                        sex,
                        unit,
                        blankToNull(Lengths.clipped(RosterField.POST, row.tight(RosterField.POST))),
                        phone,
                        village,
                        blankToNull(Lengths.clipped(RosterField.MEMBERS, row.trimmed(RosterField.MEMBERS))),
                        capacity,
                        blankToNull(row.trimmed(RosterField.REMARK)));
    }

    private @Nullable String clause(Topic topic) {
        return this.rules.clause(topic, null);
    }

    private @Nullable DivisionCode linkedVillage(RawRow row, Findings findings) {
        String written = row.tight(RosterField.LINKED_VILLAGE);
        DivisionCode village = PlaceCheck.village(this.villages, RosterField.LINKED_VILLAGE, written, findings);
        if (village == null && !written.isEmpty()) {
            String meant = this.villages.nearest(written).orElse(null);
            String text = "没有叫“" + written + "”的村" + (meant == null ? "，收下后补上" : "，是不是" + meant + "？");
            findings.add(
                    RosterField.LINKED_VILLAGE,
                    Cause.LINKED_VILLAGE_UNKNOWN,
                    text,
                    clause(Topic.LINKED_VILLAGE),
                    meant);
        }
        return village;
    }

    private static @Nullable Integer capacity(RawRow row, Findings findings) {
        String written = row.tight(RosterField.CAPACITY).replaceAll("[名个人]$", "");
        if (written.isEmpty()) {
            findings.add(RosterField.CAPACITY, Cause.CAPACITY_MISSING, "没写能带几名，按本地设置");
            return null;
        }
        if (!written.matches("\\d{1,2}") || Integer.parseInt(written) > LARGEST_CAPACITY) {
            findings.add(RosterField.CAPACITY, Cause.CAPACITY_WRONG, "能带几名要写 0 到 20 的数");
            return null;
        }
        return Integer.valueOf(written);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
