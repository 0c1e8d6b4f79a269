package org.tongxing.account;

import jakarta.servlet.http.HttpSession;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Finds and ends the sessions of an account, wherever they were opened. */
@Component
@RequiredArgsConstructor
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    /** Files a session under its account, so that it can be found again. */
    public void file(HttpSession session, long accountId) {
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(accountId));
    }

    /** Ends the sessions of an account except the one kept; the request's own must be kept and invalidated by itself. */
    public void end(long accountId, @Nullable String keep) {
        this.repository.findByPrincipalName(Long.toString(accountId)).keySet().stream()
                .filter(id -> !id.equals(keep))
                .forEach(this.repository::deleteById);
    }
}
