package org.tongxing.contract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** 微心愿: the wall of wishes, without any child on it [JS-22]. */
@HttpExchange(url = "/api/phone/wishes", accept = "application/json")
public interface WishEndpoint {

    @GetExchange
    List<WishView> wall();

    /** Claims an open wish; refused with {@link ProblemCode#WISH_TAKEN} when somebody was faster. */
    @PostExchange("/{id}/claim")
    WishView claim(@PathVariable long id);

    /** What strangers may read of a wish: a random alias, an age band, the wish, the township. */
    record WishView(
            long id,
            String alias,
            String ageBand,
            String what,
            String why,
            @Nullable Integer valueCapYuan,
            WishState state,
            boolean mine,
            @Nullable LocalDate deliverBy,
            String townshipName) {}

    /** How far a wish has come. */
    @Growing
    enum WishState {
        PROPOSED,
        OPEN,
        CLAIMED,
        FULFILLED,
        CLOSED
    }
}
