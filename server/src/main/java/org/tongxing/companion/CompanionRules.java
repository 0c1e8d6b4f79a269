package org.tongxing.companion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.child.CaseFile;
import org.tongxing.contract.CompanionEndpoint.CompanionKind;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.Finding;
import org.tongxing.policy.Force;

/** What has to hold before a volunteer may be with a child. None of it can be waived: nobody owes a child a volunteer. */
@Component
@RequiredArgsConstructor
class CompanionRules {

    /** What no document in force says stands as a local rule. */
    private static final String LOCAL = "本地";

    static final int WOMAN_FROM_AGE = 8;

    private final CompanionMapper mapper;
    private final Adoptions adoptions;
    private final LocalSettings settings;

    List<Finding> findings(CaseFile child, CompanionMapper.Helper helper, CompanionKind kind, LocalDate on) {
        List<Finding> findings = new ArrayList<>();
        girlNeedsWoman(child, helper, on).ifPresent(findings::add);
        findings.add(nobodyOfTheChild(helper));
        findings.add(capacity(child, helper));
        boolean taken = this.mapper.active(child.id().value(), kind.name()) > 0;
        findings.add(new Finding("noDuplicate", LOCAL, Force.LOCAL, taken, taken ? "这孩子这一样已有人陪" : "这一样还没有人陪"));
        return findings;
    }

    /** As with paired families; where no book in force says so it holds all the same. */
    @Clause("JB-24")
    private Optional<Finding> girlNeedsWoman(CaseFile child, CompanionMapper.Helper helper, LocalDate on) {
        if (child.sex() != Sex.FEMALE || on.isBefore(child.birthOn().plusYears(WOMAN_FROM_AGE))) {
            return Optional.empty();
        }
        boolean woman = Sex.FEMALE.name().equals(helper.sex());
        String text = woman ? "是女的" : helper.sex() == null ? "性别没登记，请他重新报一次名" : "八岁以上女孩，要由女的陪";
        return Optional.of(
                new Finding("girlNeedsFemaleCadre", girlClause(child.village(), on), Force.MUST, !woman, text));
    }

    private String girlClause(DivisionCode village, LocalDate on) {
        return this.adoptions
                .rules(village, on)
                .on("girlNeedsFemaleCadre")
                .map(rule -> rule.id().toString())
                .orElse(LOCAL);
    }

    /** Somebody who is kept away from the child does not come back to it as a volunteer; its own people need no pairing. */
    private static Finding nobodyOfTheChild(CompanionMapper.Helper helper) {
        boolean around = helper.around() > 0;
        return new Finding("nobodyOfTheChild", LOCAL, Force.MUST, around, around ? "像是孩子身边的人，先核对" : "不是孩子身边的人");
    }

    private Finding capacity(CaseFile child, CompanionMapper.Helper helper) {
        int most = this.settings.value(child.village(), LocalSetting.COMPANION_CHILDREN);
        boolean full = helper.children() >= most;
        String text = full ? "已陪 " + helper.children() + " 名，满了" : "还能陪 " + (most - helper.children()) + " 名";
        return new Finding("capacity", "容量", Force.LOCAL, full, text);
    }
}
