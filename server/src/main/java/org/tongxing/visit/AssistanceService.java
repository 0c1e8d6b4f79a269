package org.tongxing.visit;

import org.tongxing.kernel.Clause;

/** 帮扶服务: what can be done about a difficulty [JB-46]. */
@Clause("JB-46")
public enum AssistanceService {
    BASIC_SECURITY("基本保障"),
    TEMPORARY_AID("临时救助"),
    HOME_VISITING("家庭探访"),
    COUNSELLING("心理慰藉"),
    BACK_TO_SCHOOL("控辍保学"),
    EDUCATION("教育帮扶"),
    FINDING_RELATIVES("寻亲返家"),
    LEGAL_AID("法律援助");

    private final String label;

    AssistanceService(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }
}
