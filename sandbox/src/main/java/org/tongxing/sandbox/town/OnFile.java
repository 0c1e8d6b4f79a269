package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Under which ids the people of a town are on file, and who may have written it down. */
record OnFile(
        Map<String, Long> children,
        Map<String, Long> families,
        Map<String, Long> units,
        @Nullable Long clerk,
        @Nullable Long supervisor) {

    static final String CLERK = "何明";
    static final String SUPERVISOR = "李萍";

    static OnFile of(Town town, Sql sql) throws SQLException {
        String code = town.township().code();
        Map<String, Long> accounts = sql.ids("SELECT username, id FROM account");
        return new OnFile(
                sql.ids("SELECT name, id FROM child WHERE village_code LIKE CONCAT(?, '%')", code),
                sql.ids("SELECT cadre_name, id FROM cadre_family WHERE division_code = ?", code),
                sql.ids("SELECT name, id FROM unit WHERE division_code = ?", code),
                accounts.get("hm.jinbao"),
                accounts.get("lp.jinbao"));
    }

    long id(Kid kid) {
        return Objects.requireNonNull(this.children.get(kid.name), "A child of the sample is not on file");
    }

    long id(Family family) {
        return Objects.requireNonNull(this.families.get(family.cadre), "A family of the sample is not on file");
    }
}
