package org.tongxing.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceSoundTests {

    @ParameterizedTest
    @CsvSource({
        "石马垭村, shimaya, true",
        "石马垭村, smy, true",
        "石马垭村, shimy, true",
        "石马垭村, shim, true",
        "石马垭村, S, true",
        "石马垭村, maya, false",
        "石马垭村, shimayacunx, false",
        "重庆市, chongqing, true",
        "重庆市, cq, true",
        "长沙市, changsha, true",
        "厦门市, xm, true",
        "六安市, luan, true",
        "蚌埠市, bengbu, true",
    })
    void fitsWhatPeopleType(String name, String typed, boolean fits) {
        assertThat(PlaceSound.of(name).fits(typed)).isEqualTo(fits);
    }
}
