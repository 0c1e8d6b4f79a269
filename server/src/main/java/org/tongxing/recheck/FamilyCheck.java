package org.tongxing.recheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.FamilyState;
import org.tongxing.helper.Screening;
import org.tongxing.kernel.FamilyId;

/** What is to be put right about families on one day; a pure function of what is on file. */
record FamilyCheck(LocalDate day, List<CadreFamily> families, Map<FamilyId, Integer> loads) {

    private static final int NOTICE_DAYS = 30;

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (CadreFamily family : this.families) {
            if (family.state() != FamilyState.CONFIRMED) {
                continue;
            }
            int load = this.loads.getOrDefault(family.id(), 0);
            if (load > family.capacity()) {
                String text = family.familyName() + "带了 " + load + " 名，说好 " + family.capacity() + " 名";
                items.add(item(Kind.CAPACITY_PASSED, family, text, this.day));
            }
            Screening screening = family.screening();
            LocalDate until = screening.until();
            boolean clear = screening.stateOn(this.day) == Screening.State.CLEAR;
            if (!clear) {
                String text = family.familyName() + "：" + screening.text(this.day);
                items.add(item(Kind.SCREENING_DUE, family, text, until == null ? family.joinedOn() : until));
            } else if (until != null && !this.day.isBefore(until.minusDays(NOTICE_DAYS))) {
                String text =
                        "%s：%d 月 %d 日前重查".formatted(family.familyName(), until.getMonthValue(), until.getDayOfMonth());
                items.add(item(Kind.SCREENING_DUE, family, text, until.minusDays(NOTICE_DAYS)));
            }
        }
        return items;
    }

    private static Item item(Kind kind, CadreFamily family, String text, LocalDate since) {
        return new Item(
                kind,
                family.division().value(),
                kind.local(),
                text,
                null,
                family.id().value(),
                family.unit().value(),
                null,
                since);
    }
}
