package org.tongxing.contract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieView;

/** The first page of the phone: my children and what to do next. */
@HttpExchange(url = "/api/phone/home", accept = "application/json")
public interface HomeEndpoint {

    @GetExchange
    HomeView home();

    /** Empty children for somebody who is not confirmed yet. */
    record HomeView(LocalDate today, List<TieView> ties, List<HomeChild> children) {}

    /**
     * A child as the paired family or the parent knows it.
     *
     * @param as as what the signed-in person is tied to this child
     * @param windows the six two-month windows of the year [JB-41]; empty for parents
     */
    record HomeChild(
            long id,
            TieKind as,
            String petName,
            int age,
            String sex,
            String villageName,
            @Nullable LocalDate lastVisitOn,
            int visitsThisYear,
            List<Window> windows,
            @Nullable NextAction nextAction) {}

    /**
     * A stretch of days in which something is owed.
     *
     * @param until exclusive
     */
    record Window(LocalDate from, LocalDate until, WindowState state) {}

    /** What became of a window. */
    enum WindowState {
        MET,
        DUE,
        OVERDUE,
        AHEAD,
        NOT_OWED
    }

    /** What to do next, why, and until when. */
    record NextAction(String text, String clause, LocalDate until) {}
}
