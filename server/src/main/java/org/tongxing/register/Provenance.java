package org.tongxing.register;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Who made a file, when and what for; stands on every page of it.
 *
 * @param named whether names are readable
 * @param purpose what for, if they are
 */
record Provenance(
        String name,
        LocalDateTime at,
        boolean named,
        @Nullable Purpose purpose,
        @Nullable String note,
        String reference) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** 何明 2026-11-25 10:26 导出（编号 12）. */
    String maker() {
        return this.name + " " + MINUTE.format(this.at) + " 导出（编号 " + this.reference + "）";
    }

    String use() {
        if (!this.named) {
            return "姓名、证件号已遮住";
        }
        String what = this.purpose == null ? "" : this.purpose.label();
        return "带姓名，用途：" + what + (this.note == null ? "" : "，" + this.note) + "。看过哪些孩子已留记录，别外传";
    }

    /** The same in the words of the audit. */
    @Nullable
    String audited() {
        if (!this.named || this.purpose == null) {
            return null;
        }
        return this.note == null ? this.purpose.name() : this.purpose + " " + this.note;
    }
}
