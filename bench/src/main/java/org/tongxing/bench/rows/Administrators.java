package org.tongxing.bench.rows;

import org.tongxing.bench.data.Size;

/** Who answers for the place of a stage. */
final class Administrators {

    private Administrators() {}

    static String of(Size size) {
        return switch (size.place().level()) {
            case PROVINCE -> "ln.sichuan";
            case CITY -> "wr.nanchong";
            default -> "zy.jialing";
        };
    }
}
