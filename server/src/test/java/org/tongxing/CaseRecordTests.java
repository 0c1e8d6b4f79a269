package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/** Facts and facets of a child: recorded, corrected, never overwritten, and the categories follow. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-record-${random.uuid}")
class CaseRecordTests {

    @LocalServerPort
    private int port;

    private Town town;
    private long child;

    @BeforeEach
    void findAChild() throws Exception {
        this.town = Town.at(this.port);
        for (JsonNode row : this.town
                .clerk
                .get("/api/admin/children?division=" + Town.CODE + "&category=4&size=5")
                .json()
                .path("rows")) {
            this.child = row.path("id").asLong();
        }
    }

    @Test
    @Clause("JB-07")
    void putsAChildIntoACategoryOnTheDayAFactIsRecordedAndOutOfItWhenTheFactWasWrong() throws Exception {
        assertThat(categoriesNow()).doesNotContain("\"1\"");
        assertThat(record("STATUS", "ORPHAN", "2024-03-01", null, null).status())
                .isEqualTo(201);
        assertThat(categoriesNow()).contains("\"1\"");
        JsonNode orphan = fact("STATUS");
        assertThat(orphan.path("text").asString()).isEqualTo("孤儿");
        assertThat(orphan.path("recordedBy").asString()).isEqualTo("何明");

        assertThat(this.town
                        .clerk
                        .post(path("/facts/" + orphan.path("id").asLong() + "/correction"), Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(categoriesNow()).doesNotContain("\"1\"");
        assertThat(fact("STATUS").path("correctedBy").asString())
                .as("what was wrong stays, with who said so")
                .isEqualTo("何明");
    }

    @Test
    void keepsAFactOnceThatIsRecordedAgainBecauseTheAnswerGotLost() throws Exception {
        for (int time = 0; time < 2; time++) {
            assertThat(record("HUKOU", "URBAN", "2024-05-01", null, null).status())
                    .isEqualTo(201);
        }
        assertThat(record("HUKOU", "URBAN", "2024-06-01", null, null).status())
                .as("another day is another fact")
                .isEqualTo(201);
        int standing = 0;
        for (JsonNode fact : this.town.clerk.get(path("/record")).json().path("facts")) {
            standing += fact.path("content").asString().equals("URBAN") ? 1 : 0;
        }
        assertThat(standing).isEqualTo(2);
    }

    @Test
    @Clause("JB-14")
    void keepsWhereAParentWorksAndTheDaysAtHome() throws Exception {
        assertThat(record("FATHER", "WORKING_AWAY", "2025-03-01", null, "440300")
                        .status())
                .isEqualTo(201);
        assertThat(record("FATHER_HOME", "HOME", "2026-01-20", "2026-02-10", null)
                        .status())
                .isEqualTo(201);
        assertThat(fact("FATHER_HOME").path("until").asString()).isEqualTo("2026-02-10");
        assertThat(record("FATHER_HOME", "HOME", "2026-01-20", null, null)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("FACT_DAYS_IMPOSSIBLE");
        assertThat(record("MOTHER", "WORKING_AWAY", Town.day(3), null, null)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("FACT_DAYS_IMPOSSIBLE");
        assertThat(record("MOTHER", "ON_THE_MOON", "2026-01-20", null, null)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void keepsTheWordsOfAFacetToTheLastCharacter() throws Exception {
        String words = "爱".repeat(999) + "画";
        assertThat(write(this.town.clerk, "NEIGHBOURS", null, words).status()).isEqualTo(204);
        assertThat(facet("NEIGHBOURS").at("/wordings/0/content").asString()).isEqualTo(words);
    }

    @Test
    void takesNoBlanksOfAnyKeyboardForWords() throws Exception {
        for (String nothing : List.of("", " ", "\u3000", "\u3000\u2003\n")) {
            assertThat(write(this.town.clerk, "MIND", null, nothing).status()).isEqualTo(400);
            assertThat(record("MOTHER", nothing, "2026-01-20", null, null).status())
                    .isEqualTo(400);
        }
    }

    @Test
    @Clause("JB-37")
    @Clause("JB-38")
    void keepsEveryWordingOfAFacet() throws Exception {
        assertThat(write(this.town.clerk, "HOBBIES", null, "爱画画").status()).isEqualTo(204);
        assertThat(write(this.town.clerk, "HOBBIES", newest("HOBBIES"), "爱画画，也爱跳绳")
                        .status())
                .isEqualTo(204);
        JsonNode facets = this.town.clerk.get(path("/record")).json().path("facets");
        assertThat(facets.size()).isEqualTo(7 + 6);
        for (JsonNode facet : facets) {
            if (facet.path("facet").asString().equals("HOBBIES")) {
                assertThat(facet.at("/wordings/0/content").asString()).isEqualTo("爱画画，也爱跳绳");
                assertThat(facet.at("/wordings/1/content").asString()).isEqualTo("爱画画");
            }
        }
    }

    @Test
    @Clause("JB-37")
    void letsNobodyWriteOverWordsNotSeen() throws Exception {
        assertThat(write(this.town.clerk, "MIND", null, "开朗").status()).isEqualTo(204);
        long seen = newest("MIND");
        assertThat(write(this.town.supervisor, "MIND", seen, "晚上有时想妈妈").status())
                .isEqualTo(204);
        for (Long older : new Long[] {null, seen}) {
            assertThat(write(this.town.clerk, "MIND", older, "开朗多了")
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("STALE");
        }
        assertThat(write(this.town.clerk, "MIND", newest("MIND"), "开朗多了，晚上有时想妈妈")
                        .status())
                .isEqualTo(204);
        JsonNode wordings = facet("MIND").path("wordings");
        assertThat(wordings.size()).isEqualTo(3);
        assertThat(wordings.at("/1/by").asString()).isEqualTo("李萍");
    }

    @Test
    void saysThatSomebodyElseHasTakenAFactBackMeanwhile() throws Exception {
        assertThat(record("HUKOU", "URBAN", null, null, null).status()).isEqualTo(201);
        long fact = 0;
        for (JsonNode one : this.town.clerk.get(path("/record")).json().path("facts")) {
            if (one.path("kind").asString().equals("HUKOU") && !one.has("correctedAt")) {
                fact = Math.max(fact, one.path("id").asLong());
            }
        }
        String correction = path("/facts/" + fact + "/correction");
        assertThat(this.town.supervisor.post(correction, Map.of()).status()).isEqualTo(204);
        assertThat(this.town
                        .clerk
                        .post(correction, Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("STALE");
        assertThat(this.town
                        .clerk
                        .post(path("/facts/999999999/correction"), Map.of())
                        .status())
                .isEqualTo(404);
    }

    private ConsoleClient.Answer write(ConsoleClient who, String facet, Long seen, String words) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of("content", words));
        body.put("seen", seen);
        return who.send("PUT", path("/facets/" + facet), body);
    }

    private long newest(String facet) throws Exception {
        return facet(facet).at("/wordings/0/id").asLong();
    }

    private JsonNode facet(String name) throws Exception {
        for (JsonNode facet : this.town.clerk.get(path("/record")).json().path("facets")) {
            if (facet.path("facet").asString().equals(name)) {
                return facet;
            }
        }
        throw new AssertionError("No facet " + name);
    }

    @Test
    void doesNotExistForSomebodyElsesTown() throws Exception {
        ConsoleClient director = ConsoleClient.signedIn(this.port, "tx.chuanzhu");
        long elsewhere = 0;
        for (JsonNode row : this.town
                .clerk
                .get("/api/admin/children?division=511304114003&size=1")
                .json()
                .path("rows")) {
            elsewhere = row.path("id").asLong();
        }
        assertThat(director.get("/api/admin/children/" + elsewhere + "/record").status())
                .isEqualTo(404);
        assertThat(director.send("PUT", "/api/admin/children/" + elsewhere + "/facets/MIND", Map.of("content", "好"))
                        .status())
                .isEqualTo(404);
    }

    private ConsoleClient.Answer record(String kind, String content, String since, String until, String place)
            throws Exception {
        Map<String, Object> fact = new HashMap<>();
        fact.put("kind", kind);
        fact.put("content", content);
        fact.put("since", since);
        fact.put("until", until);
        fact.put("place", place);
        return this.town.clerk.post(path("/facts"), fact);
    }

    private JsonNode fact(String kind) throws Exception {
        for (JsonNode fact : this.town.clerk.get(path("/record")).json().path("facts")) {
            if (fact.path("kind").asString().equals(kind)) {
                return fact;
            }
        }
        throw new AssertionError("No fact " + kind);
    }

    private String categoriesNow() throws Exception {
        return this.town
                .clerk
                .get("/api/admin/children/" + this.child)
                .json()
                .at("/child/categories")
                .toString();
    }

    private String path(String below) {
        return "/api/admin/children/" + this.child + below;
    }
}
