package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.ConsoleClient.Answer;
import org.tongxing.kernel.Role;
import org.tongxing.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;

/** Signing in, and keeping the accounts of others. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-account-${random.uuid}")
class AccountJourneyTests {

    private static final String SESSION = "/api/admin/session";
    private static final String TOWN = "511304115";

    @LocalServerPort
    private int port;

    @Value("${tongxing.media.directory}")
    private java.nio.file.Path media;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> stored;

    @Test
    void endsASessionThatOnlyAnOpenTabHasUsed() throws Exception {
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, "hm.jinbao");
        String polled = "/api/admin/dangers/waiting";
        assertThat(clerk.get(SESSION).status()).isEqualTo(200);
        useLast(Duration.ofHours(7));
        assertThat(clerk.get(polled).status()).isEqualTo(200);
        assertThat(lastUse()).as("asking by itself is no use").isLessThan(System.currentTimeMillis() - 6 * 3_600_000);
        assertThat(clerk.get("/api/admin/divisions/511304114").status()).isEqualTo(200);
        assertThat(lastUse()).isGreaterThan(System.currentTimeMillis() - 60_000);
        useLast(Duration.ofHours(9));
        assertThat(clerk.get(polled).status()).isEqualTo(401);
        assertThat(clerk.get(SESSION).status()).isEqualTo(401);
    }

    private void useLast(Duration ago) {
        long account = this.database.queryForObject("SELECT id FROM account WHERE username = 'hm.jinbao'", Long.class);
        useAt(this.stored, Long.toString(account), System.currentTimeMillis() - ago.toMillis());
    }

    private static <S extends Session> void useAt(FindByIndexNameSessionRepository<S> stored, String account, long at) {
        stored.findByPrincipalName(account).values().forEach(session -> {
            session.setAttribute("tongxing.lastDeed", at);
            stored.save(session);
        });
    }

    private long lastUse() {
        long account = this.database.queryForObject("SELECT id FROM account WHERE username = 'hm.jinbao'", Long.class);
        return this.stored.findByPrincipalName(Long.toString(account)).values().stream()
                .mapToLong(session -> session.<Long>getAttribute("tongxing.lastDeed"))
                .max()
                .orElseThrow();
    }

    @Test
    void closesEverythingUntilACountyAdministratorGaveACode() throws Exception {
        ConsoleClient county = new ConsoleClient(this.port);
        assertThat(county.signIn("zy.jialing", "Tongxing-2026")
                        .json()
                        .path("secondFactor")
                        .asString())
                .isEqualTo("ENROL");
        county.send("PUT", SESSION + "/password", Map.of("current", "Tongxing-2026", "replacement", "Zhong-Xin-2026"));
        assertThat(code(county.get("/api/admin/divisions/511304"))).isEqualTo("SECOND_FACTOR_NEEDED");
        JsonNode enrolment =
                county.post(SESSION + "/second-factor/enrolment", Map.of()).json();
        assertThat(enrolment.path("uri").asString())
                .startsWith("otpauth://totp/")
                .contains(enrolment.path("secret").asString());
        Authenticator app = Authenticator.of(
                this.port, "zy.jialing", enrolment.path("secret").asString());
        assertThat(code(county.post(SESSION + "/second-factor", Map.of("code", "000000"))))
                .isEqualTo("CODE_WRONG");
        String first = app.next();
        assertThat(county.post(SESSION + "/second-factor", Map.of("code", first))
                        .json()
                        .path("secondFactor")
                        .asString())
                .isEqualTo("NONE");
        assertThat(county.get("/api/admin/divisions/511304").status()).isEqualTo(200);

        ConsoleClient thief = new ConsoleClient(this.port);
        assertThat(thief.signIn("zy.jialing", ConsoleClient.PASSWORD)
                        .json()
                        .path("secondFactor")
                        .asString())
                .isEqualTo("REQUIRED");
        assertThat(code(thief.post(SESSION + "/second-factor/enrolment", Map.of())))
                .isEqualTo("SECOND_FACTOR_NEEDED");
        assertThat(code(thief.delete(SESSION + "/all"))).isEqualTo("SECOND_FACTOR_NEEDED");
        Answer again = thief.post(SESSION + "/second-factor", Map.of("code", first));
        assertThat(code(again)).as("a code serves once").isEqualTo("CODE_WRONG");
        assertThat(again.json().path("title").asString()).isEqualTo("动态码不对或用过了，还能试 4 次");
        assertThat(thief.post(SESSION + "/second-factor", Map.of("code", app.next()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheSessionWhenAnotherInstanceTakesOver() throws Exception {
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, "lp.jinbao");
        try (var second = new SpringApplicationBuilder(TongxingApplication.class)
                .run("--server.port=0", "--tongxing.sandbox.directory=" + this.media.getParent())) {
            int otherPort =
                    ((WebServerApplicationContext) second).getWebServer().getPort();
            ConsoleClient there = clerk.at(otherPort);
            assertThat(there.get(SESSION).json().path("username").asString()).isEqualTo("lp.jinbao");
            assertThat(there.get("/api/admin/coverage?division=511304114").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void signsOutEverywhereAndOnlyTheOthersAfterANewPassword() throws Exception {
        Opened opened = open("fang.sanhui", "方圆", "TOWNSHIP_ADMIN", TOWN);
        ConsoleClient office = ConsoleClient.signedIn(this.port, opened.username(), opened.password());
        ConsoleClient home = ConsoleClient.signedIn(this.port, opened.username(), opened.password());
        office.send(
                "PUT",
                SESSION + "/password",
                Map.of("current", ConsoleClient.PASSWORD, "replacement", "Qiu-Tian-2026"));
        assertThat(home.get(SESSION).status()).isEqualTo(401);
        assertThat(office.get(SESSION).status()).isEqualTo(200);

        assertThat(home.signIn(opened.username(), "Qiu-Tian-2026").status()).isEqualTo(200);
        assertThat(home.delete(SESSION + "/all").status()).isEqualTo(204);
        assertThat(home.get(SESSION).status()).isEqualTo(401);
        assertThat(office.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void locksOutAfterFiveWrongPasswordsWhetherOrNotTheNameExists() throws Exception {
        Opened opened = open("gu.sanhui", "顾平", "CHILD_SUPERVISOR", TOWN);
        for (String name : new String[] {opened.username(), "nobody.sanhui"}) {
            ConsoleClient guesser = new ConsoleClient(this.port);
            guesser.signIn(name, "Wrong-Word-1");
            Answer second = guesser.signIn(name, "Wrong-Word-2");
            assertThat(second.json().path("title").asString()).isEqualTo("用户名或密码不对，还能试 3 次");
            assertThat(second.json().path("attemptsLeft").asInt()).isEqualTo(3);
            guesser.signIn(name, "Wrong-Word-3");
            guesser.signIn(name, "Wrong-Word-4");
            assertThat(guesser.signIn(name, "Wrong-Word-5").json().path("title").asString())
                    .isEqualTo("试得太多，15 分钟后再来");
            assertThat(code(guesser.signIn(name, opened.password()))).isEqualTo("ACCOUNT_LOCKED");
        }
        assertThat(this.redis.getExpire("tongxing:attempts:account:" + opened.id()))
                .isBetween(800L, 900L);
        ConsoleClient security = security();
        JsonNode listed = security.get("/api/admin/accounts?q=gu.sanhui").json().at("/rows/0");
        assertThat(listed.path("locked").asBoolean()).isTrue();
        assertThat(security.post("/api/admin/accounts/" + opened.id() + "/unlocking", Map.of())
                        .status())
                .isEqualTo(204);
        Answer inside = new ConsoleClient(this.port).signIn(opened.username(), opened.password());
        assertThat(inside.json().path("mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void asksForAStrongPasswordBeforeAnythingElse() throws Exception {
        Opened opened = open("jin.sanhui", "金夏", "TOWNSHIP_ADMIN", TOWN);
        ConsoleClient clerk = new ConsoleClient(this.port);
        clerk.signIn(opened.username(), opened.password());
        assertThat(code(clerk.get("/api/admin/divisions/" + TOWN))).isEqualTo("PASSWORD_MUST_CHANGE");
        for (String weak : new String[] {"Short-1", "alllowercase", opened.password(), "Jin.Sanhui-2026"}) {
            Answer refused =
                    clerk.send("PUT", SESSION + "/password", Map.of("current", opened.password(), "replacement", weak));
            assertThat(code(refused)).as(weak).isEqualTo("PASSWORD_TOO_WEAK");
        }
    }

    @Test
    void grantsNothingOutsideTheOwnRegionAndKeepsDutiesApart() throws Exception {
        ConsoleClient security = security();
        assertThat(code(security.post("/api/admin/accounts", account("city.man", "CITY_ADMIN", "5113"))))
                .isEqualTo("NOT_FOUND");
        assertThat(code(security.post("/api/admin/accounts", account("odd.level", "COUNTY_ADMIN", TOWN))))
                .isEqualTo("INVALID_REQUEST");
        Opened opened = open("he.sanhui", "贺春", "TOWNSHIP_ADMIN", TOWN);
        String roles = "/api/admin/accounts/" + opened.id() + "/roles";
        assertThat(code(security.post(roles, Map.of("role", "AUDITOR", "division", "511304"))))
                .isEqualTo("ROLES_CLASH");
        assertThat(code(security.post(roles, Map.of("role", "TOWNSHIP_ADMIN", "division", TOWN))))
                .isEqualTo("ALREADY_THERE");
        LocalDate today = LocalDate.now(TongxingApplication.ZONE);
        assertThat(security.post(
                                roles,
                                Map.of(
                                        "role",
                                        "CHILD_DIRECTOR",
                                        "division",
                                        "511304114001",
                                        "startsOn",
                                        today.plusDays(3).toString(),
                                        "endsOn",
                                        today.plusDays(30).toString()))
                        .status())
                .isEqualTo(204);
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, opened.username(), opened.password());
        assertThat(clerk.get(SESSION).json().path("roles"))
                .as("the second begins later")
                .hasSize(1);
        assertThat(code(clerk.get("/api/admin/accounts"))).isEqualTo("ROLE_MAY_NOT");
        String first = clerk.get(SESSION).json().at("/role/id").asString();
        assertThat(security.post(roles + "/" + first + "/ending", Map.of()).status())
                .isEqualTo(204);
        assertThat(clerk.get(SESSION).status())
                .as("a role taken away ends the session")
                .isEqualTo(401);
        assertThat(code(clerk.signIn(opened.username(), ConsoleClient.PASSWORD)))
                .isEqualTo("NO_ROLE_NOW");
        String self = security.get(SESSION).json().path("accountId").asString();
        assertThat(code(security.post(
                        "/api/admin/accounts/" + self + "/roles",
                        Map.of("role", "COUNTY_ADMIN", "division", "511304"))))
                .isEqualTo("NEEDS_ANOTHER_PERSON");
    }

    @Test
    void answersEveryIdOutsideTheScopeWithNothingThereAndWritesItDown() throws Exception {
        ConsoleClient jinbao = ConsoleClient.signedIn(this.port, "hm.jinbao");
        ImportDesk desk = new ImportDesk(jinbao);
        long id = desk.read("511304114", ImportDesk.sample()).path("id").asLong();
        desk.accept(id);
        String imported = ImportDesk.path(id);
        String child = jinbao.get("/api/admin/children?division=511304114")
                .json()
                .at("/rows/0/id")
                .asString();
        String childPath = "/api/admin/children/" + child;

        Opened opened = open("qin.sanhui", "秦勇", "TOWNSHIP_ADMIN", TOWN);
        ConsoleClient other = ConsoleClient.signedIn(this.port, opened.username(), opened.password());
        for (String path : new String[] {
            childPath,
            childPath + "/candidates",
            imported,
            imported + "/rows",
            imported + "/workbook",
            "/api/admin/refused-rows?division=511304114",
            "/api/admin/divisions/511304114",
            "/api/admin/coverage?division=511304114",
            "/api/admin/children?division=511304"
        }) {
            assertThat(code(other.get(path))).as(path).isEqualTo("NOT_FOUND");
        }
        Map<String, Object> pairing = Map.of("childId", Long.valueOf(child), "familyId", 1, "startsOn", "2026-11-01");
        assertThat(code(other.post("/api/admin/pairings", pairing))).isEqualTo("NOT_FOUND");
        assertThat(code(other.post("/api/admin/memberships/77/confirmation", Map.of())))
                .isEqualTo("NOT_FOUND");
        assertThat(code(other.post(
                        "/api/admin/pairings/88/ending",
                        Map.of("endsOn", "2026-11-01", "reason", "OTHER", "handOver", "交给李萍"))))
                .isEqualTo("NOT_FOUND");

        ConsoleClient auditor = ConsoleClient.signedIn(this.port, "sj.jialing");
        String refused = "/api/admin/audit?deed=OUT_OF_SCOPE&size=50&account=" + opened.id();
        JsonNode rows = auditor.get(refused).json().path("rows");
        assertThat(rows.findValuesAsString("subject"))
                .contains(
                        "child:" + child,
                        "import:" + imported.replaceAll("\\D", ""),
                        "division:511304114",
                        "membership:77",
                        "pairing:88")
                .hasSize(12);
        JsonNode aboutChild = auditor.get(refused + "&child=" + child).json();
        assertThat(aboutChild.path("total").asInt()).isEqualTo(3);
        assertThat(aboutChild.at("/rows/0/accountName").asString()).isEqualTo("秦勇");
        assertThat(code(auditor.get(childPath))).as("an auditor reads no case").isEqualTo("ROLE_MAY_NOT");
        assertThat(code(other.get("/api/admin/audit"))).isEqualTo("ROLE_MAY_NOT");
        JsonNode chain = auditor.get("/api/admin/audit/verification").json();
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
        assertThat(chain.path("rows").asInt()).isGreaterThan(10);
    }

    @Test
    void noticesARowThatWasChanged() throws Exception {
        ConsoleClient auditor = ConsoleClient.signedIn(this.port, "sj.jialing");
        Long row = this.database.queryForObject("SELECT MIN(id) FROM audit_entry", Long.class);
        String subject =
                this.database.queryForObject("SELECT subject FROM audit_entry WHERE id = ?", String.class, row);
        this.database.update("UPDATE audit_entry SET subject = 'account:0' WHERE id = ?", row);
        try {
            JsonNode chain = auditor.get("/api/admin/audit/verification").json();
            assertThat(chain.path("intact").asBoolean()).isFalse();
            assertThat(chain.at("/breaks/0/cause").asString()).isEqualTo("CONTENT");
        } finally {
            this.database.update("UPDATE audit_entry SET subject = ? WHERE id = ?", subject, row);
        }
    }

    @Test
    void hasSomebodyInEveryRoleInTheSandbox() {
        assertThat(this.database.queryForList("SELECT role FROM account_role", String.class))
                .contains(Stream.of(Role.values()).map(Role::name).toArray(String[]::new));
    }

    @Test
    void writesDownWhatAPhoneAskedForAndMayNotHave() throws Exception {
        Sandbox sandbox = Sandbox.on(this.media.getParent().toString());
        String openid = sandbox.people().add("路人", "14000000009").openid();
        String token = new ConsoleClient(this.port)
                .post("/api/phone/session", Map.of("code", sandbox.people().loginCode(openid)))
                .json()
                .path("token")
                .asString();
        Answer refused = new ConsoleClient(this.port, token).post("/api/phone/wishes/4711/claim", Map.of());
        assertThat(code(refused)).isEqualTo("NOT_FOUND");
        assertThat(this.database.queryForList(
                        "SELECT subject FROM audit_entry WHERE action = 'OUT_OF_SCOPE'", String.class))
                .anyMatch(subject -> subject.matches("phone:\\d+ wish:4711"));
    }

    @Test
    void refusesADivisionThatIsNone() throws Exception {
        ConsoleClient clerk = ConsoleClient.signedIn(this.port, "hm.jinbao");
        for (String path :
                new String[] {"divisions/51130x", "coverage?division=5", "rulebooks/in-force?division=abc"}) {
            assertThat(clerk.get("/api/admin/" + path).status()).as(path).isEqualTo(400);
        }
    }

    private ConsoleClient security() throws Exception {
        return ConsoleClient.signedIn(this.port, "aq.jialing");
    }

    private Opened open(String username, String name, String role, String division) throws Exception {
        Answer answer = security()
                .post(
                        "/api/admin/accounts",
                        Map.of(
                                "username", username,
                                "displayName", name,
                                "role", Map.of("role", role, "division", division)));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return new Opened(
                answer.json().path("id").asLong(),
                username,
                answer.json().path("initialPassword").asString());
    }

    private static Map<String, Object> account(String username, String role, String division) {
        return Map.of("username", username, "displayName", "某人", "role", Map.of("role", role, "division", division));
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString();
    }

    private record Opened(long id, String username, String password) {}
}
