package org.tongxing.bench.drill;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A parent who works elsewhere and records calls. */
final class Parent extends Person {

    private final long child;

    Parent(String openid, long child, Scene scene, Journal journal, long seed) throws IOException {
        super("parent of " + child, scene, journal, seed, () -> scene.phone(openid));
        this.child = child;
    }

    @Override
    void act() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        Map<String, Object> call = Map.of(
                "childId",
                this.child,
                "kind",
                this.random.nextBoolean() ? "VIDEO" : "PHONE",
                "length",
                "MEDIUM",
                "contactedAt",
                Instant.now().toString());
        perform(
                Deed.CONTACT,
                key,
                null,
                Set.of(),
                http -> http.post("/api/phone/contacts", call, "Idempotency-Key", key));
    }
}
