package org.tongxing.roster.sheet;

/** A file that is no roster, or that nobody should open. */
public final class UnreadableWorkbook extends RuntimeException {

    private final Reason reason;

    public UnreadableWorkbook(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    UnreadableWorkbook(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return this.reason;
    }

    /** Why, with what to do about it in plain words. */
    public enum Reason {
        EMPTY_FILE("这个文件是空的，重新选一个"),
        PASSWORD("这个表设了密码，在 Excel 里去掉密码存一份再来"),
        NOT_A_WORKBOOK("这不是 Excel 表，选 .xlsx、.xls 或 .csv 文件"),
        WEB_PAGE("这是网页存成的表，用 Excel 打开，另存为 .xlsx 再来"),
        BINARY_FORMAT("这是 .xlsb 格式，用 Excel 打开，另存为 .xlsx 再来"),
        TOO_LARGE("表展开后太大，拆成几个文件再来"),
        SUSPICIOUS("这个文件压缩得不正常，用 Excel 打开另存一份再来"),
        TOO_MANY_SHEETS("工作表太多，最多 20 张"),
        TOO_MANY_ROWS("行太多，最多 20 万行，拆成几个文件再来"),
        TOO_MANY_COLUMNS("列太多，最多 200 列，删掉用不着的列"),
        NO_ROWS("表里一行都没有"),
        NO_HEADINGS("没找到标题行，要有“儿童姓名”“身份证号”这样的一行");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return this.text;
        }
    }
}
