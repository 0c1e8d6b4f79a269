package org.tongxing.contract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.tongxing.contract.ChildEndpoint.MyChildView;

/** 该做的事: what the signed-in person owes to children, by all confirmed ties together; one list, nobody is told twice. */
@HttpExchange(url = "/api/phone/duties", accept = "application/json")
public interface DutyEndpoint {

    /** What is to be done now, what is overdue first, then what is due soonest; at most two hundred. */
    @GetExchange
    List<DutyView> mine();

    /**
     * Something to do for a child, why, and until when.
     *
     * @param text as one says it: 该去看看了
     * @param clause why
     * @param title what the clause asks for, in plain words
     * @param until the first day on which it is too late; past already when it is overdue
     * @param lastDoneOn when this was done last; absent when it never was
     * @param efforts how often somebody went since then and met nobody
     */
    record DutyView(
            MyChildView child,
            DutyDeed deed,
            String text,
            String clause,
            String title,
            LocalDate until,
            boolean overdue,
            @Nullable LocalDate lastDoneOn,
            int efforts) {}

    /** What has to be done. */
    @Growing
    enum DutyDeed {
        VISIT,
        CARE_ACTIVITY,
        CONTACT,
        UPDATE,
        GUIDANCE,
        TRAINING
    }
}
