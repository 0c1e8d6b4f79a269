package org.tongxing.bench.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tongxing.bench.stage.Stage;

/**
 * A cadre family that has a child.
 *
 * @param openid by which WeChat knows the cadre
 */
record Families(String openid, long child) {

    /**
     * Some of them, all over the place.
     *
     * @param after how many of these belong to another row, which fills their files
     */
    static List<Families> some(Stage stage, int after, int most) throws SQLException {
        List<Families> families = new ArrayList<>();
        try (Connection connection = stage.connection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT a.openid, MIN(p.child_id) FROM phone_account a
                        JOIN membership m ON m.phone_account_id = a.id AND m.kind = 'CADRE_FAMILY'
                        JOIN pairing p ON p.family_id = m.family_id AND p.status = 'ACTIVE'
                        GROUP BY a.openid ORDER BY CRC32(a.openid), a.openid LIMIT ? OFFSET ?
                        """)) {
            statement.setInt(1, most);
            statement.setInt(2, after);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    families.add(new Families(rows.getString(1), rows.getLong(2)));
                }
            }
        }
        return families;
    }
}
