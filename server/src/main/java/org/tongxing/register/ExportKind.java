package org.tongxing.register;

/** Which workbook. */
public enum ExportKind {
    /** 结对帮扶儿童台账: every child something is owed to, on a day [JB-29]. */
    REGISTER,
    /** What is not done of a year's refresh, with the children behind it [JB-32]. */
    REFRESH,
    /** The children of a list as somebody has searched and narrowed it. */
    CHILDREN
}
