package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongxing.account.Accounts;
import org.tongxing.account.NewRole;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leads a wish through all its states, asks for it on behalf of everybody at each, and compares what can be read, field by
 * field, with {@code docs/wish-disclosure.md}. A state nobody was led through or a field nobody was shown fails the test.
 */
class WishDisclosureTests extends AroundAWish {

    private static final Path TABLE = Path.of("../docs/wish-disclosure.md");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING = "–";

    @Autowired
    private Accounts accounts;

    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, ConsoleClient> consoles = new LinkedHashMap<>();
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();
    private final StringBuilder table = new StringBuilder();
    private final Set<WishState> states = EnumSet.noneOf(WishState.class);
    private long child;
    private long wish;

    @Test
    @Clause("JS-22")
    @Clause("GD-76")
    void everybodyReadsOfAWishWhatTheTableSaysAndNothingElse() throws Exception {
        this.child = child();
        people();
        this.table.append("""
                # Who reads what of a wish

                Written by `WishDisclosureTests` with `-Dupdate-docs=true` and read by people: a change in it is a change of what
                is disclosed. A wish is led through all its states and asked for over HTTP on behalf of everybody. *Wall* is
                what a phone shows of wishes to promise and promises, *child* what it shows to those near the child, *list* and
                *file* what the console shows; `–`: not even that there is such a wish.
                """);
        stages();
        assertThat(this.states).as("every state of a wish").containsExactlyInAnyOrder(WishState.values());
        for (Map.Entry<String, Set<String>> view : this.seen.entrySet()) {
            assertThat(view.getValue())
                    .as("every field of %s is shown to somebody in some state".formatted(view.getKey()))
                    .isEqualTo(fields(view.getKey()));
        }
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(TABLE, this.table.toString());
        }
        assertThat(this.table.toString()).isEqualTo(Files.readString(TABLE));
    }

    private void stages() throws Exception {
        Phone claimer = this.phones.get("volunteer who promised it");
        Phone director = this.phones.get("child director");
        String path = "/api/phone/wishes/";
        this.wish = this.phones
                .get("paired family")
                .post(
                        path + "of-child/" + this.child,
                        Map.of("kind", "THING", "what", "一盏台灯", "why", "晚上写作业", "valueCapYuan", 80))
                .json()
                .path("id")
                .asLong();
        stage("Written down, nobody has reviewed it", WishState.PROPOSED);
        this.town.supervisor.post(WISHES + "/" + this.wish + "/return", Map.of("reason", "写写多亮的"));
        stage("Given back to be written again", WishState.RETURNED);
        director.post(
                path + "of-child/" + this.child,
                Map.of("kind", "THING", "what", "一盏亮的台灯", "why", "晚上写作业", "valueCapYuan", 80));
        this.town.clerk.post(WISHES + "/" + this.wish + "/publication", Map.of());
        stage("On the wall, the paired family has it first", WishState.OPEN);
        this.clock.pass(Duration.ofHours(49));
        stage("On the wall for everybody", WishState.OPEN);
        claimer.post(path + this.wish + "/claim", Map.of());
        stage("Promised, no day yet", WishState.CLAIMED);
        arrange(claimer, this.wish, this.clock.today().plusDays(5));
        stage("Promised for a day", WishState.ARRANGED);
        director.put(path + this.wish + "/arrival", Map.of("on", today()));
        stage("Arrived", WishState.FULFILLED);
        director.put(path + this.wish + "/thanks", Map.of("text", "灯很亮"));
        long photo = this.jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) + 1 FROM photo", Long.class);
        this.jdbc.update(
                "INSERT INTO wish_photo (wish_id, photo_id, state, sent_phone, sent_at) VALUES (?, ?, 'WAITING', 0, NOW())",
                this.wish,
                photo);
        stage("Arrived; thanks and a picture wait for a second person", WishState.FULFILLED);
        this.town.clerk.post(WISHES + "/" + this.wish + "/thanks/publication", Map.of());
        this.jdbc.update("UPDATE wish_photo SET state = 'SHOWN', released_by = 1, verdict = 'PASS'");
        stage("Arrived; thanks and picture let go", WishState.FULFILLED);
        this.wish = propose(this.child, "一盏亮的台灯", "还想要一盏");
        stage("A second one much like it", WishState.PROPOSED);
        this.town.clerk.post(WISHES + "/" + this.wish + "/cancellation", Map.of("reason", "邻居送了"));
        stage("Cancelled", WishState.CANCELLED);
    }

    private void stage(String title, WishState state) throws Exception {
        assertThat(state(this.wish)).as(title).isEqualTo(state.name());
        this.states.add(state);
        this.table.append("\n## ").append(title).append("\n\n`").append(state).append("`\n\n");
        this.table.append("| phone | wall | child |\n| --- | --- | --- |\n");
        String name = this.jdbc.queryForObject("SELECT name FROM child WHERE id = ?", String.class, this.child);
        for (Map.Entry<String, Phone> person : this.phones.entrySet()) {
            JsonNode wall = mine(person.getValue().get("/api/phone/wishes").json());
            assertThat(String.valueOf(wall))
                    .as(person.getKey())
                    .doesNotContain(name)
                    .doesNotContain(village(this.child));
            JsonNode near = mine(person.getValue()
                    .get("/api/phone/wishes/of-child/" + this.child)
                    .json());
            row(person.getKey(), shown("WishView", wall), shown("ChildWishView", near));
        }
        ConsoleClient nobody = new ConsoleClient(this.port);
        row(
                "signed out",
                shown("WishView", mine(nobody.get("/api/phone/wishes").json())),
                shown(
                        "ChildWishView",
                        mine(nobody.get("/api/phone/wishes/of-child/" + this.child)
                                .json())));
        this.table.append("\n| console | list | file |\n| --- | --- | --- |\n");
        this.consoles.put("signed out", nobody);
        for (Map.Entry<String, ConsoleClient> person : this.consoles.entrySet()) {
            JsonNode list =
                    mine(person.getValue().get(WISHES + "?size=100").json().path("rows"));
            JsonNode file = person.getValue().get(WISHES + "/" + this.wish).json();
            row(person.getKey(), shown("WishRow", list), shown("WishFile", file.has("wish") ? file : null));
        }
    }

    private void row(String who, String one, String other) {
        this.table
                .append("| ")
                .append(who)
                .append(" | ")
                .append(one)
                .append(" | ")
                .append(other)
                .append(" |\n");
    }

    private JsonNode mine(JsonNode list) {
        if (list.isArray()) {
            for (JsonNode one : list) {
                if (one.path("id").asLong() == this.wish) {
                    return one;
                }
            }
        }
        return null;
    }

    /** The fields that carry something; an empty list tells nothing. */
    private String shown(String view, JsonNode answer) throws Exception {
        Set<String> fields = this.seen.computeIfAbsent(view, first -> new TreeSet<>());
        if (answer == null) {
            return NOTHING;
        }
        List<String> names = answer.propertyStream()
                .filter(field -> !field.getValue().isNull())
                .filter(field ->
                        !field.getValue().isArray() || !field.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(fields(view)).as("the contract of %s".formatted(view)).containsAll(names);
        fields.addAll(names);
        return String.join(" ", new LinkedHashSet<>(names));
    }

    private static Set<String> fields(String view) throws Exception {
        Set<String> fields = new TreeSet<>();
        for (Path contract :
                List.of(Path.of("../miniprogram-api/openapi.json"), Path.of("../admin-web/openapi.json"))) {
            JSON.readTree(Files.readString(contract))
                    .path("components")
                    .path("schemas")
                    .path(view)
                    .path("properties")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .forEach(fields::add);
        }
        return fields;
    }

    private void people() throws Exception {
        Long family =
                this.jdbc.queryForObject("SELECT MIN(id) FROM cadre_family WHERE state = 'CONFIRMED'", Long.class);
        this.jdbc.update(
                "INSERT INTO pairing (child_id, family_id, kind, status, starts_on, paired_at)"
                        + " VALUES (?, ?, 'FAMILY', 'ACTIVE', ?, NOW())",
                this.child,
                family,
                this.clock.today().minusDays(30).toString());
        tied("paired family", "CADRE_FAMILY", "family_id", family);
        tied("parent", "PARENT", "adult_id", adult("父亲"));
        tied("caregiver", "CAREGIVER", "adult_id", adult("奶奶"));
        long keptAway = adult("姑父");
        tied("adult who is kept away", "CAREGIVER", "adult_id", keptAway);
        this.jdbc.update("UPDATE adult SET access = 'RESTRAINED' WHERE id = ?", keptAway);
        this.phones.put("child director", director());
        this.phones.put("volunteer who promised it", helping("文秀", 2));
        this.phones.put("another volunteer of the place", helping("方敏", 4));
        Phone elsewhere = helping("别处", 6);
        this.jdbc.update(
                "UPDATE membership SET division_code = '511304115' WHERE phone_account_id = ?", account(elsewhere));
        this.phones.put("volunteer of another place", elsewhere);
        Phone late = helping("过期", 8);
        this.jdbc.update(
                "UPDATE volunteer SET trained_on = ? WHERE phone_account_id = ?",
                LocalDate.now(this.clock).minusYears(2).toString(),
                account(late));
        this.phones.put("volunteer whose training has run out", late);
        Phone asking = Phone.of(this.port, this.media, "想来", "14000000099");
        Volunteering.register(asking, 10);
        this.phones.put("volunteer nobody has confirmed", asking);
        this.phones.put("stranger", Phone.of(this.port, this.media, "路人", "14055509999"));

        String village =
                this.jdbc.queryForObject("SELECT village_code FROM child WHERE id = ?", String.class, this.child);
        String other = this.jdbc.queryForObject(
                "SELECT MIN(code) FROM division WHERE parent_code = ? AND code <> ?", String.class, Town.CODE, village);
        this.consoles.put("township administrator", this.town.clerk);
        this.consoles.put("child supervisor", this.town.supervisor);
        this.consoles.put("county administrator", withApp("zy.jialing"));
        this.consoles.put("child director of the village", opened("dir.own", Role.CHILD_DIRECTOR, village));
        this.consoles.put("child director of another village", opened("dir.other", Role.CHILD_DIRECTOR, other));
        this.consoles.put("supervisor of another township", opened("sup.other", Role.CHILD_SUPERVISOR, "511304115"));
        Long unit = this.jdbc.queryForObject("SELECT unit_id FROM cadre_family WHERE id = ?", Long.class, family);
        this.consoles.put("liaison of the paired family's unit", opened("liaison", Role.UNIT_LIAISON, Town.CODE, unit));
        this.consoles.put("security administrator", withApp("aq.jialing"));
        this.consoles.put("auditor", withApp("sj.jialing"));
    }

    private long adult(String relation) {
        this.jdbc.update(
                "INSERT INTO adult (child_id, relation, name) VALUES (?, ?, ?)", this.child, relation, "某" + relation);
        return this.jdbc.queryForObject("SELECT MAX(id) FROM adult", Long.class);
    }

    private void tied(String who, String kind, String column, long subject) throws Exception {
        Phone phone = Phone.of(this.port, this.media, who, "140555088" + (10 + this.phones.size()));
        boolean ofChild = column.equals("adult_id");
        this.jdbc.update(
                "INSERT INTO membership (phone_account_id, kind, " + column + ", child_id, division_code, state,"
                        + " requested_at) VALUES (?, ?, ?, ?, ?, 'CONFIRMED', NOW())",
                account(phone),
                kind,
                subject,
                ofChild ? this.child : null,
                Town.CODE);
        this.phones.put(who, phone);
    }

    private long account(Phone phone) {
        return this.jdbc.queryForObject("SELECT id FROM phone_account WHERE openid = ?", Long.class, phone.openid());
    }

    private ConsoleClient opened(String username, Role role, String division) throws Exception {
        return opened(username, role, division, null);
    }

    private ConsoleClient opened(String username, Role role, String division, Long unit) throws Exception {
        this.accounts.open(
                new Accounts.NewAccount(
                        username,
                        "某人",
                        "Tongxing-2026",
                        new NewRole(role, new DivisionCode(division), unit, LocalDate.of(2024, 1, 1), null)),
                null);
        return ConsoleClient.signedIn(this.port, username);
    }
}
