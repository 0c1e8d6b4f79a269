package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.account.Accounts;
import org.tongxing.account.NewRole;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import tools.jackson.databind.JsonNode;

/** What the liaison of a unit sees: the unit's families and the children they have, and nobody else. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-town-${random.uuid}")
class UnitLiaisonTests {

    private static final String COVERAGE = "/api/admin/coverage?division=";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        this.town = Town.at(this.port);
    }

    @Test
    @Clause("JB-30")
    void seesTheFiguresOfItsOwnFamiliesOnly() throws Exception {
        long unit = pairSome();
        Set<Long> own = new HashSet<>();
        ConsoleClient liaison = liaison(unit);
        JsonNode listed = liaison.get("/api/admin/children?size=100&division=" + Town.CODE)
                .json();
        Map<String, Integer> categories = new HashMap<>();
        for (JsonNode row : listed.path("rows")) {
            own.add(row.path("id").asLong());
            row.path("categories")
                    .forEach(category -> categories.merge(category.path("code").asString(), 1, Integer::sum));
        }
        assertThat(own).isNotEmpty();

        JsonNode seen = liaison.get(COVERAGE + Town.CODE).json();
        assertThat(seen.path("eligible").asInt()).isEqualTo(own.size());
        assertThat(seen.path("byFamily").asInt()).isEqualTo(own.size());
        assertThat(seen.path("uncovered").asInt()).isZero();
        assertThat(seen.path("refusedRows").asInt()).isZero();
        Map<String, Integer> counted = new HashMap<>();
        seen.path("categories")
                .forEach(category -> counted.put(
                        category.path("code").asString(),
                        category.path("eligible").asInt()));
        assertThat(counted).isEqualTo(categories);
        Set<Long> dots = new HashSet<>();
        int parts = 0;
        for (JsonNode part : seen.path("parts")) {
            parts += part.path("eligible").asInt();
            part.path("children").forEach(dot -> dots.add(dot.path("id").asLong()));
        }
        assertThat(parts).isEqualTo(own.size());
        assertThat(dots).isEqualTo(own);

        JsonNode months =
                liaison.get("/api/admin/coverage/series?division=" + Town.CODE).json();
        assertThat(months).hasSize(12);
        assertThat(months.get(11).path("eligible").asInt()).isEqualTo(own.size());
        assertThat(months.get(11).path("uncovered").asInt()).isZero();
        assertThat(this.town
                        .clerk
                        .get(COVERAGE + Town.CODE)
                        .json()
                        .path("eligible")
                        .asInt())
                .isGreaterThan(own.size());
    }

    @Test
    void findsNoChildOfAnotherUnit() throws Exception {
        ConsoleClient liaison = liaison(pairSome());
        long stranger = this.town.uncovered().get(0).path("id").asLong();
        for (String path : new String[] {"", "/adults", "/owed", "/record"}) {
            assertThat(liaison.get("/api/admin/children/" + stranger + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    /** Pairs a child with a family and another with a family of another unit; answers the unit of the first. */
    private long pairSome() throws Exception {
        Town.Match first = this.town.match("suitable", candidate -> true);
        assertThat(this.town.pair(first).status()).isLessThan(300);
        long unit = unitOf(first.family());
        Town.Match second = this.town.match("suitable", candidate -> unit(candidate) != unit);
        assertThat(this.town.pair(second).status()).isLessThan(300);
        return unit;
    }

    private long unit(JsonNode candidate) {
        try {
            return unitOf(candidate.path("familyId").asLong());
        } catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    private long unitOf(long family) throws Exception {
        return this.town
                .clerk
                .get("/api/admin/families/" + family)
                .json()
                .at("/family/unit/id")
                .asLong();
    }

    private ConsoleClient liaison(long unit) throws Exception {
        String name = "lxr" + UUID.randomUUID().toString().substring(0, 6);
        this.accounts.open(
                new Accounts.NewAccount(
                        name,
                        "联络员",
                        "Tongxing-2026",
                        new NewRole(
                                Role.UNIT_LIAISON,
                                new DivisionCode(Town.CODE),
                                unit,
                                LocalDate.parse(Town.today()),
                                null)),
                null);
        return ConsoleClient.signedIn(this.port, name);
    }
}
