package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.account.Accounts;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Role;
import org.tongxing.membership.PhoneTokens;

/**
 * Sends broken requests to every endpoint of both contracts and to those beside them, {@code -Dmalformed.requests} of them
 * each: none is an accident, none tells how the server is made, and one that is refused changes nothing. {@code bench/fuzz}
 * runs it with more.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=${malformed.directory:target}/sandbox-malformed-${random.uuid}",
            "spring.datasource.hikari.data-source-properties.queryInterceptors=org.tongxing.KeptRows"
        })
@Import(KeptRows.AroundRequests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedInputTests {

    private static final int REQUESTS = Integer.getInteger("malformed.requests", 24);
    private static final long SEED = Long.getLong("malformed.seed", 1);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("malformed.only", ""));

    /** Which of how many portions, such as {@code 1/8}. */
    private static final String[] PART =
            System.getProperty("malformed.part", "1/1").split("/");

    /** Whether what was asked so often before, says the report, is left as it is. */
    private static final boolean ON = Boolean.getBoolean("malformed.on");

    private static final int CONNECTIONS = 4;

    /** After so many requests everything is put there anew, if any of them was taken for sound. */
    private static final int ROUND = 400;

    /** Tells how the server is made. */
    private static final Pattern TELLTALE = Pattern.compile(
            "\tat |Exception|Apache Tomcat|SQLState"
                    + "|(?:java|javax|jakarta|org\\.tongxing|org\\.springframework|org\\.apache|com\\.mysql|tools\\.jackson)\\.[a-z]");

    /** Who asked for what is kept also of those who were refused. */
    private static final Set<String> ABOUT_REQUESTS = Set.of("audit_entry", "audit_child");

    /** What a refused request has to keep, and why. */
    private static final Map<String, Set<String>> HAVE_TO = Map.of(
            // What cannot be recorded as it was sent goes to an inbox, and whoever sent it is told so.
            "POST /api/phone/visits", Set.of("visit_set_aside", "visit_set_aside_child"));

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

    @Autowired
    private SessionRepository<? extends Session> sessions;

    private final ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<String> failures = new ArrayList<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final FuzzReport report = new FuzzReport(System.getProperty("malformed.report"));
    private Map<String, String> allowed;
    private AccessWorld world;
    private SessionCopies copies;

    @BeforeAll
    void open() throws Exception {
        this.world = AccessWorld.at(this.port, this.media, this.jdbc, this.vault, this.accounts);
        this.copies = new SessionCopies(this.sessions, this.world.console);
        this.allowed = FuzzReport.whoMay(Path.of("../docs/access.md"));
        this.logged.start();
        problems().addAppender(this.logged);
    }

    @AfterAll
    void close() {
        this.workers.shutdownNow();
        problems().detachAppender(this.logged);
    }

    private static Logger problems() {
        return (Logger) LoggerFactory.getLogger("org.tongxing.problem");
    }

    @Test
    void everythingRefusesThemPlainlyAndKeepsNothing() throws Exception {
        List<Endpoint> all = new ArrayList<>(Endpoint.of(Path.of("../admin-web/openapi.json")));
        all.addAll(Endpoint.of(Path.of("../miniprogram-api/openapi.json")));
        all.addAll(Endpoint.of(Path.of("src/test/resources/beside-the-contracts.json")));
        // Where places are done away with, what is there afterwards is asked in vain.
        all.sort(java.util.Comparator.comparing((Endpoint one) -> one.path().contains("/divisions")));
        try {
            for (int i = 0; i < all.size(); i++) {
                Endpoint endpoint = all.get(i);
                if (i % Integer.parseInt(PART[1]) == Integer.parseInt(PART[0]) - 1
                        && ONLY.matcher(endpoint.toString()).find()
                        && !(ON && this.report.asked(endpoint.toString()) >= REQUESTS)) {
                    breakOne(endpoint);
                }
            }
        } finally {
            this.failures.forEach(System.out::println);
        }
        assertThat(this.failures).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/admin/local-settings/FAMILY_CAPACITY, application/x-www-form-urlencoded, 415",
        "TRACE, /api/admin/families, application/json;charset=, 405",
        "POST, /api/admin/families, application/json;charset=, 415"
    })
    void refusesWhatOnceWasAnAccident(String method, String target, String type, int status) throws Exception {
        Map<String, String> headers =
                new LinkedHashMap<>(headers(Role.TOWNSHIP_ADMIN.name()).get());
        headers.put("Content-Type", type);
        try (RawHttp http = new RawHttp(this.port)) {
            byte[] body = "{\"value\":\"%' OR 1=1 #\"}".getBytes(StandardCharsets.UTF_8);
            RawHttp.Answer answer = http.send(method, target, headers, body);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text()).contains("application/problem+json");
        }
    }

    @Test
    void namesOnlySomeOfThousandsOfWrongElements() throws Exception {
        Map<String, String> headers =
                new LinkedHashMap<>(headers(Role.TOWNSHIP_ADMIN.name()).get());
        headers.put("Content-Type", "application/json");
        String wrong = IntStream.range(0, 5000).mapToObj(i -> "null").collect(Collectors.joining(","));
        try (RawHttp http = new RawHttp(this.port)) {
            byte[] body = "{\"childIds\":[%s]}".formatted(wrong).getBytes(StandardCharsets.UTF_8);
            RawHttp.Answer answer = http.send("PUT", "/api/admin/activities/1/attendance", headers, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("\"fields\"").hasSizeLessThan(10_000);
        }
    }

    @Test
    void seesWhatIsKept() throws Exception {
        Endpoint units = Endpoint.of(Path.of("../admin-web/openapi.json")).stream()
                .filter(one -> one.toString().equals("POST /api/admin/units"))
                .findFirst()
                .orElseThrow();
        Endpoint.Asked sound = asked(units, Role.TOWNSHIP_ADMIN.name());
        KeptRows.taken();
        Map<String, String> headers =
                new LinkedHashMap<>(headers(Role.TOWNSHIP_ADMIN.name()).get());
        headers.put("Content-Type", "application/json");
        headers.put(KeptRows.NUMBER, "sound");
        try (RawHttp http = new RawHttp(this.port)) {
            byte[] body = sound.body().toString().getBytes(StandardCharsets.UTF_8);
            assertThat(http.send("POST", sound.url(), headers, body).status()).isEqualTo(201);
        }
        assertThat(KeptRows.taken())
                .hasEntrySatisfying("sound", tables -> assertThat(tables).contains("unit", "audit_entry"));
    }

    private void breakOne(Endpoint endpoint) throws Exception {
        String who = this.allowed.getOrDefault(endpoint.toString(), "signed out");
        FuzzReport.Line line = this.report.line(endpoint.toString());
        for (int done = 0; done < REQUESTS; done += ROUND) {
            if (round(endpoint, who, line, done, Math.min(ROUND, REQUESTS - done))) {
                this.world.renew();
            }
        }
        // Whoever hung up was told nothing: of those accidents only the log knows.
        this.logged.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .forEach(event -> fail(endpoint + " as " + who + ": "
                        + event.getThrowableProxy().getClassName()));
        this.logged.list.clear();
        line.end();
        // Hours of requests are not lost where somebody ends them.
        this.report.write(line);
    }

    /** @return whether anything was taken for sound that may have changed something */
    private boolean round(Endpoint endpoint, String who, FuzzReport.Line line, int done, int requests)
            throws Exception {
        Endpoint.Asked sound = asked(endpoint, who);
        Supplier<Map<String, String>> headers = headers(who);
        Map<String, Sent> sent = new ConcurrentHashMap<>();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 0; worker < CONNECTIONS; worker++) {
            int own = worker;
            Malformations malformations = new Malformations(endpoint, SEED * 100_000 + done + worker);
            running.add(this.workers.submit(() -> {
                send(endpoint, who, headers, sound, malformations, own, requests, line, sent);
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        KeptRows.taken().forEach((number, tables) -> {
            Sent request = sent.get(number);
            tables.removeAll(ABOUT_REQUESTS);
            tables.removeAll(HAVE_TO.getOrDefault(endpoint.toString(), Set.of()));
            boolean mayKeep = request != null
                    && request.status() < 400
                    && !request.broken().method().equals("GET");
            if (!tables.isEmpty() && !mayKeep) {
                line.changed();
                fail(endpoint + " as " + who + " changed " + tables + ": " + request);
            }
        });
        return sent.values().stream()
                .anyMatch(request ->
                        request.status() < 400 && !request.broken().method().equals("GET"));
    }

    private Endpoint.Asked asked(Endpoint endpoint, String who) {
        return endpoint.asked(slot -> this.world.thing(who, endpoint.kind(slot), false, endpoint), "");
    }

    private void send(
            Endpoint endpoint,
            String who,
            Supplier<Map<String, String>> signed,
            Endpoint.Asked sound,
            Malformations malformations,
            int worker,
            int requests,
            FuzzReport.Line line,
            Map<String, Sent> sent)
            throws Exception {
        Map<String, String> own = signed.get();
        try (RawHttp http = new RawHttp(this.port)) {
            for (int i = worker; i < requests; i += CONNECTIONS) {
                Malformations.Broken broken = malformations.next(sound);
                Map<String, String> headers = new LinkedHashMap<>(i % 12 == 11 ? Map.of() : own);
                headers.putAll(broken.headers());
                headers.put(KeptRows.NUMBER, Integer.toString(i));
                RawHttp.Answer answer = http.send(broken.method(), broken.target(), headers, broken.body());
                // Bytes packed in a way nobody knows have to be answered so, says HTTP.
                int status = answer.status() == 501 && broken.headers().containsKey("Transfer-Encoding")
                        ? 400
                        : answer.status();
                line.count(status);
                sent.put(Integer.toString(i), new Sent(status, broken));
                if (status == 401 && i % 12 != 11) {
                    own = signed.get();
                }
                if (status >= 500
                        || status >= 400 && TELLTALE.matcher(answer.text()).find()) {
                    fail(endpoint + " as " + who + ": " + status + " for " + broken + "\n   "
                            + answer.text().lines().reduce("", (a, b) -> b));
                }
            }
        }
    }

    /** What says who asks, as often as it is wanted: some requests end it. */
    private Supplier<Map<String, String>> headers(String who) {
        if (who.equals("signed out")) {
            return Map::of;
        }
        if (AccessWorld.isRole(who)) {
            return () -> Map.of(
                    "Cookie", "TONGXING=" + this.copies.another(who) + "; XSRF-TOKEN=a-b-c", "X-XSRF-TOKEN", "a-b-c");
        }
        long account = this.world.account(who);
        return () ->
                Map.of("Authorization", "Bearer " + this.tokens.issue(account).value());
    }

    /** A few of each endpoint say it all. */
    private synchronized void fail(String what) {
        String endpoint = what.substring(0, what.indexOf(" as "));
        if (this.failures.stream().filter(one -> one.startsWith(endpoint + " ")).count() < 3) {
            this.failures.add(what);
        }
    }

    /** A request and what came of it. */
    private record Sent(int status, Malformations.Broken broken) {

        @Override
        public String toString() {
            return this.status + " for " + this.broken;
        }
    }
}
