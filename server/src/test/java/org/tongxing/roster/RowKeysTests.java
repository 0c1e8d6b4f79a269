package org.tongxing.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowKeysTests {

    private static final String ALL = "Baaa Hbbb Nccc Pddd Weee";

    @Test
    void settlesACorrectedRowByWhateverCellWasRight() {
        assertThat(RowKeys.own(ALL, false)).containsExactly("Baaa", "Hbbb", "Pddd", "Weee");
        assertThat(RowKeys.own("Nccc Weee", false)).containsExactly("Nccc", "Weee");
    }

    @Test
    void neverSettlesARowThatMayBeAnotherChildByNameAndBirthday() {
        assertThat(RowKeys.own(ALL, true)).containsExactly("Pddd", "Weee");
        assertThat(RowKeys.own("Baaa Weee", true)).containsExactly("Weee");
    }
}
