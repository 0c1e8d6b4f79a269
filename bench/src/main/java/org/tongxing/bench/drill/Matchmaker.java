package org.tongxing.bench.drill;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A clerk who finds families for children nobody has, and ends what was begun, family after family. */
final class Matchmaker extends Person {

    private static final String PAIRINGS = "/api/admin/pairings";

    private final Set<String> tried = new HashSet<>();
    private final List<Long> children;
    private int next;

    Matchmaker(String username, List<Long> children, Scene scene, Journal journal, long seed) throws IOException {
        super(username, scene, journal, seed, () -> scene.console(username));
        this.children = children;
    }

    @Override
    void act() throws InterruptedException {
        long child = this.children.get(this.next++ % this.children.size());
        for (JsonNode candidate : ask(http -> http.get("/api/admin/children/" + child + "/candidates"))
                .json()
                .path("suitable")) {
            long family = candidate.path("familyId").asLong();
            if (this.tried.add(child + ":" + family)) {
                pair(child, family);
                return;
            }
        }
        // Every family has had this child; others write facts meanwhile.
        Thread.sleep(50);
    }

    private void pair(long child, long family) throws InterruptedException {
        Map<String, Object> pairing = Map.of(
                "childId",
                child,
                "familyId",
                family,
                "startsOn",
                LocalDate.now().toString(),
                "waivers",
                List.of());
        Outcome paired = perform(
                Deed.PAIRING,
                child + ":" + family,
                "PAIRED child:" + child,
                Set.of("CHILD_ALREADY_PAIRED"),
                http -> http.post(PAIRINGS, pairing));
        if (paired.end() == Operation.End.REFUSED) {
            return;
        }
        long id = paired.end() == Operation.End.ACKNOWLEDGED
                ? paired.answer().json().path("id").asLong()
                : active(child);
        Map<String, Object> ending = Map.of(
                "endsOn", LocalDate.now().toString(),
                "reason", "OTHER",
                "handOver", "演练");
        perform(
                Deed.ENDING,
                Long.toString(id),
                "ENDED pairing:" + id,
                Set.of("PAIRING_ENDED"),
                http -> http.post(PAIRINGS + "/" + id + "/ending", ending));
    }

    /** The answer that named the pairing got lost. */
    private long active(long child) throws InterruptedException {
        while (true) {
            try {
                return Long.parseLong(this.scene
                        .rows("SELECT id FROM pairing WHERE status = 'ACTIVE' AND child_id = " + child)
                        .get(0)
                        .get(0));
            } catch (SQLException away) {
                Thread.sleep(100);
            }
        }
    }
}
