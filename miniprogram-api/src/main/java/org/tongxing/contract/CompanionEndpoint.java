package org.tongxing.contract;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Children a volunteer is paired with for study help or company [GD-60, JS-21]. */
@HttpExchange(url = "/api/phone/companion", accept = "application/json")
public interface CompanionEndpoint {

    /** The children of the signed-in volunteer; none before a responsible person has confirmed the pairing. */
    @GetExchange("/children")
    List<AccompaniedView> children();

    /**
     * The least a volunteer needs: no full name, no village, no adult, no reason.
     *
     * @param plan where and how often, as the responsible person wrote it down
     */
    record AccompaniedView(
            String petName, int age, String townshipName, CompanionKind kind, String plan, LocalDate since) {}

    /** What a volunteer does with a child. */
    @Growing
    enum CompanionKind {
        /** 一对一助学 [GD-60]. */
        STUDY,
        COMPANY
    }
}
