package org.tongxing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 金宝镇 with its sample roster on file, as two people of the town see it who look over each other's shoulder. */
final class Town {

    static final String CODE = "511304114";

    final ConsoleClient clerk;
    final ConsoleClient supervisor;

    private Town(ConsoleClient clerk, ConsoleClient supervisor) {
        this.clerk = clerk;
        this.supervisor = supervisor;
    }

    /** Imports the roster unless an earlier test of the same server has. */
    static synchronized Town at(int port) throws Exception {
        Town town = new Town(ConsoleClient.signedIn(port, "hm.jinbao"), ConsoleClient.signedIn(port, "lp.jinbao"));
        if (town.clerk
                        .get("/api/admin/children?division=" + CODE)
                        .json()
                        .path("total")
                        .asInt()
                > 0) {
            return town;
        }
        ImportDesk desk = new ImportDesk(town.clerk);
        desk.accept(desk.read(CODE, ImportDesk.sample()).path("id").asLong());
        return town;
    }

    static String today() {
        return day(0);
    }

    static String day(int fromToday) {
        return LocalDate.now(TongxingApplication.ZONE).plusDays(fromToday).toString();
    }

    /** Children nobody has. */
    List<JsonNode> uncovered() throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            this.clerk
                    .get("/api/admin/children?division=" + CODE + "&which=NOBODY&size=100&page=" + page)
                    .json()
                    .path("rows")
                    .forEach(rows::add);
        }
        return rows;
    }

    JsonNode candidates(long child) throws Exception {
        return this.clerk.get("/api/admin/children/" + child + "/candidates").json();
    }

    /** A child nobody has, and the first family of a list that the predicate likes. */
    Match match(String list, java.util.function.Predicate<JsonNode> likes) throws Exception {
        for (JsonNode child : uncovered()) {
            for (JsonNode candidate : candidates(child.path("id").asLong()).path(list)) {
                if (likes.test(candidate)) {
                    return new Match(
                            child.path("id").asLong(),
                            candidate.path("familyId").asLong(),
                            candidate);
                }
            }
        }
        throw new AssertionError("No child has such a family in " + list);
    }

    ConsoleClient.Answer pair(Match match, Object... waivers) throws Exception {
        return this.clerk.post(
                "/api/admin/pairings",
                Map.of(
                        "childId",
                        match.child(),
                        "familyId",
                        match.family(),
                        "startsOn",
                        today(),
                        "waivers",
                        List.of(waivers)));
    }

    int covered() throws Exception {
        return this.clerk
                .get("/api/admin/coverage?division=" + CODE)
                .json()
                .path("covered")
                .asInt();
    }

    /** A child and a family that could have it. */
    record Match(long child, long family, JsonNode candidate) {

        boolean breaks(String clause) {
            return broken(this.candidate, clause);
        }
    }

    static boolean broken(JsonNode candidate, String clause) {
        for (JsonNode finding : candidate.path("findings")) {
            if (finding.path("broken").asBoolean()
                    && finding.path("clause").asString().equals(clause)) {
                return true;
            }
        }
        return false;
    }
}
