package org.tongxing.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;

/** The result of a quarter as a workbook of figures. */
final class QuarterBook {

    private static final List<Integer> WIDTHS = List.of(30, 12, 12, 12, 12, 12, 16, 18);

    private QuarterBook() {}

    /** The bytes of the workbook, as they are kept for good. */
    @Clause("JB-62")
    static byte[] of(
            String place, Quarter quarter, String clause, Figures figures, @Nullable String remark, Provenance by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Paper paper = new Paper(by)) {
            Paper.Page page = paper.page("结对结果", WIDTHS)
                    .title("%s %d 年第%s季度结对帮扶结果".formatted(place, quarter.year(), Words.numeral(quarter.number())))
                    .note("截至 %s，应结对 %d 名儿童，有着落 %d 名，没有着落 %d 名。依据〔%s〕"
                            .formatted(
                                    Words.day(figures.on()),
                                    figures.all().eligible(),
                                    figures.all().covered(),
                                    figures.all().uncovered(),
                                    clause))
                    .note("%s以来：新结对 %d 次，结束 %d 次，走访 %d 次，走访到 %d 名孩子。"
                            .formatted(
                                    Words.day(figures.since()),
                                    figures.deeds().begun(),
                                    figures.deeds().ended(),
                                    figures.deeds().visits(),
                                    figures.deeds().visited()));
            if (remark != null) {
                page.note("说明：" + remark);
            }
            page.headings(headings("村（社区）"));
            figures.villages().forEach(one -> row(page, one.name(), one.counts()));
            row(page, "合计", figures.all());
            page.gap().note("按情形（一个孩子可能同时属于几类，加起来会多过合计）").headings(headings("情形"));
            figures.categories().forEach(one -> row(page, one.name() + "〔" + one.clause() + "〕", one.counts()));
            if (!figures.reasons().isEmpty()) {
                page.gap().note("为什么没有着落").headings(List.of("原因", "名数", "依据"));
                figures.reasons()
                        .forEach(one -> page.row(
                                List.of(one.name(), one.children(), Objects.requireNonNullElse(one.clause(), ""))));
            }
            page.signature();
            paper.write(out);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return out.toByteArray();
    }

    private static List<String> headings(String first) {
        return List.of(first, "应结对", "有着落", "爱心家庭", "部门包片", "没有着落", "八岁以上女孩", "其中没有女干部");
    }

    private static void row(Paper.Page page, String name, Counts counts) {
        page.row(List.of(
                name,
                counts.eligible(),
                counts.covered(),
                counts.byFamily(),
                counts.byAreaDuty(),
                counts.uncovered(),
                counts.girls(),
                counts.girlsWithout()));
    }
}
