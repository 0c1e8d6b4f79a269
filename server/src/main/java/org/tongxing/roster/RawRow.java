package org.tongxing.roster;

import java.util.Map;

/**
 * One row of a sheet as it stands there.
 *
 * @param sheet the index of the sheet, 0 first
 * @param number the row's number as Excel shows it, 1 first
 * @param idIsNumeric the ID number stands in a numeric cell, so that its last digits are lost
 */
record RawRow(int sheet, int number, boolean families, Map<Field, String> cells, boolean idIsNumeric) {

    String cell(Field field) {
        return this.cells.getOrDefault(field, "");
    }
}
