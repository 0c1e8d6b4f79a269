package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongxing.account.Accounts;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Role;
import org.tongxing.membership.PhoneTokens;

/**
 * Asks every endpoint of both contracts on behalf of everybody, with things of the own place and of another one, and
 * compares what comes of it with {@code docs/access.md}. Each request is undone, so that the next finds the same world.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-access-${random.uuid}")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTests {

    private static final Pattern PATH_VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Path TABLE = Path.of("../docs/access.md");
    private static final String NOBODY = "signed out";

    /** Where naming something of another place is no question of scope, and why. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry(
                    "POST /api/phone/dangers",
                    "a report of danger is never turned away; a child out of reach is words"),
            Map.entry("POST /api/phone/session/staff", "whoever answers for a place asks to; it shows nothing"),
            Map.entry("PUT /api/phone/volunteer/places/{code}", "help may be offered anywhere; it shows nothing"),
            Map.entry("PUT /api/phone/volunteer", "help may be offered anywhere; it shows nothing"),
            Map.entry("GET /api/admin/divisions/{code}", "names of places are no secret"),
            Map.entry("POST /api/admin/nudges/{batch}/undo", "only whoever pressed may; to others it is too late"),
            Map.entry("POST /api/admin/dangers/receipts", "only what is on one's own screen gets a receipt"),
            Map.entry("POST /api/admin/children/search family", "a list narrowed to what is out of reach is empty"),
            Map.entry("POST /api/admin/nudges familyId", "a list narrowed to what is out of reach is empty"),
            Map.entry("POST /api/admin/nudges unitId", "a list narrowed to what is out of reach is empty"),
            Map.entry("PUT /api/phone/wishes/{id}/arrival photoId", "a picture somebody else took is none"),
            Map.entry("POST /api/phone/photo-consents/papers photoId", "a picture somebody else took is none"));

    /** What stands in an address without naming anything of a place. */
    private static final Set<String> NAMELESS = Set.of("facet", "code", "year", "number", "audience", "key");

    /** Books of rules are everybody's. */
    private static final String BOOKS = "/api/admin/rulebooks/";

    /** They ask WeChat, which nobody does inside a transaction; they change nothing that others here find. */
    private static final Set<String> OF_THEIR_OWN = Set.of(
            "POST /api/phone/session",
            "POST /api/phone/session/phone-number",
            "POST /api/phone/wishes/of-child/{childId}",
            "POST /api/phone/needs/of-child/{childId}",
            "PUT /api/phone/needs/{id}",
            "POST /api/phone/offers",
            "PUT /api/phone/wishes/{id}/thanks",
            "GET /api/phone/invitations/{id}/picture",
            "GET /api/admin/invitations/{id}/picture");

    /** Where 400 says that what was typed is wrong, after the right to type it was there. */
    private static final Set<String> WRONG_CODE = Set.of("SMS_CODE_WRONG", "CODE_WRONG");

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 413, 415);

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

    @Autowired
    private WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("springSessionRepositoryFilter")
    private Filter sessionFilter;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private Filter securityFilter;

    private final List<String> failures = new ArrayList<>();
    private AccessWorld world;
    private SessionCopies copies;
    private MockMvc mvc;

    @BeforeAll
    void open() throws Exception {
        this.world = AccessWorld.at(this.port, this.media, this.jdbc, this.vault, this.accounts);
        this.mvc = MockMvcBuilders.webAppContextSetup(this.context)
                .addFilters(this.sessionFilter, this.securityFilter)
                .build();
        this.copies = new SessionCopies(this.sessions, this.world.console);
    }

    @Test
    void everybodyGetsWhatTheTableSaysAndNothingElse() throws Exception {
        List<String> phones = AccessWorld.PHONES;
        List<String> roles =
                new ArrayList<>(List.of(Role.values()).stream().map(Role::name).toList());
        roles.add(NOBODY);
        String actual = """
                # Who gets what

                Written by `AccessMatrixTests` with `-Dupdate-docs=true` and read by people: a change in it is a change of rights.
                Before the slash stands what comes of asking with things of one's own place, after it with something of another
                place, each in turn; `–` where a request names nothing. `ok` means that the right to ask was there, whatever the
                state of the thing made of it. No request is refused because its body does not fit: that would hide the answer.

                ## Console

                """
                + table("../admin-web/openapi.json", roles)
                + "\n## Phone\n\n"
                + table("../miniprogram-api/openapi.json", phones);
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(TABLE, actual);
        }
        assertThat(this.failures).isEmpty();
        assertThat(actual).isEqualTo(Files.readString(TABLE));
    }

    @Test
    void coversEveryAddressTheServerAnswers() throws Exception {
        List<Endpoint> known = new ArrayList<>(Endpoint.of(Path.of("../admin-web/openapi.json")));
        known.addAll(Endpoint.of(Path.of("../miniprogram-api/openapi.json")));
        assertThat(known.stream()
                        .flatMap(one -> PATH_VARIABLE
                                .matcher(one.path())
                                .results()
                                .map(found -> found.group(1))
                                .filter(name -> one.kind(name) == null && !NAMELESS.contains(name))
                                .filter(name -> !one.path().startsWith(BOOKS))
                                .map(name -> one + " " + name)))
                .as("what an address names has to be asked of another place as well")
                .isEmpty();
        // Signed by themselves and not by somebody, or by WeChat, or for everybody who holds a certificate.
        known.addAll(Endpoint.of(Path.of("src/test/resources/beside-the-contracts.json")));
        Set<String> described = known.stream().map(Endpoint::toString).collect(Collectors.toSet());
        List<String> answered = new ArrayList<>();
        this.handlers.getHandlerMethods().forEach((how, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.tongxing")) {
                how.getPatternValues()
                        .forEach(path -> how.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> answered.add(verb + " " + path.replace("{*", "{"))));
            }
        });
        assertThat(answered).hasSizeGreaterThan(300).allMatch(described::contains);
    }

    private String table(String contract, List<String> people) throws Exception {
        StringBuilder table = new StringBuilder(
                "| | " + String.join(" | ", people) + " |\n|" + " --- |".repeat(people.size() + 1) + "\n");
        for (Endpoint endpoint : Endpoint.of(Path.of(contract))) {
            table.append("| `").append(endpoint).append("` |");
            for (String who : people) {
                table.append(" ").append(cell(endpoint, who)).append(" |");
            }
            table.append("\n");
        }
        return table.toString();
    }

    private String cell(Endpoint endpoint, String who) throws Exception {
        String own = word(ask(endpoint, who, ""));
        List<String> outside = new ArrayList<>();
        for (String slot : endpoint.slots()) {
            int status = ask(endpoint, who, slot);
            if (!Set.of(401, 403, 404).contains(status)
                    && !OPEN.containsKey(endpoint.toString())
                    && !OPEN.containsKey(endpoint + " " + slot)) {
                this.failures.add(endpoint + " as " + who + " with another place's " + slot + ": " + status);
            }
            outside.add(word(status));
        }
        return own + "/"
                + (outside.isEmpty()
                        ? "–"
                        : String.join(" ", outside.stream().distinct().sorted().toList()));
    }

    private static String word(int status) {
        return REFUSALS.contains(status) ? Integer.toString(status) : "ok";
    }

    /** Asks and undoes; the slot, if there is one, names something of another place. */
    private int ask(Endpoint endpoint, String who, String outside) throws Exception {
        Endpoint.Asked asked = endpoint.asked(
                slot -> this.world.thing(who, endpoint.kind(slot), slot.equals(outside), endpoint), outside);
        AbstractMockHttpServletRequestBuilder<?> request = request(endpoint, who, asked);
        Long before = lastRow();
        int status = OF_THEIR_OWN.contains(endpoint.toString())
                ? status(endpoint, who, request)
                : new TransactionTemplate(this.transactions).execute(undone -> {
                    undone.setRollbackOnly();
                    return status(endpoint, who, request);
                });
        if (status == 400) {
            this.failures.add(endpoint + " as " + who + " [" + outside + "]: the body does not fit, " + asked);
        }
        if (status >= 500) {
            this.failures.add(endpoint + " as " + who + " [" + outside + "]: " + status + " for " + asked);
        }
        if (status == 404 && !who.equals(NOBODY) && rowsSince(before) == 0) {
            this.failures.add(endpoint + " as " + who + " [" + outside + "]: 404 without a row of the audit");
        }
        return status;
    }

    private int status(Endpoint endpoint, String who, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            MockHttpServletResponse answer =
                    this.mvc.perform(request).andReturn().getResponse();
            boolean wrongCode = answer.getStatus() == 400
                    && WRONG_CODE.stream().anyMatch(code -> said(answer).contains('"' + code + '"'));
            return wrongCode ? 200 : answer.getStatus();
        } catch (Exception thrown) {
            this.failures.add(endpoint + " as " + who + " threw " + thrown);
            return 500;
        }
    }

    private static String said(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Long lastRow() {
        return this.jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) FROM audit_entry", Long.class);
    }

    private int rowsSince(Long id) {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE id > ? AND action = 'OUT_OF_SCOPE'", Integer.class, id);
    }

    private AbstractMockHttpServletRequestBuilder<?> request(Endpoint endpoint, String who, Endpoint.Asked asked) {
        HttpMethod method = HttpMethod.valueOf(endpoint.method());
        AbstractMockHttpServletRequestBuilder<?> request;
        if (endpoint.takesAFile()) {
            request = MockMvcRequestBuilders.multipart(method, URI.create(asked.url()))
                    .file(new MockMultipartFile("file", "a.bin", "application/octet-stream", file(endpoint)));
        } else {
            request = MockMvcRequestBuilders.request(method, URI.create(asked.url()));
        }
        if (asked.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(asked.body().toString().getBytes(StandardCharsets.UTF_8));
        }
        if (asked.key() != null) {
            request.header("Idempotency-Key", asked.key());
        }
        if (AccessWorld.isRole(who)) {
            request.cookie(new Cookie("TONGXING", this.copies.another(who)), new Cookie("XSRF-TOKEN", "a-b-c"));
        } else if (!who.equals(NOBODY)) {
            request.header(
                    "Authorization",
                    "Bearer " + this.tokens.issue(this.world.account(who)).value());
        } else if (endpoint.path().startsWith("/api/admin")) {
            request.cookie(new Cookie("XSRF-TOKEN", "a-b-c"));
        }
        return request.header("X-XSRF-TOKEN", "a-b-c");
    }

    private static byte[] file(Endpoint endpoint) {
        if (!endpoint.path().endsWith("/photos")) {
            return new byte[] {1, 2, 3};
        }
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", picture);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return picture.toByteArray();
    }
}
