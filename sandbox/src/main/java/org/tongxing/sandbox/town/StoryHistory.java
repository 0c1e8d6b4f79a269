package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.tongxing.sandbox.SamplePerson;

/** Writes what the people know whose phones are in the sample: a father, a grandmother, a volunteer with his claims. */
record StoryHistory(Town town, OnFile onFile, Sql sql) {

    private static final String ALIASES = "小溪 小禾 小舟 小麦 小桥 小灯 小叶 小鹿";

    void write() throws SQLException {
        Household home = this.town.households().stream()
                .filter(one -> one.scene == Scene.STORY)
                .findFirst()
                .orElseThrow();
        adults(home);
        tie(home, SamplePerson.FATHER, "PARENT");
        tie(home, SamplePerson.GRANDMOTHER, "CAREGIVER");
        director(home);
        calls(home);
        volunteer();
        wishes();
        company(home);
    }

    /** Each row of the roster names one adult; both belong to both children, and the father cannot be the carer. */
    private void adults(Household home) throws SQLException {
        for (Kid kid : home.kids) {
            for (Kid sibling : home.kids) {
                if (sibling != kid) {
                    this.sql.run("""
                            INSERT INTO adult (child_id, relation, name, phone_sealed, phone_digest, carer)
                            SELECT ?, relation, name, phone_sealed, phone_digest, carer FROM adult d
                            WHERE d.child_id = ? AND NOT EXISTS (
                              SELECT 1 FROM adult known WHERE known.child_id = ? AND known.relation = d.relation)
                            """, this.onFile.id(kid), this.onFile.id(sibling), this.onFile.id(kid));
                }
            }
        }
        this.sql.runAll(
                "UPDATE adult SET carer = FALSE WHERE child_id = ? AND relation = '父亲'",
                home.kids.stream().map(kid -> Sql.row(this.onFile.id(kid))));
    }

    private void tie(Household home, SamplePerson person, String kind) throws SQLException {
        LocalDateTime at = home.kids.get(0).registered.atTime(12, 0);
        this.sql.run("""
                INSERT INTO phone_account (openid, phone_sealed, phone_digest, verified_at, created_at)
                SELECT ?, phone_sealed, phone_digest, ?, ? FROM adult WHERE child_id = ? AND name = ?
                """, person.openid(), at, at, this.onFile.id(home.kids.get(0)), person.fullName());
        this.sql.runAll(
                """
                INSERT INTO membership (phone_account_id, kind, adult_id, child_id, division_code, display_name, state,
                                        requested_at, decided_by, decided_at)
                SELECT a.id, ?, d.id, d.child_id, ?, d.name, 'CONFIRMED', ?, ?, ?
                FROM phone_account a JOIN adult d ON d.child_id = ? AND d.name = ? WHERE a.openid = ?
                """,
                home.kids.stream()
                        .map(kid -> Sql.row(
                                kind,
                                home.village.code(),
                                at,
                                this.onFile.supervisor(),
                                at.plusHours(2),
                                this.onFile.id(kid),
                                person.fullName(),
                                person.openid())));
    }

    /** The child director of the village, who visits with a phone too. */
    private void director(Household home) throws SQLException {
        SamplePerson person = SamplePerson.DIRECTOR;
        LocalDateTime at = home.kids.get(0).registered.atTime(9, 0);
        this.sql.run(
                "INSERT INTO phone_account (openid, verified_at, created_at) VALUES (?, ?, ?)",
                person.openid(),
                at,
                at);
        this.sql.run(
                """
                INSERT INTO membership (phone_account_id, kind, division_code, display_name, state, requested_at,
                                        decided_by, decided_at)
                SELECT id, 'CHILD_DIRECTOR', ?, ?, 'CONFIRMED', ?, ?, ? FROM phone_account WHERE openid = ?
                """,
                home.village.code(),
                person.fullName(),
                at,
                this.onFile.supervisor(),
                at.plusHours(1),
                person.openid());
    }

    private void calls(Household home) throws SQLException {
        List<Calls.Call> calls = new Calls(this.town.day())
                .of(List.of(home)).stream()
                        .flatMap(calling -> calling.calls().stream())
                        .toList();
        this.sql.runAll(
                """
                INSERT INTO contact (child_id, adult_id, recorded_by, kind, length, contacted_at, idempotency_key, recorded_at)
                SELECT d.child_id, d.id, a.id, ?, ?, ?, ?, ?
                FROM adult d JOIN phone_account a ON a.openid = ? WHERE d.child_id = ? AND d.name = ?
                """,
                calls.stream()
                        .map(call -> Sql.row(
                                call.kind(),
                                call.length(),
                                call.at(),
                                call.key().toString(),
                                call.at().plusMinutes(25),
                                SamplePerson.FATHER.openid(),
                                this.onFile.id(call.kid()),
                                SamplePerson.FATHER.fullName())));
    }

    private void volunteer() throws SQLException {
        SamplePerson person = SamplePerson.VOLUNTEER;
        LocalDateTime at = this.town.day().minusMonths(5).atTime(19, 0);
        this.sql.run("INSERT INTO phone_account (openid, created_at) VALUES (?, ?)", person.openid(), at);
        this.sql.run(
                """
                INSERT INTO membership (phone_account_id, kind, division_code, display_name, state, requested_at,
                                        decided_by, decided_at)
                SELECT id, 'VOLUNTEER', ?, ?, 'CONFIRMED', ?, ?, ? FROM phone_account WHERE openid = ?
                """,
                this.town.township().code(),
                person.fullName(),
                at,
                this.onFile.supervisor(),
                at.plusDays(1),
                person.openid());
        this.sql.run(
                """
                INSERT INTO volunteer (phone_account_id, kind, name, organisation, id_sealed, id_digest, sex, code_version,
                                       code_signed_at, screened_on, screening, trained_on, registered_at)
                SELECT id, 'CARING_MOTHER', ?, '金宝镇妇联', '', ?, 'FEMALE', '2026-1', ?, ?, 'CLEAR', ?, ?
                FROM phone_account WHERE openid = ?
                """,
                person.fullName(),
                "0".repeat(64),
                at,
                at.plusDays(1).toLocalDate(),
                at.plusDays(1).toLocalDate(),
                at,
                person.openid());
    }

    /** Written down by the supervisor, read by the clerk before strangers see them, claimed by the volunteer. */
    private void wishes() throws SQLException {
        List<String> aliases = List.of(ALIASES.split(" "));
        List<Hopes.Wished> wishes = Hopes.of(this.town.households(), this.town.day());
        for (int i = 0; i < wishes.size(); i++) {
            Hopes.Wished wish = wishes.get(i);
            String state = wish.hope().state();
            boolean published = !state.equals("PROPOSED") && !state.equals("RETURNED");
            boolean claimed = List.of("CLAIMED", "ARRANGED", "FULFILLED").contains(state);
            LocalDateTime at = wish.on().atTime(9, 20);
            this.sql.run(
                    """
                    INSERT INTO wish (child_id, township_code, alias, age_band, what, why, value_cap, state, proposed_by,
                                      proposed_at, published_by, published_at, changed_at, fulfilled_on, kind, returned_for)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    this.onFile.id(wish.kid()),
                    this.town.township().code(),
                    aliases.get(i % aliases.size()),
                    wish.ageBand(this.town.day()),
                    wish.hope().what(),
                    wish.hope().why(),
                    wish.hope().yuan(),
                    state,
                    this.onFile.supervisor() == null ? 0 : this.onFile.supervisor(),
                    at,
                    published ? this.onFile.clerk() : null,
                    published ? at.plusHours(5) : null,
                    claimed ? at.plusHours(30) : published ? at.plusHours(5) : at,
                    state.equals("FULFILLED") ? wish.on().plusDays(20) : null,
                    wish.hope().yuan() == null ? "OUTING" : "THING",
                    state.equals("RETURNED") ? "换一个心愿，手机和家里商量" : null);
            if (claimed) {
                promise(wish, at.plusHours(30), state.equals("FULFILLED") ? at.plusDays(20) : null);
            }
        }
    }

    /** The volunteer helps one of the children with homework; the clerk has nodded to what the supervisor proposed. */
    private void company(Household home) throws SQLException {
        if (this.onFile.clerk() == null) {
            return;
        }
        LocalDateTime at = this.town.day().minusDays(40).atTime(10, 10);
        this.sql.run(
                """
                INSERT INTO companionship (child_id, volunteer_id, kind, status, plan, starts_on, proposed_by, proposed_at,
                                           decided_by, decided_at)
                SELECT ?, v.id, 'STUDY', 'ACTIVE', '每周六上午，在镇未保站一起写作业', ?, ?, ?, ?, ?
                FROM volunteer v JOIN phone_account p ON p.id = v.phone_account_id WHERE p.openid = ?
                """,
                this.onFile.id(home.kids.get(0)),
                at.toLocalDate().plusDays(2),
                this.onFile.supervisor() == null ? 0 : this.onFile.supervisor(),
                at,
                this.onFile.clerk(),
                at.plusHours(4),
                SamplePerson.VOLUNTEER.openid());
    }

    private void promise(Hopes.Wished wish, LocalDateTime at, LocalDateTime ended) throws SQLException {
        boolean arranged = !wish.hope().state().equals("CLAIMED");
        this.sql.run(
                """
                INSERT INTO wish_claim (wish_id, phone_account_id, slot, claimed_at, arrange_by, arranged_at, deliver_by,
                                        way, ended_at, outcome)
                SELECT (SELECT MAX(id) FROM wish WHERE child_id = ?), p.id,
                       (SELECT COUNT(*) + 1 FROM wish_claim o WHERE o.live_claimer = p.id),
                       ?, ?, ?, ?, IF(?, 'STATION', NULL), ?, ?
                FROM phone_account p WHERE p.openid = ?
                """,
                this.onFile.id(wish.kid()),
                at,
                at.toLocalDate().plusDays(7),
                arranged ? at.plusHours(20) : null,
                arranged ? wish.on().plusDays(30) : null,
                arranged,
                ended,
                ended == null ? null : "FULFILLED",
                SamplePerson.VOLUNTEER.openid());
    }
}
