package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** 金宝镇 through the spring of 2026: a roster in January, pairings and an area duty, some of which end again. */
final class PastTown {

    static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);

    private static final Map<Integer, PastTown> TOWNS = new HashMap<>();

    /** Where the area duty is; the other one has none. */
    static final String WITH_DUTY = "511304114205";

    static final String WITHOUT_DUTY = "511304114222";

    final Town town;
    final List<Long> paired = new ArrayList<>();

    private PastTown(Town town) {
        this.town = town;
    }

    /** Lives through the spring once per server, and leaves the clock in July. */
    static synchronized PastTown at(int port, MovableClock clock, JdbcTemplate jdbc) throws Exception {
        PastTown known = TOWNS.get(port);
        if (known == null) {
            clock.goTo(JANUARY);
            known = new PastTown(Town.at(port));
            // The families of a roster owe their checks after ninety days; this spring is about something else.
            jdbc.update("UPDATE cadre_family SET screening_due_on = '2030-01-01'");
            known.live(clock);
            TOWNS.put(port, known);
        }
        clock.goTo(LocalDate.of(2026, 7, 1));
        return known;
    }

    private void live(MovableClock clock) throws Exception {
        clock.goTo(LocalDate.of(2026, 2, 10));
        for (int i = 0; i < 6; i++) {
            pair("2026-02-10");
        }
        clock.goTo(LocalDate.of(2026, 3, 20));
        long unit = this.town
                .clerk
                .get("/api/admin/units?division=" + Town.CODE)
                .json()
                .path(0)
                .path("id")
                .asLong();
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/area-duties",
                                Map.of(
                                        "unitId",
                                        unit,
                                        "villageCode",
                                        WITH_DUTY,
                                        "cadreName",
                                        "尤雅",
                                        "cadreSex",
                                        "FEMALE",
                                        "startsOn",
                                        "2026-03-20"))
                        .status())
                .isEqualTo(201);
        clock.goTo(LocalDate.of(2026, 4, 20));
        end(0, "2026-04-20", "HELPER_LEFT");
        end(1, "2026-04-20", "FAMILY_ASKED");
        clock.goTo(LocalDate.of(2026, 5, 6));
        pair("2026-05-06");
    }

    /** Pairs the next child that has a family with nothing against it. */
    long pair(String from) throws Exception {
        for (JsonNode child : this.town.uncovered()) {
            long id = child.path("id").asLong();
            JsonNode suitable = this.town.candidates(id).path("suitable");
            if (suitable.isEmpty()) {
                continue;
            }
            Map<String, Object> request = Map.of(
                    "childId",
                    id,
                    "familyId",
                    suitable.path(0).path("familyId").asLong(),
                    "startsOn",
                    from,
                    "waivers",
                    List.of());
            var answer = this.town.clerk.post("/api/admin/pairings", request);
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
            this.paired.add(answer.json().path("id").asLong());
            return id;
        }
        throw new AssertionError("No child has a suitable family");
    }

    void end(int which, String on, String reason) throws Exception {
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/pairings/" + this.paired.get(which) + "/ending",
                                Map.of("endsOn", on, "reason", reason))
                        .status())
                .isBetween(200, 204);
    }
}
