package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** Who is who: asked for by number or invitation, confirmed by those who answer for it, ended at once by what ends it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-membership-${random.uuid}")
class MembershipTests {

    private static final String DESK = "/api/admin/memberships";
    private static final String REDEMPTION = "/api/phone/invitations/redemption";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${tongxing.media.directory}")
    private Path media;

    private Town town;

    @BeforeEach
    void meetTheTown() throws Exception {
        this.town = Town.at(this.port);
        this.jdbc.update("DELETE FROM membership");
        this.jdbc.update("DELETE FROM invitation");
        this.jdbc.update("UPDATE adult SET access = 'OPEN'");
        this.jdbc.update("UPDATE adult SET phone_digest = NULL, phone_sealed = NULL WHERE name LIKE '另一%'");
    }

    @Test
    @Clause("JB-40")
    void showsNothingOfAChildBeforeSomebodyHasConfirmedAndWhatToCheckToWhoeverDoes() throws Exception {
        Phone father = father();
        assertThat(father.verify()).hasSize(1);
        assertThat(father.state("PARENT")).isEqualTo("REQUESTED");
        assertThat(father.children()).isEmpty();
        JsonNode request = waiting();
        assertThat(request.path("relation").asString()).isEqualTo("父亲");
        assertThat(request.path("personName").asString()).isEqualTo("孟○○");
        assertThat(request.path("childName").asString()).endsWith("○○");
        assertThat(request.path("phoneOnFile").asString()).isEqualTo("140****4045");
        assertThat(request.path("phoneVerified").asString()).isEqualTo("140****4045");
        assertThat(request.path("sameNumber").asBoolean()).isTrue();
        assertThat(request.path("warnings")).isEmpty();
        assertThat(confirm(this.town.clerk, request)).isEqualTo(204);
        assertThat(father.children()).hasSize(1);
        assertThat(code(this.town.clerk.post(DESK + "/" + id(request) + "/refusal", Map.of())))
                .isEqualTo("MEMBERSHIP_DECIDED");
    }

    @Test
    void warnsWhenTheNumberIsOnFileForTwoPeople() throws Exception {
        this.jdbc.update("""
                INSERT INTO adult (child_id, relation, name, phone_sealed, phone_digest, carer)
                SELECT child_id + 1, '母亲', '另一个人', phone_sealed, phone_digest, FALSE FROM adult
                WHERE name = '孟国安' LIMIT 1
                """);
        father().verify();
        for (JsonNode request : desk("?state=REQUESTED").path("rows")) {
            assertThat(warnings(request)).contains("NUMBER_OF_TWO");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPECTED", "RESTRAINED", "REVOKED"})
    @Clause("JB-40")
    void givesNothingAtOnceToAnAdultWhoIsKeptAway(String access) throws Exception {
        Phone father = father();
        father.verify();
        JsonNode request = waiting();
        confirm(this.town.clerk, request);
        long child = father.children().get(0).path("id").asLong();
        assertThat(contact(father, child)).isEqualTo(201);

        assertThat(keepAway(child, access)).isEqualTo(204);
        assertThat(father.signedOut()).as("the open session ends").isTrue();
        father.signInAgain();
        assertThat(father.state("PARENT")).isEqualTo("REVOKED");
        assertThat(father.children()).isEmpty();
        assertThat(father.get("/api/phone/contacts?childId=" + child).status()).isEqualTo(404);
        assertThat(contact(father, child)).isEqualTo(404);
        assertThat(desk("?state=CONFIRMED").path("rows").get(0).path("access").asString())
                .isEqualTo(access);

        keepAway(child, "OPEN");
        assertThat(father.children())
                .as("what was confirmed before holds again")
                .hasSize(1);
    }

    @Test
    void refusesToConfirmAnAdultWhoIsKeptAway() throws Exception {
        Phone father = father();
        father.verify();
        JsonNode request = waiting();
        long child = request.path("childId").asLong();
        keepAway(child, "SUSPECTED");
        father.signInAgain();
        assertThat(warnings(waiting())).contains("KEPT_AWAY");
        assertThat(code(this.town.clerk.post(DESK + "/" + id(request) + "/confirmation", Map.of())))
                .isEqualTo("ADULT_KEPT_AWAY");
        assertThat(code(this.town.clerk.post(
                        "/api/admin/invitations/adults", Map.of("childId", child, "adultId", adultOf(child)))))
                .isEqualTo("ADULT_KEPT_AWAY");
        assertThat(father.children()).isEmpty();
    }

    @Test
    void keepsTheReasonAndReachesTheSamePersonAroundSiblings() throws Exception {
        Phone father = father();
        father.verify();
        long child = waiting().path("childId").asLong();
        this.jdbc.update("""
                INSERT INTO adult (child_id, relation, name, phone_sealed, phone_digest, carer)
                SELECT (SELECT MIN(id) FROM child WHERE id <> a.child_id), '父亲', '另一个' , phone_sealed, phone_digest,
                       FALSE FROM adult a WHERE name = '孟国安' LIMIT 1
                """);
        String adults = "/api/admin/children/" + child + "/adults";
        long adult = adultOf(child);
        assertThat(this.town
                        .clerk
                        .get(adults + "/" + adult + "/elsewhere")
                        .json()
                        .path("children")
                        .asInt())
                .isEqualTo(1);
        this.town.clerk.send(
                "PUT",
                adults + "/" + adult + "/access",
                Map.of("access", "RESTRAINED", "reason", "法院的人身安全保护令", "everywhere", true));
        assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM adult WHERE access = 'RESTRAINED'", Integer.class))
                .isEqualTo(2);
        JsonNode first = this.town
                .clerk
                .get(adults)
                .json()
                .valueStream()
                .filter(one -> one.path("adultId").asLong() == adult)
                .findFirst()
                .orElseThrow();
        assertThat(first.path("reason").asString()).isEqualTo("法院的人身安全保护令");
        assertThat(first.path("decidedBy").asString()).isEqualTo("何明");
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM adult_access_change WHERE reason_sealed LIKE '%保护令%'", Integer.class))
                .as("sealed")
                .isZero();
    }

    @Test
    void letsADirectorCallForCautionAndOnlyTheTownshipTakeItBack() throws Exception {
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        father().verify();
        long child = waiting().path("childId").asLong();
        String path = "/api/admin/children/" + child + "/adults/" + adultOf(child) + "/access";
        assertThat(code(director.send("PUT", path, access("RESTRAINED")))).isEqualTo("ROLE_MAY_NOT");
        assertThat(director.send("PUT", path, access("SUSPECTED")).status()).isEqualTo(204);
        assertThat(code(director.send("PUT", path, access("OPEN")))).isEqualTo("ROLE_MAY_NOT");
        assertThat(code(director.send("PUT", path, access("SUSPECTED")))).isEqualTo("ROLE_MAY_NOT");
        assertThat(this.town.supervisor.send("PUT", path, access("OPEN")).status())
                .isEqualTo(204);
        assertThat(this.town
                        .clerk
                        .send("PUT", path, Map.of("access", "OPEN", "reason", " ", "everywhere", false))
                        .status())
                .as("never without a reason")
                .isEqualTo(400);
        assertThat(this.town
                        .clerk
                        .send(
                                "PUT",
                                path,
                                Map.of("access", "SUSPECTED", "reason", "他".repeat(200), "everywhere", false))
                        .status())
                .as("as long as a reason may be")
                .isEqualTo(204);
    }

    @Test
    void asksNoSecondTimeAfterARefusalUnlessSomebodyInvites() throws Exception {
        Phone father = father();
        father.verify();
        JsonNode request = waiting();
        this.town.clerk.post(DESK + "/" + id(request) + "/refusal", Map.of("reason", "打过去是别人"));
        assertThat(father.state("PARENT")).isEqualTo("REFUSED");
        father.verify();
        assertThat(desk("?state=REQUESTED").path("total").asInt()).isZero();

        JsonNode invitation = invite(request.path("childId").asLong());
        assertThat(redeem(father, invitation.path("code").asString())).isEqualTo(200);
        assertThat(warnings(waiting())).containsExactly("REFUSED_BEFORE");
        assertThat(waiting().path("source").asString()).isEqualTo("INVITATION");
    }

    @Test
    void takesAnInvitationOnceAndOnlyOneOfThem() throws Exception {
        father().verify();
        long child = waiting().path("childId").asLong();
        JsonNode first = invite(child);
        JsonNode second = invite(child);
        Phone mother = phone("邓某", "14055500001");
        assertThat(code(mother.post(
                        REDEMPTION, Map.of("code", first.path("code").asString()))))
                .as("an earlier one no longer serves")
                .isEqualTo("INVITATION_INVALID");
        String typed = second.path("code").asString();
        typed = typed.substring(0, 4) + " " + typed.substring(4, 8).toLowerCase() + "-" + typed.substring(8);
        assertThat(redeem(mother, typed)).isEqualTo(200);
        assertThat(mother.children()).as("it opens a request and nothing more").isEmpty();
        assertThat(redeem(phone("旁人", "14055500002"), second.path("code").asString()))
                .as("used")
                .isEqualTo(409);
        assertThat(warnings(desk("?state=REQUESTED").path("rows").get(1))).contains("NOT_VERIFIED");

        JsonNode third = invite(child);
        this.town.clerk.delete("/api/admin/invitations/" + third.path("id").asLong());
        assertThat(redeem(mother, third.path("code").asString()))
                .as("taken back")
                .isEqualTo(409);
        JsonNode fourth = invite(child);
        this.jdbc.update("UPDATE invitation SET expires_at = NOW() - INTERVAL 1 MINUTE WHERE id = ?", id(fourth));
        assertThat(redeem(mother, fourth.path("code").asString())).as("expired").isEqualTo(409);
    }

    @Test
    void boundsHowManyCodesOnePhoneMayTry() throws Exception {
        Phone guesser = phone("猜码的", "14055500003");
        for (int i = 0; i < 10; i++) {
            assertThat(code(guesser.post(REDEMPTION, Map.of("code", "ABCDEFGH234" + i))))
                    .isEqualTo("INVITATION_INVALID");
        }
        assertThat(code(guesser.post(REDEMPTION, Map.of("code", "ABCDEFGH2345"))))
                .isEqualTo("TOO_OFTEN");
    }

    @Test
    void drawsThePictureOfACodeForThoseWhoMayHaveIt() throws Exception {
        father().verify();
        JsonNode invitation = invite(waiting().path("childId").asLong());
        String path = "/api/admin/invitations/" + id(invitation) + "/picture";
        assertThat(this.town.clerk.download(path)).startsWith(0x89, 'P', 'N', 'G');
        ConsoleClient liaison = ConsoleClient.signedIn(this.port, "ld.jinbao");
        assertThat(liaison.get(path).status()).isEqualTo(404);
    }

    @Test
    void letsADirectorConfirmedByTheTownshipInviteFromThePhone() throws Exception {
        Phone director = phone("唐欣", "14000000002");
        director.verify();
        assertThat(director.state("CHILD_DIRECTOR")).isEqualTo("REQUESTED");
        ConsoleClient herself = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        JsonNode request = waiting();
        assertThat(code(herself.post(DESK + "/" + id(request) + "/confirmation", Map.of())))
                .isEqualTo("ROLE_MAY_NOT");
        assertThat(confirm(this.town.clerk, request)).isEqualTo(204);

        long child = this.jdbc.queryForObject("SELECT child_id FROM adult WHERE name = '孟国安'", Long.class);
        JsonNode people =
                director.get("/api/phone/invitations/people?childId=" + child).json();
        assertThat(people.get(0).path("name").asString()).endsWith("○○");
        long elsewhere =
                this.jdbc.queryForObject("SELECT MIN(id) FROM child WHERE village_code <> '511304114001'", Long.class);
        assertThat(director.get("/api/phone/invitations/people?childId=" + elsewhere)
                        .status())
                .isEqualTo(404);
        assertThat(director.post("/api/phone/invitations", Map.of("adultId", adultOf(elsewhere)))
                        .status())
                .isEqualTo(404);
        var made = director.post("/api/phone/invitations", Map.of("adultId", adultOf(child)));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("code").asString()).matches("[2-9A-HJ-NP-Z]{12}");
        assertThat(director.get("/api/phone/invitations").json()).hasSize(1);
        assertThat(father().post("/api/phone/invitations", Map.of("adultId", adultOf(child)))
                        .status())
                .as("nobody else invites")
                .isEqualTo(404);

        this.jdbc.update("UPDATE account_role SET ends_on = CURRENT_DATE WHERE role = 'CHILD_DIRECTOR'");
        assertThat(director.get("/api/phone/invitations/people?childId=" + child)
                        .status())
                .as("the tie ends with the role")
                .isEqualTo(404);
        this.jdbc.update("UPDATE account_role SET ends_on = NULL WHERE role = 'CHILD_DIRECTOR'");
    }

    @Test
    void endsEverySessionOfWhomIsRevokedLeavesOrHasLostThePhone() throws Exception {
        Phone father = father();
        father.verify();
        JsonNode request = waiting();
        confirm(this.town.clerk, request);
        ConsoleClient second = father.another();
        assertThat(this.town
                        .clerk
                        .post(DESK + "/" + id(request) + "/sign-out", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(father.signedOut()).isTrue();
        assertThat(second.get("/api/phone/ties").status()).isEqualTo(401);
        father.signInAgain();
        assertThat(father.children()).as("the tie stays").hasSize(1);

        assertThat(this.town
                        .clerk
                        .post(DESK + "/" + id(request) + "/revocation", Map.of())
                        .status())
                .as("not without a reason")
                .isEqualTo(400);
        this.town.clerk.post(DESK + "/" + id(request) + "/revocation", Map.of("reason", "换了监护人"));
        assertThat(father.signedOut()).isTrue();
        father.signInAgain();
        assertThat(father.children()).isEmpty();
        JsonNode revoked = desk("?state=REVOKED").path("rows").get(0);
        assertThat(revoked.path("reason").asString()).isEqualTo("换了监护人");
        assertThat(revoked.path("endedBy").asString()).isEqualTo("何明");
    }

    @Test
    void letsAPersonLeaveAndAskAgain() throws Exception {
        Phone father = father();
        father.verify();
        confirm(this.town.clerk, waiting());
        long tie = father.get("/api/phone/ties")
                .json()
                .path("ties")
                .get(0)
                .path("id")
                .asLong();
        assertThat(phone("旁人", "14055500004").delete("/api/phone/ties/" + tie).status())
                .as("nobody else's")
                .isEqualTo(404);
        assertThat(father.delete("/api/phone/ties/" + tie).status()).isEqualTo(204);
        assertThat(father.signedOut()).isTrue();
        father.signInAgain();
        father.verify();
        assertThat(waiting().path("relation").asString()).isEqualTo("父亲");
    }

    @Test
    void forgetsWhoWantsToBeForgotten() throws Exception {
        Phone father = father();
        father.verify();
        confirm(this.town.clerk, waiting());
        assertThat(father.delete("/api/phone/ties").status()).isEqualTo(204);
        assertThat(father.signedOut()).isTrue();
        father.signInAgain();
        assertThat(father.get("/api/phone/ties").json().path("ties")).isEmpty();
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM phone_account WHERE closed_at IS NOT NULL AND phone_digest IS NULL"
                                + " AND openid IS NULL",
                        Integer.class))
                .isPositive();
    }

    @Test
    void findsAPersonByNameOrWholeNumberAndNobodyOutsideTheScope() throws Exception {
        father().verify();
        Volunteering.register(phone("文秀", "14000000001"), 1);
        assertThat(desk("?q=孟").path("total").asInt()).isEqualTo(1);
        assertThat(desk("?q=14082914045").path("total").asInt()).isEqualTo(1);
        assertThat(desk("?q=1408291").path("total").asInt()).isZero();
        assertThat(desk("?kind=VOLUNTEER").path("total").asInt()).isEqualTo(1);
        assertThat(desk("?size=1&page=2").path("rows")).hasSize(1);
        assertThat(desk("").path("counts").path("REQUESTED").asInt()).isEqualTo(2);
        ConsoleClient liaison = ConsoleClient.signedIn(this.port, "ld.jinbao");
        assertThat(liaison.get(DESK).json().path("total").asInt()).isZero();
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        assertThat(director.get(DESK).json().path("total").asInt())
                .as("her village alone, not the volunteers of the township")
                .isEqualTo(1);
    }

    @Test
    void showsTheWholeNumberForAPurposeAndKeepsThat() throws Exception {
        father().verify();
        JsonNode request = waiting();
        String path = DESK + "/" + id(request) + "/numbers";
        assertThat(this.town.clerk.post(path, Map.of()).status()).isEqualTo(400);
        assertThat(this.town
                        .clerk
                        .post(path, Map.of("purpose", "核对"))
                        .json()
                        .path("phoneOnFile")
                        .asString())
                .isEqualTo("14082914045");
        assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'UNMASKED' AND purpose = ?",
                        Integer.class,
                        "membership:" + id(request) + " 核对"))
                .isEqualTo(1);
    }

    /** Who may say who is who: a row per role, a column per kind of tie. */
    @ParameterizedTest
    @CsvSource({
        "hm.jinbao,   true,  true,  true,  true,  true",
        "lp.jinbao,   true,  true,  true,  true,  false",
        "zy.jialing,  true,  true,  true,  true,  true",
        "tx.chuanzhu, true,  false, false, false, false",
        "ld.jinbao,   false, false, false, false, false",
    })
    void isConfirmedByThoseWhoAnswerForIt(
            String username, boolean parent, boolean family, boolean volunteer, boolean director, boolean supervisor)
            throws Exception {
        ConsoleClient person = ConsoleClient.signedIn(this.port, username);
        String village = "511304114001";
        assertThat(may(person, "PARENT", village, adultId(), null)).isEqualTo(parent);
        assertThat(may(person, "CADRE_FAMILY", Town.CODE, null, familyId())).isEqualTo(family);
        assertThat(may(person, "VOLUNTEER", Town.CODE, null, null)).isEqualTo(volunteer);
        assertThat(may(person, "CHILD_DIRECTOR", village, null, null)).isEqualTo(director);
        assertThat(may(person, "CHILD_SUPERVISOR", Town.CODE, null, null)).isEqualTo(supervisor);
    }

    @Test
    @Clause("JB-40")
    void showsAnUnboundStrangerNothingAboutAnyChild() throws Exception {
        Phone stranger = phone("路人", "14055500009");
        assertThat(stranger.children()).isEmpty();
        assertThat(stranger.get("/api/phone/wishes").json()).isEmpty();
        assertThat(stranger.get("/api/phone/ties").json().path("ties")).isEmpty();
        for (long child = 1; child < 6; child++) {
            assertThat(stranger.get("/api/phone/contacts?childId=" + child).status())
                    .isEqualTo(404);
            assertThat(contact(stranger, child)).isEqualTo(404);
            assertThat(stranger.get("/api/phone/invitations/people?childId=" + child)
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.post("/api/phone/invitations", Map.of("adultId", child))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void waitsAgainWhenTheNumberChanges() throws Exception {
        Phone father = father();
        father.verify();
        confirm(this.town.clerk, waiting());
        // As if the same person had moved to another number: the simulated WeChat keeps one per person.
        this.jdbc.update("UPDATE phone_account SET phone_digest = REPEAT('0', 64) WHERE openid = ?", father.openid());
        father.verify();
        assertThat(father.signedOut()).isTrue();
        father.signInAgain();
        assertThat(father.children()).isEmpty();
        assertThat(warnings(waiting())).containsExactly("NUMBER_CHANGED");
    }

    private boolean may(ConsoleClient person, String kind, String division, Long adult, Long family) throws Exception {
        this.jdbc.update(
                "INSERT INTO phone_account (openid, created_at) VALUES (?, NOW())",
                UUID.randomUUID().toString());
        this.jdbc.update("""
                INSERT INTO membership (phone_account_id, kind, adult_id, family_id, division_code, display_name, state,
                                        source, requested_at)
                VALUES ((SELECT MAX(id) FROM phone_account), ?, ?, ?, ?, '某人', 'REQUESTED', 'INVITATION', NOW())
                """, kind, adult, family, division);
        // Checked and trained, so that it is the role alone that decides.
        this.jdbc.update("""
                INSERT INTO volunteer (phone_account_id, kind, name, id_sealed, id_digest, code_version, code_signed_at,
                                       screened_on, screening, trained_on, registered_at)
                SELECT MAX(id), 'TEACHER', '某人', '', UUID(), '2026-1', NOW(), CURDATE(), 'CLEAR', CURDATE(), NOW()
                FROM phone_account
                """);
        long id = this.jdbc.queryForObject("SELECT MAX(id) FROM membership", Long.class);
        int status = person.post(DESK + "/" + id + "/confirmation", Map.of()).status();
        assertThat(status).isIn(204, 403, 404);
        return status == 204;
    }

    private Phone father() throws Exception {
        return phone("孟国安", Roster.PHONE_OF_A_FATHER);
    }

    private Phone phone(String nickname, String number) throws Exception {
        return Phone.of(this.port, this.media, nickname, number);
    }

    private JsonNode desk(String query) throws Exception {
        return this.town.clerk.get(DESK + query).json();
    }

    /** The one that has waited longest. */
    private JsonNode waiting() throws Exception {
        return desk("?state=REQUESTED").path("rows").get(0);
    }

    private int confirm(ConsoleClient who, JsonNode request) throws Exception {
        return who.post(DESK + "/" + id(request) + "/confirmation", Map.of()).status();
    }

    private JsonNode invite(long child) throws Exception {
        var made = this.town.clerk.post(
                "/api/admin/invitations/adults", Map.of("childId", child, "adultId", adultOf(child)));
        assertThat(made.status()).isEqualTo(201);
        return made.json();
    }

    private int redeem(Phone phone, String code) throws Exception {
        return phone.post(REDEMPTION, Map.of("code", code)).status();
    }

    private int keepAway(long child, String access) throws Exception {
        return this.town
                .clerk
                .send("PUT", "/api/admin/children/" + child + "/adults/" + adultOf(child) + "/access", access(access))
                .status();
    }

    private static Map<String, Object> access(String access) {
        return Map.of("access", access, "reason", "派出所来过", "everywhere", false);
    }

    private int contact(Phone phone, long child) throws Exception {
        return phone.post(
                        "/api/phone/contacts",
                        Map.of(
                                "childId",
                                child,
                                "kind",
                                "VIDEO",
                                "length",
                                "MEDIUM",
                                "contactedAt",
                                Instant.now().toString()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .status();
    }

    /** The father where there is one, any adult otherwise. */
    private long adultOf(long child) {
        return this.jdbc.queryForObject(
                "SELECT id FROM adult WHERE child_id = ? ORDER BY name = '孟国安' DESC, id LIMIT 1", Long.class, child);
    }

    private long adultId() {
        return this.jdbc.queryForObject("SELECT id FROM adult WHERE name = '孟国安'", Long.class);
    }

    private long familyId() {
        return this.jdbc.queryForObject("SELECT MIN(id) FROM cadre_family WHERE state = 'CONFIRMED'", Long.class);
    }

    private static long id(JsonNode row) {
        return row.path("id").asLong();
    }

    private static List<String> warnings(JsonNode row) {
        return row.path("warnings").valueStream().map(JsonNode::asString).toList();
    }

    private static String code(ConsoleClient.Answer answer) {
        return answer.json().path("code").asString();
    }
}
