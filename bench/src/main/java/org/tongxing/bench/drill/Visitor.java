package org.tongxing.bench.drill;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A cadre who records visits, and now and then reports a danger. */
final class Visitor extends Person {

    private static final int DANGERS_IN_A_HUNDRED = 8;

    private final long child;

    Visitor(String openid, long child, Scene scene, Journal journal, long seed) throws IOException {
        super("visitor " + child, scene, journal, seed, () -> scene.phone(openid));
        this.child = child;
    }

    @Override
    void act() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        if (this.random.nextInt(100) < DANGERS_IN_A_HUNDRED) {
            String now = Instant.now().toString();
            Map<String, Object> danger = Map.of(
                    "kind", "OTHER", "words", "演练", "childId", this.child, "discoveredAt", now, "reportedAt", now);
            perform(
                    Deed.DANGER,
                    key,
                    null,
                    Set.of(),
                    http -> http.post("/api/phone/dangers", danger, "Idempotency-Key", key));
            return;
        }
        Map<String, Object> visit = Map.of(
                "childIds", List.of(this.child),
                "visitedOn", LocalDate.now().toString(),
                "met", List.of("CHILD"),
                "topics", List.of("DROWNING"),
                "condition", "WELL",
                "photoIds", List.of(),
                "promises", List.of(Map.of("words", "下次带一本书")),
                "difficulties", List.of(Map.of("kind", "EDUCATION", "words", "数学跟不上")));
        perform(Deed.VISIT, key, null, Set.of(), http -> http.post("/api/phone/visits", visit, "Idempotency-Key", key));
    }
}
