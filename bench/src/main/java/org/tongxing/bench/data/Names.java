package org.tongxing.bench.data;

import java.util.List;

/** Names nobody has to have, from common family names and syllables. */
final class Names {

    private static final List<String> FAMILIES = List.of(
            "孟", "冯", "骆", "秦", "邓", "罗", "龚", "青", "蒲", "鲜", "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐",
            "孙", "朱", "马", "胡", "郭", "林", "何", "高", "梁", "郑", "谢", "宋", "唐", "许", "韩", "曹", "曾", "彭", "萧");
    private static final List<String> SYLLABLES = List.of(
            "若", "子", "安", "可", "小", "思", "晨", "雨", "远", "嘉", "禾", "知", "梓", "涵", "浩", "宇", "欣", "怡", "博", "文", "诗",
            "琪", "俊", "杰", "佳", "明", "丽", "华", "国", "建", "春", "秋", "月", "桂", "芳", "兰", "强", "军", "静", "慧", "一", "诺",
            "沐", "阳", "晓", "峰", "雪", "梅", "志", "刚", "玉", "珍", "福", "贵", "清", "泉");

    private Names() {}

    static String of(Chance chance) {
        return chance.pick(FAMILIES) + chance.pick(SYLLABLES) + (chance.percent(85) ? chance.pick(SYLLABLES) : "");
    }
}
