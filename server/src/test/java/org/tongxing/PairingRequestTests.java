package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** Pairing by hand: what is refused, what another person allows, and two clerks at once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-town-${random.uuid}")
class PairingRequestTests {

    @LocalServerPort
    private int port;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
    }

    @Test
    @Clause("JB-24")
    void asksAnotherPersonBeforeAGirlGoesToAMaleCadre() throws Exception {
        Town.Match match = this.town.match("withReason", candidate -> Town.broken(candidate, "JB-24"));
        ConsoleClient.Answer without = this.town.pair(match);
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.json().path("code").asString()).isEqualTo("PAIRING_BREAKS_A_RULE");
        assertThat(without.json().path("clauses").toString()).contains("JB-24");

        int before = this.town.covered();
        List<Object> waivers = new ArrayList<>();
        match.candidate().path("findings").forEach(finding -> {
            if (finding.path("broken").asBoolean()) {
                waivers.add(waiver(finding.path("clause").asString()));
            }
        });
        JsonNode asked = this.town.pair(match, waivers.toArray()).json();
        assertThat(asked.path("status").asString()).isEqualTo("REQUESTED");
        assertThat(this.town.covered()).as("nobody has her yet").isEqualTo(before);
        assertThat(this.town.pair(match, waivers.toArray()).json().path("code").asString())
                .isEqualTo("REQUEST_WAITING");

        String path = "/api/admin/pairings/" + asked.path("id").asLong();
        JsonNode waiting = approvals(this.town.clerk, asked.path("id").asLong());
        assertThat(waiting.path("mine").asBoolean()).isTrue();
        assertThat(waiting.path("childName").asString()).contains("○");
        assertThat(this.town
                        .clerk
                        .post(path + "/approval", Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(this.town
                        .supervisor
                        .post(path + "/approval", Map.of())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(this.town.covered()).isEqualTo(before + 1);
        assertThat(this.town
                        .supervisor
                        .post(path + "/approval", Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ALREADY_DECIDED");
    }

    @Test
    @Clause("JB-22")
    void leavesTheChildUncoveredWhenTheRequestIsDeclined() throws Exception {
        Town.Match match = this.town.match("withReason", candidate -> Town.broken(candidate, "JB-24"));
        int before = this.town.covered();
        List<Object> waivers = List.of(waiver("JB-24"), waiver("JB-22"));
        JsonNode asked = this.town.pair(match, waivers.toArray()).json();
        String path = "/api/admin/pairings/" + asked.path("id").asLong();
        assertThat(this.town
                        .supervisor
                        .post(path + "/rejection", Map.of("reason", " "))
                        .status())
                .isEqualTo(400);
        assertThat(this.town
                        .supervisor
                        .post(path + "/rejection", Map.of("reason", "有女干部能接"))
                        .status())
                .isEqualTo(204);
        assertThat(this.town.covered()).isEqualTo(before);
        assertThat(approvals(this.town.clerk, asked.path("id").asLong()).isMissingNode())
                .isTrue();
    }

    @Test
    void neverWaivesWhatIsNotInPrinciple() throws Exception {
        Town.Match match = this.town.match("suitable", candidate -> true);
        ConsoleClient clerk = this.town.clerk;
        String capacity = "/api/admin/families/" + match.family() + "/capacity";
        assertThat(clerk.send("PUT", capacity, Map.of("capacity", 0)).status()).isEqualTo(204);
        ConsoleClient.Answer full = this.town.pair(match, waiver("容量"));
        assertThat(full.json().path("code").asString()).isEqualTo("PAIRING_BREAKS_A_RULE");
        assertThat(full.json().path("waivable").isMissingNode()).isTrue();
        clerk.send("PUT", capacity, Map.of("capacity", 2));
    }

    @Test
    @Clause("JB-58")
    void makesOnePairingOutOfTwoAtOnce() throws Exception {
        Town.Match match = this.town.match("suitable", candidate -> true);
        JsonNode suitable = this.town.candidates(match.child()).path("suitable");
        List<Callable<ConsoleClient.Answer>> clicks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long family = suitable.get(i % suitable.size()).path("familyId").asLong();
            ConsoleClient one = ConsoleClient.signedIn(this.port, i % 2 == 0 ? "hm.jinbao" : "lp.jinbao");
            clicks.add(() -> one.post(
                    "/api/admin/pairings",
                    Map.of("childId", match.child(), "familyId", family, "startsOn", Town.today())));
        }
        ExecutorService people = Executors.newFixedThreadPool(6);
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<ConsoleClient.Answer> answer : people.invokeAll(clicks)) {
                answers.add(answer.get().status());
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    @Clause("JB-31")
    void endsWithANoteAndPairsTheSameFamilyAgain() throws Exception {
        Town.Match match = this.town.match("suitable", candidate -> true);
        long first = this.town.pair(match).json().path("id").asLong();
        Map<String, Object> ending =
                Map.of("endsOn", Town.today(), "reason", "FAMILY_ASKED", "handOver", "孩子怕狗，去前先打电话");
        assertThat(this.town
                        .clerk
                        .post("/api/admin/pairings/" + first + "/ending", ending)
                        .status())
                .isEqualTo(204);
        JsonNode again = this.town.pair(match).json();
        assertThat(again.path("id").asLong()).isNotEqualTo(first);
        assertThat(this.town
                        .clerk
                        .send(
                                "DELETE",
                                "/api/admin/pairings/" + again.path("id").asLong(),
                                Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(this.town
                        .clerk
                        .post("/api/admin/pairings/" + first + "/ending", ending)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("PAIRING_ENDED");
    }

    static Map<String, Object> waiver(String clause) {
        return Map.of("clause", clause, "reason", "附近没有女干部家庭，先由校长家带", "until", Town.day(90));
    }

    private static JsonNode approvals(ConsoleClient who, long id) throws Exception {
        for (JsonNode waiting :
                who.get("/api/admin/approvals?division=" + Town.CODE).json()) {
            if (waiting.path("pairingId").asLong() == id) {
                return waiting;
            }
        }
        return who.get("/api/admin/approvals?division=" + Town.CODE).json().path("none");
    }
}
