package org.tongxing.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "孟若曦, mengruoxi, mrx",
        "单小禾, shanxiaohe, sxh",
        "曾单, zengdan, zd",
        "仇远, qiuyuan, qy",
        "解思晨, xiesichen, xsc",
        "万俟安, moqian, mqa",
        "区嘉禾, oujiahe, ojh",
        "吕旭, lvxu, lx",
    })
    void readsAFamilyNameAsAFamilyName(String name, String full, String initials) {
        assertThat(Pinyin.of(name)).isEqualTo(new Pinyin(full, initials));
    }

    @Test
    void leavesOutWhatHasNoSound() {
        assertThat(Pinyin.of("阿依·𠮷 B").full()).isEqualTo("ayib");
        assertThat(Pinyin.of("")).isEqualTo(new Pinyin("", ""));
    }
}
