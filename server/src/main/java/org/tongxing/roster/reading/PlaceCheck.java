package org.tongxing.roster.reading;

import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.FormerName;

/** Where a child lives: the village must be one of the township's, and the address should begin with it. */
record PlaceCheck(VillageNames villages) implements ChildDraft.Check {

    @Override
    public void check(ChildDraft draft, Findings findings) {
        String written = draft.row.tight(RosterField.VILLAGE);
        String inAddress =
                this.villages.inAddress(draft.row.tight(RosterField.ADDRESS)).orElse(null);
        if (written.isEmpty()) {
            findings.add(RosterField.VILLAGE, Cause.VILLAGE_MISSING, "没写是哪个村", null, inAddress);
            return;
        }
        draft.village = village(this.villages, RosterField.VILLAGE, written, findings);
        if (draft.village == null) {
            String meant = inAddress == null ? this.villages.nearest(written).orElse(null) : inAddress;
            String text = "没有叫“" + written + "”的村" + (meant == null ? "" : "，是不是" + meant + "？");
            findings.add(RosterField.VILLAGE, Cause.VILLAGE_UNKNOWN, text, null, meant);
        } else if (inAddress != null && !sameVillage(draft.village, inAddress)) {
            findings.add(
                    RosterField.VILLAGE,
                    Cause.VILLAGE_NOT_OF_ADDRESS,
                    "住址写的是" + inAddress + "，看看是哪个村",
                    null,
                    inAddress);
        }
    }

    /** The village of a field; one that has merged or changed its name since is taken for what it is today, and said so. */
    static @Nullable DivisionCode village(VillageNames villages, RosterField field, String written, Findings findings) {
        DivisionCode village = villages.find(written).orElse(null);
        if (village != null) {
            return village;
        }
        FormerName former = villages.former(written).orElse(null);
        if (former == null) {
            return null;
        }
        String now = former.now().name();
        String became = former.merged() ? "“%s”已并入%s，按%s记" : "“%s”现在叫%s，按%s记";
        findings.add(field, Cause.VILLAGE_MERGED, became.formatted(former.name(), now, now), null, now);
        return former.now().code();
    }

    private boolean sameVillage(DivisionCode village, String name) {
        return this.villages.find(name).filter(village::equals).isPresent();
    }
}
