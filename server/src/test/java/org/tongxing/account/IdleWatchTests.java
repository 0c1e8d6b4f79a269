package org.tongxing.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** A session ends when nobody has used it for its time, however often an open page asks by itself. */
class IdleWatchTests {

    private static final String DEED = "/api/admin/children";
    private static final String POLL = "/api/admin/dangers/waiting";

    private final MockHttpSession session = new MockHttpSession();
    private Instant now = Instant.parse("2026-06-15T00:00:00Z");
    private final IdleWatch watch = new IdleWatch(() -> this.now, Duration.ofHours(8));

    @Test
    void endsASessionThatOnlyPollsHaveUsed() throws Exception {
        ask(DEED);
        for (int i = 0; i < 15; i++) {
            after(Duration.ofMinutes(30), POLL);
        }
        assertThat(this.session.isInvalid()).isFalse();
        after(Duration.ofMinutes(30), POLL);
        assertThat(this.session.isInvalid()).isTrue();
    }

    @Test
    void keepsASessionSomebodyUses() throws Exception {
        for (int i = 0; i < 10; i++) {
            after(Duration.ofHours(7), DEED);
        }
        assertThat(this.session.isInvalid()).isFalse();
    }

    @Test
    void endsASessionBeforeADeedThatComesTooLate() throws Exception {
        ask(DEED);
        after(Duration.ofHours(8), DEED);
        assertThat(this.session.isInvalid()).isTrue();
    }

    @Test
    void leavesASignInWithoutASessionAlone() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/admin/session");
        this.watch.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(request.getSession(false)).isNull();
    }

    private void after(Duration pause, String path) throws Exception {
        this.now = this.now.plus(pause);
        ask(path);
    }

    private void ask(String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setSession(this.session);
        this.watch.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
