package org.tongxing.roster.reading;

import org.tongxing.kernel.DivisionCode;

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
        draft.village = this.villages.find(written).orElse(null);
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

    private boolean sameVillage(DivisionCode village, String name) {
        return this.villages.find(name).filter(village::equals).isPresent();
    }
}
