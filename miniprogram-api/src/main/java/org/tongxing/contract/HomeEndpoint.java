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

    /**
     * Empty children for somebody who is not confirmed yet. The children of a whole village are read at {@link
     * ChildEndpoint#mine}.
     *
     * @param toConfirm visits and calls that wait for this person's one tap
     * @param questions questions about own visits that wait for an answer
     * @param setAside own visits that wait in the inbox
     */
    record HomeView(
            LocalDate today,
            List<TieView> ties,
            List<HomeChild> children,
            int toConfirm,
            int questions,
            int setAside) {}

    /**
     * A child as the paired family, the parent or the caregiver knows it.
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
    @Growing
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
