package org.tongxing;

import cn.idev.excel.FastExcel;
import java.util.List;
import java.util.Map;

/** Looks into the sample roster, whose people are fictional. */
final class Roster {

    /** The phone of 孟国安, who is the father of a girl in 川主宫社区. */
    static final String PHONE_OF_A_FATHER = "14082914045";

    private static final int CADRE = 1;
    private static final int PHONE = 5;

    private Roster() {}

    static String phoneOfCadre(String name) {
        List<Map<Integer, String>> rows = FastExcel.read(Roster.class.getResourceAsStream("/sample/roster-jinbao.xlsx"))
                .sheet(1)
                .doReadSync();
        return rows.stream()
                .filter(row -> name.equals(row.get(CADRE)))
                .map(row -> row.get(PHONE).replaceAll("\\D", ""))
                .findFirst()
                .orElseThrow();
    }
}
