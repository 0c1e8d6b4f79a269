package org.tongxing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A place with one of each thing the product keeps: a child, its family, a visit, a call, a report of danger and so on, by
 * the name of the kind.
 */
final class OneOfEach {

    /** By whom the rows were made; nobody of the test. */
    private static final long SOMEBODY = 9_000_000;

    private static final AtomicInteger YEARS = new AtomicInteger(2000);
    private static final AtomicInteger YEARS_AGAIN = new AtomicInteger(2100);

    private final int year;
    private final Rows rows;
    private final JdbcTemplate jdbc;
    private final Map<String, Object> things = new HashMap<>();

    private OneOfEach(Rows rows, JdbcTemplate jdbc, int year, String township, String village, String other) {
        this.year = year;
        this.rows = rows;
        this.jdbc = jdbc;
        put("township", township);
        put("village", village);
        put("otherVillage", other);
        people();
        pairings();
        volunteers();
        visits();
        desk();
        help();
        activities();
        store();
    }

    static OneOfEach in(Rows rows, JdbcTemplate jdbc, String township, String village, String other) {
        return new OneOfEach(rows, jdbc, YEARS.incrementAndGet(), township, village, other);
    }

    /** The same again where it was before: what there is once a year is of a year far away. */
    static OneOfEach again(Rows rows, JdbcTemplate jdbc, String township, String village, String other) {
        return new OneOfEach(rows, jdbc, YEARS_AGAIN.incrementAndGet(), township, village, other);
    }

    Object the(String kind) {
        Object thing = this.things.get(kind);
        if (thing == null) {
            throw new IllegalArgumentException("Nothing of the kind " + kind);
        }
        return thing;
    }

    long id(String kind) {
        return ((Number) the(kind)).longValue();
    }

    void put(String kind, Object thing) {
        this.things.put(kind, thing);
    }

    private long add(String kind, String table, Object... values) {
        long id = this.rows.insert(table, values);
        put(kind, id);
        return id;
    }

    private void people() {
        put("child", child());
        put("sibling", child());
        this.rows.insert(
                "child_tier",
                "child_id",
                the("child"),
                "tier",
                "LOW",
                "basis",
                "人工",
                "starts_on",
                LocalDate.of(2024, 1, 1),
                "ends_on",
                LocalDate.of(2099, 1, 1));
        add("fact", "child_fact", "child_id", the("child"), "kind", "HUKOU", "content", "RURAL");
        add("parent", "adult", "child_id", the("child"), "relation", "父亲", "name", "孟远山");
        put("adult", the("parent"));
        add("carer", "adult", "child_id", the("child"), "relation", "奶奶", "name", "孟奶奶", "carer", true);
        String unit = "单位" + UUID.randomUUID().toString().substring(0, 6);
        add("unit", "unit", "name", unit, "division_code", the("township"));
        add(
                "family",
                "cadre_family",
                "unit_id",
                the("unit"),
                "division_code",
                the("township"),
                "cadre_name",
                "桂成林",
                "cadre_sex",
                "FEMALE",
                "capacity",
                9,
                "state",
                "CONFIRMED",
                "joined_on",
                LocalDate.of(2024, 1, 1),
                "screening_due_on",
                LocalDate.of(2099, 1, 1));
        add("familyAdult", "family_adult", "family_id", the("family"), "name", "桂成林", "relation", "本人");
        add("phone", "phone_account", "openid", "matrix-" + UUID.randomUUID());
        add(
                "membership",
                "membership",
                "phone_account_id",
                the("phone"),
                "kind",
                "CADRE_FAMILY",
                "family_id",
                the("family"),
                "division_code",
                the("township"),
                "display_name",
                "桂成林",
                "state",
                "REQUESTED");
        put("tie", the("membership"));
        volunteer();
        add(
                "account",
                "account",
                "username",
                "m" + UUID.randomUUID().toString().substring(0, 8),
                "division_code",
                the("township"));
        add(
                "role",
                "account_role",
                "account_id",
                the("account"),
                "role",
                "CHILD_DIRECTOR",
                "division_code",
                the("village"),
                "starts_on",
                LocalDate.of(2024, 1, 1));
    }

    private void volunteer() {
        long phone = this.rows.insert("phone_account", "openid", "matrix-" + UUID.randomUUID());
        this.rows.insert(
                "membership",
                "phone_account_id",
                phone,
                "kind",
                "VOLUNTEER",
                "division_code",
                the("township"),
                "state",
                "CONFIRMED");
        add(
                "volunteer",
                "volunteer",
                "phone_account_id",
                phone,
                "kind",
                "CARING_MOTHER",
                "name",
                "文小禾",
                "id_sealed",
                this.rows.sealed("000000199001010000"),
                "screened_on",
                LocalDate.now(TongxingApplication.ZONE),
                "screening",
                "CLEAR");
        add(
                "complaint",
                "volunteer_complaint",
                "volunteer_id",
                the("volunteer"),
                "about_sealed",
                this.rows.sealed("说好的没有来"),
                "raised_by",
                SOMEBODY);
    }

    private long child() {
        long household = this.rows.insert("household", "village_code", the("village"));
        Long id = this.jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) + 1000 FROM child", Long.class);
        this.rows.insert(
                "child",
                "id",
                id,
                "name",
                "孟小满",
                "sex",
                "FEMALE",
                "birth_on",
                LocalDate.of(2015, 5, 5),
                "no_id_reason",
                "还没上户口",
                "village_code",
                the("village"),
                "household_id",
                household,
                "registered_on",
                LocalDate.of(2024, 1, 1));
        return id;
    }

    private void pairings() {
        LocalDate since = LocalDate.of(2024, 2, 1);
        add(
                "pairing",
                "pairing",
                "child_id",
                the("child"),
                "family_id",
                the("family"),
                "kind",
                "FAMILY",
                "status",
                "ACTIVE",
                "starts_on",
                since);
        add(
                "request",
                "pairing",
                "child_id",
                the("child"),
                "family_id",
                the("family"),
                "kind",
                "FAMILY",
                "status",
                "REQUESTED",
                "starts_on",
                LocalDate.now(TongxingApplication.ZONE),
                "paired_by",
                SOMEBODY);
        add(
                "duty",
                "area_duty",
                "unit_id",
                the("unit"),
                "village_code",
                the("village"),
                "cadre_sex",
                "FEMALE",
                "starts_on",
                since);
        add(
                "plan",
                "plan",
                "division_code",
                the("township"),
                "state",
                "DRAFT",
                "phase",
                "DONE",
                "cost",
                0,
                "lower_bound",
                0,
                "asked_by",
                SOMEBODY);
        this.rows.insert(
                "plan_row",
                "plan_id",
                the("plan"),
                "child_id",
                the("child"),
                "village_code",
                the("village"),
                "parts",
                "[]");
        add(
                "workItem",
                "work_item",
                "kind",
                "CATEGORY_LOST",
                "subject",
                "C" + the("child"),
                "area_code",
                the("village"),
                "clause",
                "JB-31",
                "child_id",
                the("child"),
                "family_id",
                the("family"),
                "unit_id",
                the("unit"));
        add("waiver", "visit_waiver", "child_id", the("child"), "reason", "AWAY", "ends_on", LocalDate.of(2099, 1, 1));
        String batch = UUID.randomUUID().toString();
        add(
                "nudge",
                "nudge",
                "batch",
                batch,
                "actor",
                "CADRE_FAMILY",
                "actor_id",
                the("family").toString(),
                "division_code",
                the("village"),
                "unit_id",
                the("unit"),
                "state",
                "WAITING",
                "nudged_by",
                SOMEBODY);
        put("batch", batch);
        add(
                "wish",
                "wish",
                "child_id",
                the("child"),
                "township_code",
                the("township"),
                "state",
                "PROPOSED",
                "proposed_by",
                SOMEBODY);
        add(
                "openWish",
                "wish",
                "child_id",
                the("sibling"),
                "township_code",
                the("township"),
                "state",
                "OPEN",
                "proposed_by",
                SOMEBODY);
    }

    private void volunteers() {
        long phone = this.rows.insert("phone_account", "openid", "matrix-" + UUID.randomUUID());
        add(
                "volunteer",
                "volunteer",
                "phone_account_id",
                phone,
                "kind",
                "CARING_MOTHER",
                "name",
                "文秀",
                "sex",
                "FEMALE",
                "screening",
                "CLEAR",
                "screened_on",
                LocalDate.now(TongxingApplication.ZONE),
                "trained_on",
                LocalDate.now(TongxingApplication.ZONE));
        this.rows.insert(
                "membership",
                "phone_account_id",
                phone,
                "kind",
                "VOLUNTEER",
                "division_code",
                the("township"),
                "state",
                "CONFIRMED");
        add("complaint", "volunteer_complaint", "volunteer_id", the("volunteer"), "raised_by", SOMEBODY);
        add(
                "companionship",
                "companionship",
                "child_id",
                the("sibling"),
                "volunteer_id",
                the("volunteer"),
                "kind",
                "STUDY",
                "status",
                "PROPOSED",
                "starts_on",
                LocalDate.now(TongxingApplication.ZONE),
                "proposed_by",
                SOMEBODY);
        add(
                "activeCompanionship",
                "companionship",
                "child_id",
                the("child"),
                "volunteer_id",
                the("volunteer"),
                "kind",
                "COMPANY",
                "status",
                "ACTIVE",
                "starts_on",
                LocalDate.now(TongxingApplication.ZONE),
                "proposed_by",
                SOMEBODY,
                "decided_by",
                SOMEBODY + 1);
    }

    private void visits() {
        add(
                "visit",
                "visit",
                "family_id",
                the("family"),
                "recorded_by",
                the("phone"),
                "visited_on",
                LocalDate.now(TongxingApplication.ZONE).minusDays(3),
                "met",
                "CHILD",
                "topics",
                "LIFE_AND_HEALTH");
        this.rows.insert(
                "visit_child",
                "visit_id",
                the("visit"),
                "child_id",
                the("child"),
                "visited_on",
                LocalDate.now(TongxingApplication.ZONE).minusDays(3),
                "met_by",
                "CADRE_FAMILY");
        add("promise", "visit_promise", "visit_id", the("visit"));
        add("signal", "visit_signal", "visit_id", the("visit"), "kind", "ONE_SITTING", "figure", 3);
        add("difficulty", "difficulty", "visit_id", the("visit"));
        this.rows.insert("difficulty_child", "difficulty_id", the("difficulty"), "child_id", the("child"));
        add(
                "photo",
                "photo",
                "media_type",
                "image/jpeg",
                "width",
                1,
                "height",
                1,
                "uploaded_by",
                the("phone"),
                "attached_to",
                "visit:" + the("visit"));
        this.rows.insert("photo_child", "photo_id", the("photo"), "child_id", the("child"));
        add(
                "consent",
                "photo_consent",
                "child_id",
                the("child"),
                "relation",
                "父亲",
                "decision",
                "GIVEN",
                "channel",
                "PAPER",
                "evidence_photo_id",
                the("photo"),
                "recorded_by",
                SOMEBODY);
        add("ticket", "photo_ticket", "phone_account_id", the("phone"), "until_at", LocalDateTime.of(2099, 1, 1, 0, 0));
        String content = """
                {"childIds":[%s],"visitedOn":"%s","met":["CHILD"],"topics":[],"condition":"WELL","photoIds":[]}""".formatted(the("child"), LocalDate.now(TongxingApplication.ZONE));
        add(
                "setAside",
                "visit_set_aside",
                "phone_account_id",
                the("phone"),
                "cause",
                "SAME_KEY_OTHER_CONTENT",
                "content_sealed",
                this.rows.sealed(content),
                "actor",
                "CADRE_FAMILY",
                "family_id",
                the("family"),
                "division_code",
                the("village"),
                "visit_id",
                the("visit"),
                "state",
                "WAITING");
        this.rows.insert("visit_set_aside_child", "set_aside_id", the("setAside"), "child_id", the("child"));
        add("admonition", "admonition", "visit_id", the("visit"), "neglect_by", "PARENTS");
        this.rows.insert("admonition_child", "admonition_id", the("admonition"), "child_id", the("child"));
        add(
                "contact",
                "contact",
                "child_id",
                the("child"),
                "adult_id",
                the("parent"),
                "recorded_by",
                the("phone"),
                "kind",
                "PHONE",
                "length",
                "SHORT");
        add(
                "danger",
                "danger_report",
                "kind",
                "LIVING_ALONE",
                "child_id",
                the("child"),
                "division_code",
                the("village"),
                "level",
                "COUNTY",
                "state",
                "WAITING",
                "accept_by",
                LocalDateTime.of(2099, 1, 1, 0, 0),
                "reporter_sealed",
                this.rows.sealed("phone:" + the("phone")));
    }

    /** What is needed and offered in the place, open to whoever may see it. */
    private void help() {
        LocalDate until = LocalDate.of(2099, 1, 1);
        add(
                "need",
                "board_need",
                "child_id",
                the("child"),
                "township_code",
                the("township"),
                "category",
                "GOODS",
                "docked",
                1,
                "quantity",
                9,
                "until_on",
                until,
                "state",
                "OPEN",
                "raised_by",
                SOMEBODY);
        add(
                "offer",
                "board_offer",
                "kind",
                "VOLUNTEERED",
                "category",
                "GOODS",
                "division_code",
                the("township"),
                "docked",
                1,
                "quantity",
                9,
                "until_on",
                until,
                "phone_account_id",
                the("phone"));
        add(
                "docking",
                "board_docking",
                "need_id",
                the("need"),
                "offer_id",
                the("offer"),
                "quantity",
                1,
                "state",
                "DOCKED");
    }

    private void store() {
        add(
                "certificate",
                "certificate",
                "number",
                UUID.randomUUID().toString().replace("-", "").substring(0, 12),
                "phone_account_id",
                the("phone"),
                "division_code",
                the("township"));
        add(
                "goodsItem",
                "goods_item",
                "township_code",
                the("township"),
                "name",
                UUID.randomUUID().toString(),
                "stock",
                9,
                "entries",
                1);
        add(
                "goodsEntry",
                "goods_entry",
                "item_id",
                the("goodsItem"),
                "nth",
                1,
                "kind",
                "RECEIVED",
                "quantity",
                9,
                "stock_after",
                9);
    }

    private void activities() {
        add(
                "activity",
                "activity",
                "division_code",
                the("township"),
                "kind",
                "SAFETY",
                "capacity",
                99,
                "starts_at",
                LocalDateTime.of(2020, 1, 1, 9, 0),
                "ends_at",
                LocalDateTime.of(2099, 1, 1, 9, 0),
                "state",
                "OPEN",
                "published_at",
                LocalDateTime.of(2020, 1, 1, 9, 0));
        put("activityHelper", the("phone"));
        this.rows.insert(
                "activity_helper",
                "activity_id",
                the("activity"),
                "phone_account_id",
                the("phone"),
                "state",
                "OFFERED");
    }

    private void desk() {
        LocalDateTime later = LocalDateTime.of(2099, 1, 1, 0, 0);
        add(
                "invitation",
                "invitation",
                "kind",
                "CADRE_FAMILY",
                "family_id",
                the("family"),
                "division_code",
                the("township"),
                "made_by",
                SOMEBODY,
                "expires_at",
                later,
                "code_sealed",
                this.rows.sealed("ABCD"));
        add(
                "ownInvitation",
                "invitation",
                "kind",
                "PARENT",
                "adult_id",
                the("parent"),
                "child_id",
                the("child"),
                "division_code",
                the("village"),
                "made_by_phone",
                the("phone"),
                "expires_at",
                later,
                "code_sealed",
                this.rows.sealed("EFGH"));
        add("import", "roster_import", "division_code", the("township"), "state", "PREVIEW");
        long accepted = this.rows.insert("roster_import", "division_code", the("township"), "state", "ACCEPTED");
        add("refusedRow", "refused_row", "import_id", accepted, "division_code", the("village"), "kind", "CHILDREN");
        add(
                "export",
                "register_export",
                "kind",
                "REGISTER",
                "division_code",
                the("township"),
                "state",
                "READY",
                "asked_by",
                SOMEBODY,
                "asked_as",
                "TOWNSHIP_ADMIN",
                "expires_at",
                later);
        add(
                "quarter",
                "register_quarter",
                "division_code",
                the("township"),
                "of_year",
                this.year,
                "of_quarter",
                4,
                "version",
                1,
                "clause",
                "JB-62",
                "figures",
                "{}",
                "figures_sha256",
                "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                "content",
                new byte[0],
                "content_sha256",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "content_sm3",
                "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
        add(
                "refresh",
                "register_refresh",
                "village_code",
                the("village"),
                "of_year",
                this.year,
                "outcome",
                "UNCHANGED",
                "said_by",
                SOMEBODY,
                "said_as",
                "CHILD_DIRECTOR");
        add(
                "adoption",
                "adoption",
                "division_code",
                the("township"),
                "book",
                "SV",
                "starts_on",
                LocalDate.of(this.year + 90, 1, 1));
        add(
                "notification",
                "notification",
                "occasion",
                "WEEKLY",
                "phone_account_id",
                the("phone"),
                "membership_id",
                the("membership"),
                "division_code",
                the("village"),
                "state",
                "FAILED",
                "finished_at",
                LocalDateTime.of(2024, 2, 2, 8, 0));
    }
}
