package org.tongxing.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a brief says before somebody goes: short enough to be read at the gate. */
class BriefsTests {

    @Test
    void saysInOneLineWhatWasWrittenOnOneDay() {
        assertThat(Briefs.news(List.of("身体状况"))).isEqualTo("身体状况有新的");
        assertThat(Briefs.news(List.of("身体状况", "学习情况", "个人爱好"))).isEqualTo("身体状况、学习情况、个人爱好有新的");
        assertThat(Briefs.news(List.of("身体状况", "学习情况", "个人爱好", "亲子关系", "人际交往"))).isEqualTo("身体状况、学习情况、个人爱好等 5 栏有新的");
    }
}
