package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** 供需对接 as a volunteer sees it [JB-54, GD-70]: what is needed, without whose need it is, and what one has offered. */
@HttpExchange(url = "/api/phone", accept = "application/json")
public interface BoardEndpoint {

    /** What is needed and not yet promised in the townships where the caller helps. */
    @GetExchange("/needs")
    List<NeedView> needs();

    /** What the caller has offered, the latest first, and what became of it. */
    @GetExchange("/offers")
    List<OfferView> offers();

    /** The townships where the caller may help now. */
    @GetExchange("/offers/places")
    List<OfferPlaceView> places();

    /** Offers something; the same offer sent twice is one. */
    @PostExchange("/offers")
    OfferView offer(@Valid @RequestBody OfferRequest request);

    /** Takes an offer back; what has been docked already stands. */
    @DeleteExchange("/offers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id);

    /** The four kinds of things people need and give. */
    @Growing
    enum HelpCategory {
        GOODS,
        SERVICE,
        SKILL,
        MONEY
    }

    /** How far it has come that an offer was given to a need. */
    @Growing
    enum DockingState {
        DOCKED,
        DONE,
        FELL_THROUGH
    }

    /**
     * What somebody would give or do.
     *
     * @param divisionCode a township where the caller helps
     * @param measure what is counted: 小时, 件, 元
     * @param needId the need it answers, if it does
     */
    record OfferRequest(
            @NotBlank @Size(max = 12) String divisionCode,
            @NotNull HelpCategory category,
            @NotBlank @Size(max = 100) String what,
            @NotNull @Positive @Max(1_000_000) Integer quantity,
            @NotBlank @Size(max = 8) String measure,
            @NotNull LocalDate fromOn,
            @NotNull LocalDate untilOn,
            @Nullable Long needId) {}

    /** What is needed; nothing tells for whom. */
    record NeedView(
            long id,
            HelpCategory category,
            String what,
            @Nullable String purpose,
            int left,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn,
            String divisionCode,
            String townshipName) {}

    /**
     * What the caller has offered.
     *
     * @param docked how many of them have found a need
     * @param withdrawn whether the rest was taken back
     */
    record OfferView(
            long id,
            HelpCategory category,
            String what,
            int quantity,
            int docked,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn,
            String townshipName,
            boolean withdrawn,
            List<OfferDockingView> dockings) {}

    /** A township. */
    record OfferPlaceView(String divisionCode, String name) {}

    /** What a part of an offer was given to. */
    record OfferDockingView(
            String what,
            int quantity,
            DockingState state,
            @Nullable LocalDate endedOn) {}
}
