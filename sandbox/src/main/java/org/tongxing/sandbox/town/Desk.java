package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the sample enters through the console's API, as the account of the sandbox; asking twice changes nothing. */
final class Desk {

    private static final String SESSION = "/api/admin/session";
    private static final String DUTIES = "/api/admin/area-duties";
    private static final long PAUSE_MILLIS = 100;
    private static final int LONGEST_PAUSES = 1200;

    private final Http http;
    private final Map<String, Long> roles = new LinkedHashMap<>();

    private Desk(Http http) {
        this.http = http;
    }

    static Desk open(int port, String username, String password) {
        Desk desk = new Desk(new Http(port, Map.of()));
        try {
            desk.http.get(SESSION);
        } catch (Http.Refused nobodyYet) {
            // The answer brings the cookie against forged requests.
        }
        desk.http
                .post(SESSION, Map.of("username", username, "password", password))
                .path("roles")
                .forEach(role -> desk.roles.put(
                        role.path("division").path("code").asString(),
                        role.path("id").asLong()));
        return desk;
    }

    /** Acts for this township from now on. */
    void at(Township township) {
        this.http.put(SESSION + "/role", Map.of("roleId", Objects.requireNonNull(this.roles.get(township.code()))));
    }

    /** Takes a roster over: read, looked at, accepted. */
    void importRoster(Town town) {
        for (JsonNode earlier : this.http.get("/api/admin/imports")) {
            String state = earlier.path("state").asString();
            if (state.equals("ACCEPTING") || state.equals("ACCEPTED")) {
                settled(earlier.path("id").asLong());
                return;
            }
            if (!state.equals("ABANDONED")) {
                // Left behind by a start that was killed; not waited for, since its lease may last a while.
                this.http.delete("/api/admin/imports/" + earlier.path("id").asLong());
            }
        }
        JsonNode upload = this.http.upload(
                "/api/admin/imports",
                town.township().name() + "花名册.xlsx",
                new Roster(town).workbook(),
                Map.of("division", town.township().code()));
        long id = settled(upload.path("id").asLong());
        this.http.post("/api/admin/imports/" + id + "/acceptance", Map.of());
        settled(id);
    }

    /** Waits until no job is at work on an import. */
    private long settled(long id) {
        Set<String> working = Set.of("READING", "ACCEPTING");
        for (int pause = 0; pause < LONGEST_PAUSES; pause++) {
            if (!working.contains(
                    this.http.get("/api/admin/imports/" + id).path("state").asString())) {
                return id;
            }
            sleep();
        }
        throw new IllegalStateException("Import " + id + " takes too long");
    }

    /** Lets units answer for villages; with each, the server counts the village anew from all that was written before. */
    void duties(Town town, OnFile onFile) {
        JsonNode known = this.http.get(DUTIES + "?division=" + town.township().code());
        for (Duty duty : town.duties()) {
            JsonNode there = find(known, duty);
            if (there == null) {
                this.http.post(
                        DUTIES,
                        Map.of(
                                "unitId",
                                Objects.requireNonNull(
                                        onFile.units().get(duty.village().unit())),
                                "villageCode",
                                duty.village().code(),
                                "cadreName",
                                duty.cadre(),
                                "cadreSex",
                                duty.woman() ? "FEMALE" : "MALE",
                                "startsOn",
                                duty.from().toString()));
            }
            LocalDate until = duty.until();
            if (until != null) {
                JsonNode begun = Objects.requireNonNull(find(
                        this.http.get(DUTIES + "?division=" + duty.village().code()), duty));
                if (begun.path("endsOn").isMissingNode()) {
                    this.http.post(
                            DUTIES + "/" + begun.path("id").asLong() + "/ending", Map.of("endsOn", until.toString()));
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable JsonNode find(JsonNode duties, Duty duty) {
        for (JsonNode one : duties) {
            if (one.path("village")
                            .path("code")
                            .asString()
                            .equals(duty.village().code())
                    && one.path("cadreName").asString().equals(duty.cadre())) {
                return one;
            }
        }
        return null;
    }

    /** Writes something into the ledger of a child, column by column; what stands there already is left. */
    void facets(long child, Map<String, String> facets) {
        for (JsonNode column :
                this.http.get("/api/admin/children/" + child + "/record").path("facets")) {
            String facet = column.path("facet").asString();
            String content = facets.get(facet);
            if (content != null && column.path("wordings").isEmpty()) {
                this.http.put("/api/admin/children/" + child + "/facets/" + facet, Map.of("content", content));
            }
        }
    }

    /** Something difficult for a child that somebody has to take up; none where there is one already. */
    void difficulty(Village village, long child, String kind, String words, String who, LocalDate until) {
        String found = this.http
                .get("/api/admin/difficulties?division=" + village.code())
                .toString();
        if (!found.contains(words)) {
            this.http.post(
                    "/api/admin/difficulties",
                    Map.of("childId", child, "kind", kind, "words", words, "who", who, "until", until.toString()));
        }
    }

    /** A family that has applied and waits for its unit's word. */
    void apply(Village village, long unit, String cadre, String phone) {
        String found = this.http
                .get("/api/admin/families?state=APPLIED&division=" + village.township())
                .toString();
        if (!found.contains(cadre)) {
            this.http.post(
                    "/api/admin/families",
                    Map.of(
                            "unitId",
                            unit,
                            "cadreName",
                            cadre,
                            "cadreSex",
                            "FEMALE",
                            "post",
                            "科员",
                            "phone",
                            phone,
                            "linkedVillage",
                            village.code(),
                            "capacity",
                            2,
                            "adults",
                            List.of(Map.of("name", "黎大勇", "relation", "配偶"))));
        }
    }

    /** Fills the store of the town. */
    void goods(Town town, OnFile onFile) {
        Storeroom.fill(this.http, town, onFile);
    }

    /** Lets the server go over everybody, so that the work list is there at once. */
    void recheck(Township township) {
        this.http.post("/api/admin/rechecks", Map.of("division", township.code()));
    }

    void close() {
        this.http.delete(SESSION);
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }
}
