package org.tongxing.contract;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.tongxing.contract.PhoneSessionEndpoint.TiesView;

/** What the signed-in person is tied to, and giving it up. Asking for a tie is part of {@link PhoneSessionEndpoint}. */
@HttpExchange(url = "/api/phone/ties", accept = "application/json")
public interface TieEndpoint {

    /** The ties as they are now. */
    @GetExchange
    TiesView ties();

    /** Gives up one tie; it takes a new request and a new confirmation to have it again. Signs out everywhere. */
    @DeleteExchange("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable long id);

    /** 注销: gives up every tie, forgets the number and the WeChat account, and signs out everywhere. */
    @DeleteExchange
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unbind();
}
