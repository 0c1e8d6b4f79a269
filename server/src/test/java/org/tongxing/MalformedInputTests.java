package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.account.Accounts;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Role;
import org.tongxing.membership.PhoneTokens;

/**
 * Sends broken requests to every endpoint of both contracts, {@code -Dmalformed.requests} of them each: none is an accident,
 * none tells how the server is made, and one that is refused changes nothing.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-malformed-${random.uuid}",
            // Whatever changes while a request is refused, the request has changed.
            "tongxing.coverage.fold-every=1h"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedInputTests {

    private static final int REQUESTS = Integer.getInteger("malformed.requests", 24);

    /** Written by what runs beside requests, or about them. */
    private static final Set<String> UNWATCHED = Set.of(
            "audit_entry",
            "audit_child",
            "EVENT_PUBLICATION",
            "event_publication",
            "division",
            "division_name",
            "flyway_schema_history",
            "notification",
            "nudge",
            "overdue_tally",
            "register_export",
            "register_export_piece",
            "roster_import",
            "roster_row",
            "plan",
            "plan_row",
            "sandbox_step");

    @LocalServerPort
    private int port;

    @Value("${tongxing.media.directory}")
    private Path media;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PhoneTokens tokens;

    private final List<String> failures = new ArrayList<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private AccessWorld world;
    private String watched;

    @BeforeAll
    void open() throws Exception {
        this.world = AccessWorld.at(this.port, this.media, this.jdbc, this.vault, this.accounts);
        this.watched = String.join(
                ", ",
                this.jdbc.queryForList("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name
                """, String.class).stream()
                        .filter(table -> !UNWATCHED.contains(table))
                        .toList());
    }

    @Test
    void theConsoleRefusesThemPlainly() throws Exception {
        breakAll("../admin-web/openapi.json");
    }

    @Test
    void thePhoneSideRefusesThemPlainly() throws Exception {
        breakAll("../miniprogram-api/openapi.json");
    }

    private void breakAll(String contract) throws Exception {
        this.failures.clear();
        for (Endpoint endpoint : Endpoint.of(Path.of(contract))) {
            String who = who(endpoint);
            Malformations malformations = new Malformations(
                    endpoint, endpoint.asked(slot -> this.world.thing(who, endpoint.kind(slot), false, endpoint), ""));
            if (malformations.possible()) {
                breakOne(endpoint, who, malformations);
            }
        }
        assertThat(this.failures).isEmpty();
        assertThat(this.answers).containsKey(400);
    }

    private void breakOne(Endpoint endpoint, String who, Malformations malformations) throws Exception {
        Map<String, Object> before = rows();
        List<Malformations.Broken> refused = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Malformations.Broken broken = malformations.next();
            int status = send(endpoint, who, broken);
            if (status < 400 && !endpoint.method().equals("GET")) {
                // Taken for sound, so that something may have changed; what was refused until now must not have.
                refused.clear();
                before = rows();
            } else {
                refused.add(broken);
            }
        }
        if (!refused.isEmpty() && !rows().equals(before)) {
            changedNothingAgain(endpoint, who, refused);
        }
    }

    /** Work that goes on beside may have changed something the first time; it hardly does so twice. */
    private void changedNothingAgain(Endpoint endpoint, String who, List<Malformations.Broken> refused)
            throws Exception {
        for (Malformations.Broken broken : refused) {
            Map<String, Object> before = rows();
            int status = send(endpoint, who, broken);
            Map<String, Object> after = rows();
            if (status >= 400 && !after.equals(before)) {
                after.entrySet().removeAll(before.entrySet());
                this.failures.add(endpoint + " was refused and changed " + after.keySet() + ": " + broken);
            }
        }
    }

    private int send(Endpoint endpoint, String who, Malformations.Broken broken) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>(broken.headers());
        if (AccessWorld.isRole(who)) {
            ConsoleClient client = this.world.console.get(Role.valueOf(who));
            headers.put(
                    "Cookie", "TONGXING=" + client.cookie("TONGXING") + "; XSRF-TOKEN=" + client.cookie("XSRF-TOKEN"));
            headers.put("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN"));
        } else {
            headers.put(
                    "Authorization",
                    "Bearer " + this.tokens.issue(this.world.account(who)).value());
        }
        RawHttp.Answer answer = new RawHttp(this.port).send(endpoint.method(), broken.target(), headers, broken.body());
        this.answers.merge(answer.status(), 1, Integer::sum);
        String text = answer.text();
        if (answer.status() >= 500 || text.contains("\tat ") || text.contains("Exception") || text.contains("java.")) {
            this.failures.add(endpoint + " as " + who + ": " + answer.status() + " for " + broken);
        }
        return answer.status();
    }

    private Map<String, Object> rows() {
        Map<String, Object> sums = new TreeMap<>();
        this.jdbc
                .queryForList("CHECKSUM TABLE " + this.watched)
                .forEach(row -> sums.put(row.get("Table").toString(), String.valueOf(row.get("Checksum"))));
        return sums;
    }

    /** Somebody who may ask. */
    private static String who(Endpoint endpoint) {
        String path = endpoint.path();
        if (path.startsWith("/api/phone")) {
            return path.contains("/contacts") || path.contains("consent")
                    ? "parent"
                    : path.contains("invitation") || path.contains("/children")
                            ? "director"
                            : path.contains("wishes") ? "volunteer" : path.contains("onfirm") ? "caregiver" : "family";
        }
        return path.matches("/api/admin/(accounts|audit|danger-reporters).*")
                ? Role.SECURITY_ADMIN.name()
                : path.matches("/api/admin/(adoptions|divisions).*")
                        ? Role.COUNTY_ADMIN.name()
                        : Role.TOWNSHIP_ADMIN.name();
    }
}
