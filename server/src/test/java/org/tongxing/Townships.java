package org.tongxing;

import org.springframework.jdbc.core.JdbcTemplate;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Divisions;

/** Townships that a test makes for itself, and how many children are on file there. */
record Townships(Divisions divisions, JdbcTemplate jdbc) {

    /** A new township whose villages get the codes 201, 202 and so on. */
    String add(String code, String name, String... villages) {
        this.divisions.put(new DivisionCode(code), name);
        for (int i = 0; i < villages.length; i++) {
            this.divisions.put(new DivisionCode(code + (201 + i)), villages[i]);
        }
        return code;
    }

    int children(String division) {
        return this.jdbc.queryForObject(
                "SELECT COUNT(*) FROM child WHERE village_code LIKE CONCAT(?, '%')", Integer.class, division);
    }
}
