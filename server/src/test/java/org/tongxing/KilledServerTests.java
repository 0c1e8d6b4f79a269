package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import tools.jackson.databind.JsonNode;

/**
 * A server killed with SIGKILL while it pairs, publishes or imports comes back with the same sessions, everything it had
 * acknowledged, and no half-done work. Wherever the kill falls, the same has to hold.
 */
class KilledServerTests {

    private static final String[] VILLAGES = {
        "川主宫社区", "和祥社区", "积善社区", "掌村沟村", "石马垭村", "西阳寺村", "土桥院村", "水车沟村", "槐树坝村", "天宝宫村", "青家沟村", "柿子沟村"
    };
    private static final int ROSTER_ROWS = 4_000;

    private static ServerProcess server;
    private Town town;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(Path.of("target"));
        server = ServerProcess.on(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sandbox-killed"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.stop();
    }

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(server.port());
    }

    @Test
    @Clause("JB-58")
    void keepsEveryPairingItAcknowledgedAndEachChildOnce() throws Exception {
        int before = this.town.covered();
        List<Town.Match> wanted = matches(20);
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        Thread clerk = new Thread(() -> pairAll(wanted, acknowledged), "clerk");
        clerk.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= 5);
        server.kill();
        clerk.join();
        server.start();

        assertThat(this.town.clerk.get("/api/admin/session").status())
                .as("the clerk is still signed in")
                .isEqualTo(200);
        List<Long> paired = children("FAMILY");
        assertThat(paired).as("everything acknowledged").containsAll(acknowledged);
        assertThat(paired).doesNotHaveDuplicates();
        assertThat(paired.size() - before)
                .as("at most the one that was under way")
                .isBetween(acknowledged.size(), acknowledged.size() + 1);
        figuresEqualTheChildrenBehindThem();
    }

    @Test
    @Clause("JB-34")
    void goesOnPublishingAPlanWhereItWasKilled() throws Exception {
        int before = this.town.covered();
        long plan = this.town
                .clerk
                .post("/api/admin/plans", Map.of("division", Town.CODE))
                .json()
                .path("id")
                .asLong();
        String path = "/api/admin/plans/" + plan;
        until(path, now -> now.path("state").asString().equals("DRAFT"));
        this.town.clerk.post(path + "/submission", Map.of());
        this.town.supervisor.post(path + "/approval", Map.of());
        this.town.clerk.post(path + "/publication", Map.of());
        until(path, now -> now.path("made").asInt() > 0);
        server.kill();
        server.start();

        JsonNode published = until(path, now -> now.path("state").asString().equals("PUBLISHED"));
        assertThat(published.path("made").asInt()).isPositive();
        assertThat(published.path("made").asInt()
                        + published.path("notPossible").asInt())
                .isEqualTo(published.path("placed").asInt());
        assertThat(this.town.covered())
                .isEqualTo(before + published.path("made").asInt());
        assertThat(children("FAMILY")).doesNotHaveDuplicates();
        figuresEqualTheChildrenBehindThem();
    }

    @Test
    void importsAWholeRosterOrNothingOfIt() throws Exception {
        ImportDesk desk = new ImportDesk(this.town.clerk);
        int before = children("ELIGIBLE").size();
        long id = this.town
                .clerk
                .upload(
                        "/api/admin/imports",
                        "roster.xlsx",
                        LargeRoster.of(ROSTER_ROWS, 7, List.of(VILLAGES)),
                        Map.of("division", Town.CODE))
                .json()
                .path("id")
                .asLong();
        until(ImportDesk.path(id), now -> now.path("readRows").asInt() > 0);
        server.kill();
        server.start();
        JsonNode preview = desk.settled(id);
        assertThat(preview.path("state").asString()).as(preview.toString()).isEqualTo("PREVIEW");
        assertThat(preview.path("readRows").asInt())
                .as("no row twice, none lost")
                .isEqualTo(ROSTER_ROWS);
        assertThat(children("ELIGIBLE")).as("a preview writes nothing").hasSize(before);

        this.town.clerk.post(ImportDesk.path(id) + "/acceptance", Map.of());
        server.kill();
        server.start();
        assertThat(this.town.clerk.get(ImportDesk.path(id)).json().path("state").asString())
                .isIn("ACCEPTING", "ACCEPTED");
        assertThat(desk.settled(id).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(total("ELIGIBLE"))
                .isEqualTo(before
                        + preview.path("accepted").asInt()
                        + preview.path("noted").asInt());
        figuresEqualTheChildrenBehindThem();
    }

    private void figuresEqualTheChildrenBehindThem() throws Exception {
        JsonNode figures =
                this.town.clerk.get("/api/admin/coverage?division=" + Town.CODE).json();
        assertThat(figures.path("eligible").asInt()).isEqualTo(total("ELIGIBLE"));
        assertThat(figures.path("covered").asInt()).isEqualTo(total("COVERED"));
        assertThat(figures.path("uncovered").asInt()).isEqualTo(total("NOBODY"));
    }

    private void pairAll(List<Town.Match> wanted, Set<Long> acknowledged) {
        try {
            for (Town.Match match : wanted) {
                if (this.town.pair(match).status() == 201) {
                    acknowledged.add(match.child());
                }
            }
        } catch (Exception killed) {
            // What was under way has no answer; the test looks at what became of it.
        }
    }

    /** Children nobody has, each with a family of its own that breaks no rule. */
    private List<Town.Match> matches(int most) throws Exception {
        List<Town.Match> matches = new ArrayList<>();
        Set<Long> taken = ConcurrentHashMap.newKeySet();
        for (JsonNode child : this.town.uncovered()) {
            long id = child.path("id").asLong();
            for (JsonNode candidate : this.town.candidates(id).path("suitable")) {
                if (taken.add(candidate.path("familyId").asLong())) {
                    matches.add(new Town.Match(id, candidate.path("familyId").asLong(), candidate));
                    break;
                }
            }
            if (matches.size() == most) {
                return matches;
            }
        }
        return matches;
    }

    private int total(String which) throws Exception {
        return list(which, 1).path("total").asInt();
    }

    private List<Long> children(String which) throws Exception {
        List<Long> ids = new ArrayList<>();
        JsonNode page = list(which, 1);
        for (int number = 2; !page.path("rows").isEmpty(); number++) {
            page.path("rows").forEach(row -> ids.add(row.path("id").asLong()));
            page = list(which, number);
        }
        return ids;
    }

    private JsonNode list(String which, int page) throws Exception {
        return this.town
                .clerk
                .get("/api/admin/children?division=" + Town.CODE + "&which=" + which + "&size=100&page=" + page)
                .json();
    }

    private JsonNode until(String path, Predicate<JsonNode> holds) throws Exception {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> holds.test(this.town.clerk.get(path).json()));
        return this.town.clerk.get(path).json();
    }
}
