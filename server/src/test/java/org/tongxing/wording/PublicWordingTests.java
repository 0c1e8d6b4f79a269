package org.tongxing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.kernel.Clause;

@Clause("GD-76")
class PublicWordingTests {

    @ParameterizedTest
    @CsvSource({
        "关爱留守儿童慰问活动, 留守",
        "关爱留 守 儿 童, 留守",
        "关爱留·守儿童, 留守",
        "关爱留\u200b守儿童, 留守",
        "關愛孤兒, 孤儿",
        "liushou儿童夏令营, 留守",
        "LiuShou Ertong, 留守",
        "ＬＩＵＳＨＯＵ儿童, 留守",
        "事实无人抚养儿童, 事实无人抚养",
        "事_实_无_人_抚_养, 事实无人抚养",
        "一个贫　困　孩子, 贫困",
        "（孤）（儿）之家, 孤儿",
        "單親家庭的孩子, 单亲",
    })
    void seesALabelHoweverItIsWritten(String text, String label) {
        assertThat(PublicWording.labelIn(text)).contains(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "童行周末：一起读书做饭",
                "一双 36 码的棉雨鞋",
                "想和妈妈视频半个小时",
                "故而想学画画",
                "下雨天留在学校守着图书角",
                "想要一本《小王子》, 英文的也行: the little prince",
                "困了就睡，环境很好",
            })
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(PublicWording.labelIn(text)).isEmpty();
    }
}
