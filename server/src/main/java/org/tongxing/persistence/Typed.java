package org.tongxing.persistence;

/** What somebody typed to search for, as a statement may compare with it. */
public final class Typed {

    private Typed() {}

    /** The text for the right side of LIKE: a percent sign is one, and so is an underscore. */
    public static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
