package org.tongxing.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a console session nobody has used for its time. The store of sessions cannot tell: a page that was left open asks
 * for danger every few seconds, and every request keeps a session alive there. So the last deed of a person is kept
 * beside, by the clock of the machine like the store's own.
 */
@RequiredArgsConstructor
class IdleWatch extends OncePerRequestFilter {

    static final String LAST_DEED = "tongxing.lastDeed";

    /** What open pages ask and say by themselves. */
    private static final Set<String> BY_ITSELF = Set.of("/api/admin/dangers/waiting", "/api/admin/dangers/receipts");

    /** Noted no oftener, so that not every request writes a session. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final InstantSource time;
    private final Duration most;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            watch(session, request.getRequestURI());
        }
        chain.doFilter(request, response);
    }

    private void watch(HttpSession session, String path) {
        long now = this.time.millis();
        Duration idle = session.getAttribute(LAST_DEED) instanceof Long last ? Duration.ofMillis(now - last) : null;
        if (idle != null && idle.compareTo(this.most) >= 0) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        } else if (idle == null || !BY_ITSELF.contains(path) && idle.compareTo(NOTED_EVERY) >= 0) {
            session.setAttribute(LAST_DEED, now);
        }
    }
}
