package org.tongxing.bench.drill;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A supervisor who notes facts and writes into the ledgers of children. */
final class Scribe extends Person {

    private static final String FACET = "HOBBIES";

    private final List<Long> children;
    private final Map<Long, Integer> facts = new HashMap<>();

    Scribe(String username, List<Long> children, Scene scene, Journal journal, long seed) throws IOException {
        super(username, scene, journal, seed, () -> scene.console(username));
        this.children = children;
    }

    @Override
    void act() throws InterruptedException {
        long child = this.children.get(this.random.nextInt(this.children.size()));
        if (this.random.nextBoolean()) {
            note(child);
        } else {
            write(child);
        }
    }

    private void note(long child) throws InterruptedException {
        String since = LocalDate.now()
                .minusDays(this.facts.merge(child, 1, Integer::sum))
                .toString();
        Map<String, Object> fact = Map.of("kind", "HUKOU", "content", "RURAL", "since", since);
        perform(
                Deed.FACT,
                child + ":HUKOU:RURAL:" + since,
                "CHANGED child:" + child,
                Set.of(),
                http -> http.post(path(child) + "/facts", fact));
    }

    private void write(long child) throws InterruptedException {
        Map<String, Object> wording = new HashMap<>();
        wording.put("seen", newest(child));
        String words = UUID.randomUUID().toString();
        wording.put("content", words);
        perform(
                Deed.WORDING,
                child + ":" + words,
                "CHANGED child:" + child,
                Set.of("STALE"),
                http -> http.put(path(child) + "/facets/" + FACET, wording));
    }

    private Object newest(long child) throws InterruptedException {
        for (JsonNode wording : wordings(child)) {
            return wording.path("id").asLong();
        }
        return null;
    }

    /** How often each wording stands in the ledgers, as the server shows them; they are sealed in the database. */
    Map<String, History.Rows> written() throws InterruptedException {
        Map<String, History.Rows> written = new HashMap<>();
        for (long child : this.children) {
            for (JsonNode wording : wordings(child)) {
                written.merge(
                        child + ":" + wording.path("content").asString(),
                        new History.Rows(1, 1),
                        (one, other) -> new History.Rows(one.there() + other.there(), one.whole() + other.whole()));
            }
        }
        return written;
    }

    private JsonNode wordings(long child) throws InterruptedException {
        for (JsonNode facet :
                ask(http -> http.get(path(child) + "/record")).json().path("facets")) {
            if (facet.path("facet").asString().equals(FACET)) {
                return facet.path("wordings");
            }
        }
        throw new IllegalStateException("No ledger of child " + child);
    }

    private static String path(long child) {
        return "/api/admin/children/" + child;
    }
}
