package org.tongxing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tongxing.account.Accounts;
import org.tongxing.account.NewRole;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import tools.jackson.databind.JsonNode;

/**
 * 金宝镇 with one of each, the same next door, in the neighbouring township and in another province, and everybody who might
 * ask: the nine roles of the console and the people with phones.
 */
final class AccessWorld {

    static final List<String> PHONES =
            List.of("family", "parent", "caregiver", "director", "volunteer", "stranger", "signed out");

    private static final Map<Integer, AccessWorld> WORLDS = new HashMap<>();
    private static final Set<String> PLACES = Set.of(
            "place",
            "township",
            "village",
            "otherVillage",
            "wish",
            "openWish",
            "offer",
            "activity",
            "activityHelper",
            "goodsItem",
            "goodsEntry",
            "certificate");
    private static final Map<Role, String> PEOPLE = Map.of(
            Role.TOWNSHIP_ADMIN, "hm.jinbao",
            Role.COUNTY_ADMIN, "zy.jialing",
            Role.CITY_ADMIN, "wr.nanchong",
            Role.PROVINCE_ADMIN, "ln.sichuan",
            Role.CHILD_SUPERVISOR, "lp.jinbao",
            Role.CHILD_DIRECTOR, "tx.chuanzhu",
            Role.SECURITY_ADMIN, "aq.jialing",
            Role.AUDITOR, "sj.jialing");

    private OneOfEach here;
    private final OneOfEach nextDoor;
    private final OneOfEach neighbour;
    private final OneOfEach far;
    final Map<Role, ConsoleClient> console = new EnumMap<>(Role.class);
    final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<Role, Long> exports = new EnumMap<>(Role.class);
    private final Map<String, Long> ties = new HashMap<>();
    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final List<String> villages;

    /** The world of a server, made once. */
    static synchronized AccessWorld at(int port, Path media, JdbcTemplate jdbc, Vault vault, Accounts accounts)
            throws Exception {
        AccessWorld known = WORLDS.get(port);
        if (known == null) {
            known = new AccessWorld(port, media, jdbc, vault, accounts);
            WORLDS.put(port, known);
        }
        return known;
    }

    private AccessWorld(int port, Path media, JdbcTemplate jdbc, Vault vault, Accounts accounts) throws Exception {
        this.jdbc = jdbc;
        this.rows = new Rows(jdbc, vault);
        Town town = Town.at(port);
        places();
        this.villages = jdbc.queryForList(
                "SELECT code FROM division WHERE parent_code = ? ORDER BY code LIMIT 4", String.class, Town.CODE);
        this.here = OneOfEach.in(this.rows, jdbc, Town.CODE, this.villages.get(0), this.villages.get(1));
        this.nextDoor = OneOfEach.in(this.rows, jdbc, Town.CODE, this.villages.get(2), this.villages.get(3));
        this.neighbour = OneOfEach.in(this.rows, jdbc, "511304199", "511304199001", "511304199002");
        this.far = OneOfEach.in(this.rows, jdbc, "440103001", "440103001001", "440103001002");
        this.here.put("quarter", submitted(town.clerk));
        fill();
        PEOPLE.forEach((role, name) -> sign(port, role, name));
        accounts.open(
                new Accounts.NewAccount(
                        "lxy.access",
                        "联络员",
                        "Tongxing-2026",
                        new NewRole(
                                Role.UNIT_LIAISON,
                                new DivisionCode(Town.CODE),
                                this.here.id("unit"),
                                LocalDate.of(2024, 1, 1),
                                null)),
                null);
        sign(port, Role.UNIT_LIAISON, "lxy.access");
        phones(port, media);
    }

    /** What a refused row and a preview know of their workbook; whose they are stands in the row. */
    private void fill() {
        this.jdbc.update("""
                UPDATE refused_row SET payload_sealed =
                  (SELECT one FROM (SELECT payload_sealed AS one FROM refused_row ORDER BY id LIMIT 1) first)
                """);
        this.jdbc.update("""
                UPDATE roster_import i
                JOIN (SELECT sheets_sealed, mapping_sealed FROM roster_import
                      WHERE sheets_sealed IS NOT NULL ORDER BY id LIMIT 1) known
                SET i.sheets_sealed = known.sheets_sealed, i.mapping_sealed = known.mapping_sealed
                WHERE i.state = 'PREVIEW'
                """);
        this.jdbc.update("""
                UPDATE register_quarter q
                JOIN (SELECT figures, figures_sha256 FROM register_quarter WHERE figures <> '{}' ORDER BY id LIMIT 1) known
                SET q.figures = known.figures, q.figures_sha256 = known.figures_sha256
                WHERE q.figures = '{}'
                """);
    }

    /** Puts one of each there anew, because what was there may have been decided, ended or deleted. */
    void renew() {
        OneOfEach fresh = OneOfEach.again(this.rows, this.jdbc, Town.CODE, this.villages.get(0), this.villages.get(1));
        fresh.put("quarter", this.here.the("quarter"));
        this.here = fresh;
        fill();
        this.jdbc.update("""
                UPDATE membership SET state = 'REVOKED'
                WHERE phone_account_id IN (SELECT id FROM phone_account WHERE openid IN (%s))
                """.formatted(String.join(
                ",",
                this.phones.values().stream()
                        .map(phone -> "'" + phone.openid() + "'")
                        .toList())));
        this.phones.values().stream()
                .filter(phone -> this.jdbc.queryForObject(
                                "SELECT COUNT(*) FROM phone_account WHERE openid = ?", Integer.class, phone.openid())
                        == 0)
                .forEach(gone -> this.rows.insert("phone_account", "openid", gone.openid()));
        // Nobody offers the same twice.
        this.jdbc.update(
                "UPDATE board_offer SET phone_account_id = 9000000 + id WHERE phone_account_id = ?",
                account("volunteer"));
        ties();
    }

    /** What fills a slot for somebody; {@code out}: something of a place that is not his or hers. */
    String thing(String who, String kind, boolean out, Endpoint endpoint) {
        // Quarters are reported by townships; no village has one of its own.
        boolean village =
                who.equals(Role.CHILD_DIRECTOR.name()) && !endpoint.path().contains("/quarters/")
                        || endpoint.path().endsWith("/staff");
        String meant = kind.equals("place") ? village ? "village" : "township" : kind;
        if (out) {
            return outside(who, kind).the(meant).toString();
        }
        if (kind.equals("export") && isRole(who)) {
            return this.exports.get(Role.valueOf(who)).toString();
        }
        if (kind.equals("tie")) {
            return this.ties.getOrDefault(who, 0L).toString();
        }
        return this.here.the(meant).toString();
    }

    private OneOfEach outside(String who, String kind) {
        if (!isRole(who)) {
            return PLACES.contains(kind) ? this.neighbour : this.nextDoor;
        }
        return switch (Role.valueOf(who)) {
            case TOWNSHIP_ADMIN, CHILD_SUPERVISOR -> this.neighbour;
            case CHILD_DIRECTOR, UNIT_LIAISON -> PLACES.contains(kind) ? this.neighbour : this.nextDoor;
            default -> this.far;
        };
    }

    static boolean isRole(String who) {
        return who.equals(who.toUpperCase(java.util.Locale.ROOT));
    }

    private void places() {
        String[][] places = {
            {"511304199", "511304", "TOWNSHIP"},
            {"511304199001", "511304199", "VILLAGE"},
            {"511304199002", "511304199", "VILLAGE"},
            {"44", "", "PROVINCE"},
            {"4401", "44", "CITY"},
            {"440103", "4401", "COUNTY"},
            {"440103001", "440103", "TOWNSHIP"},
            {"440103001001", "440103001", "VILLAGE"},
            {"440103001002", "440103001", "VILLAGE"},
        };
        for (String[] place : places) {
            if (this.jdbc.queryForObject("SELECT COUNT(*) FROM division WHERE code = ?", Integer.class, place[0])
                    == 0) {
                this.rows.insert(
                        "division",
                        "code",
                        place[0],
                        "name",
                        "远处",
                        "parent_code",
                        place[1].isEmpty() ? null : place[1],
                        "level",
                        place[2],
                        "starts_on",
                        LocalDate.of(2020, 1, 1));
            }
        }
    }

    private static long submitted(ConsoleClient clerk) throws Exception {
        JsonNode draft = clerk.get("/api/admin/register/quarters/2025/4/draft?division=" + Town.CODE)
                .json();
        return clerk.post(
                        "/api/admin/register/quarters/2025/4/submission",
                        Map.of(
                                "division",
                                Town.CODE,
                                "digest",
                                draft.path("digest").asString()))
                .json()
                .path("id")
                .asLong();
    }

    private void sign(int port, Role role, String name) {
        try {
            this.console.put(role, ConsoleClient.signedIn(port, name));
        } catch (Exception ex) {
            throw new IllegalStateException(name, ex);
        }
        Long account = this.jdbc.queryForObject("SELECT id FROM account WHERE username = ?", Long.class, name);
        String place = this.jdbc.queryForObject(
                "SELECT division_code FROM account_role WHERE account_id = ? LIMIT 1", String.class, account);
        this.exports.put(
                role,
                this.rows.insert(
                        "register_export",
                        "kind",
                        "REGISTER",
                        "division_code",
                        place.length() > Town.CODE.length() ? place : Town.CODE,
                        "unit_id",
                        role == Role.UNIT_LIAISON ? this.here.the("unit") : null,
                        "state",
                        "READY",
                        "asked_by",
                        account,
                        "asked_as",
                        role.name(),
                        "expires_at",
                        LocalDateTime.of(2099, 1, 1, 0, 0)));
    }

    private void phones(int port, Path media) throws Exception {
        for (String who : PHONES.subList(0, PHONES.size() - 2)) {
            this.phones.put(who, Phone.of(port, media, who, "140555010" + (10 + this.phones.size())));
        }
        this.phones.put("stranger", Phone.of(port, media, "路人", "14055509999"));
        ties();
    }

    private void ties() {
        tie("family", "CADRE_FAMILY", "family_id", this.here.the("family"));
        tie("parent", "PARENT", "adult_id", this.here.the("parent"), "child_id", this.here.the("child"));
        tie("caregiver", "CAREGIVER", "adult_id", this.here.the("carer"), "child_id", this.here.the("child"));
        tie("director", "CHILD_DIRECTOR");
        tie("volunteer", "VOLUNTEER");
        own("visit", "recorded_by", "family");
        own("photo", "uploaded_by", "family");
        own("ticket", "phone_account_id", "family");
        own("contact", "recorded_by", "parent");
        own("ownInvitation", "made_by_phone", "director");
        own("offer", "phone_account_id", "volunteer");
        own("certificate", "phone_account_id", "volunteer");
    }

    private void tie(String who, String kind, Object... more) {
        Object place = this.here.the(kind.equals("VOLUNTEER") ? "township" : "village");
        Object[] values = new Object[10 + more.length];
        System.arraycopy(more, 0, values, 10, more.length);
        Object[] first = {
            "phone_account_id",
            account(who),
            "kind",
            kind,
            "division_code",
            place,
            "state",
            "CONFIRMED",
            "display_name",
            who
        };
        System.arraycopy(first, 0, values, 0, first.length);
        this.ties.put(who, this.rows.insert("membership", values));
    }

    private void own(String kind, String column, String who) {
        String table = Map.of("ticket", "photo_ticket", "ownInvitation", "invitation", "offer", "board_offer")
                .getOrDefault(kind, kind);
        this.jdbc.update("UPDATE " + table + " SET " + column + " = ? WHERE id = ?", account(who), this.here.the(kind));
    }

    long account(String who) {
        return this.jdbc.queryForObject(
                "SELECT id FROM phone_account WHERE openid = ?",
                Long.class,
                this.phones.get(who).openid());
    }
}
