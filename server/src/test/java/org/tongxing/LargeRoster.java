package org.tongxing;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.metadata.WriteSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.tongxing.kernel.IdNumber;

/** A generated roster of fictional children, whose ID numbers carry an area code no county has. */
public final class LargeRoster {

    static final int VILLAGES = 12;

    private static final List<String> HEADINGS = List.of(
            "序号", "村（社区）", "儿童姓名", "性别", "身份证号", "出生日期", "户籍性质", "儿童类别", "父亲状况", "母亲状况", "外出务工时间", "监护人姓名", "与儿童关系",
            "联系电话", "家庭住址", "就读学校", "年级", "备注");
    private static final String[] SURNAMES = {"孟", "冯", "骆", "秦", "邓", "罗", "龚", "青", "蒲", "鲜"};
    private static final String[] SYLLABLES = {"若", "子", "安", "可", "小", "思", "晨", "雨", "远", "嘉", "禾", "知"};
    private static final String[] CATEGORIES = {"农村留守儿童", "事实无人抚养儿童", "其他低保家庭儿童", "散居孤儿"};
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final int CHUNK = 1_000;
    private static final int DAYS = 4_700;

    private LargeRoster() {}

    static String[] villages() {
        return IntStream.rangeClosed(1, VILLAGES).mapToObj(LargeRoster::village).toArray(String[]::new);
    }

    static String village(int number) {
        return "第" + "一二三四五六七八九十".charAt((number - 1) % 10) + (number > 10 ? "新" : "") + "沟村";
    }

    /**
     * Writes a workbook.
     *
     * @param series keeps the ID numbers of several rosters apart
     */
    static byte[] of(int rows, int series) {
        return of(
                rows,
                series,
                IntStream.rangeClosed(1, VILLAGES)
                        .mapToObj(LargeRoster::village)
                        .toList());
    }

    static byte[] of(int rows, int series, List<String> villages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, rows, series, villages);
        return out.toByteArray();
    }

    /** Writes a large workbook for a town by hand: the file, how many rows, and the names of the villages. */
    public static void main(String[] args) throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            write(out, Integer.parseInt(args[1]), 9, List.of(args).subList(2, args.length));
        }
    }

    /** Writes a workbook for a town whose villages have these names. */
    public static void write(OutputStream out, int rows, int series, List<String> villages) {
        try (ExcelWriter writer = FastExcel.write(out).build()) {
            WriteSheet sheet = FastExcel.writerSheet("儿童花名册").build();
            writer.write(List.of(HEADINGS), sheet);
            for (int from = 0; from < rows; from += CHUNK) {
                writer.write(
                        IntStream.range(from, Math.min(rows, from + CHUNK))
                                .mapToObj(i -> row(i, series, villages.get(i % villages.size())))
                                .toList(),
                        sheet);
            }
        }
    }

    private static List<String> row(int i, int series, String village) {
        LocalDate birth = FIRST.plusDays(i % DAYS);
        int sequence = i / DAYS * 2 % 1_000 + i % 2;
        String body = "5113%02d%s%03d".formatted(90 + series, birth.toString().replace("-", ""), sequence);
        boolean away = i % CATEGORIES.length == 0;
        return List.of(
                Integer.toString(i + 1),
                village,
                SURNAMES[i % SURNAMES.length]
                        + SYLLABLES[i / 7 % SYLLABLES.length]
                        + SYLLABLES[i / DAYS % SYLLABLES.length],
                i % 2 == 1 ? "男" : "女",
                body + IdNumber.checkDigit(body),
                birth.toString(),
                "农业户口",
                CATEGORIES[i % CATEGORIES.length],
                away ? "外出务工" : "死亡",
                away ? "外出务工" : "失踪",
                away ? "2024.3" : "",
                "冯秀英",
                "奶奶",
                "140" + "%08d".formatted(i),
                village + (i / 2) + "号",
                "金宝小学",
                "三年级",
                "");
    }
}
