package org.tongxing.roster.reading;

import java.util.List;
import java.util.Set;

/** What the rows of a sheet are about. */
public enum SheetKind {
    CHILDREN("儿童", RosterField.NAME, RosterField.VILLAGE, RosterField.ID_NUMBER),
    FAMILIES("爱心家庭", RosterField.CADRE, RosterField.SEX, RosterField.UNIT),
    /** A cover sheet, a list of choices: nothing is read from it unless somebody says which column is what. */
    UNKNOWN("没认出来");

    private final String label;
    private final List<RosterField> required;

    SheetKind(String label, RosterField... required) {
        this.label = label;
        this.required = List.of(required);
    }

    /** The fields without which every row would be refused. */
    public List<RosterField> required() {
        return this.required;
    }

    /** The fields a sheet of this kind can have. */
    public Set<RosterField> fields() {
        return Headings.fields(this);
    }

    public String label() {
        return this.label;
    }
}
