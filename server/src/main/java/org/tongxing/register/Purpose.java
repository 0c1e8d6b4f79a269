package org.tongxing.register;

/** What somebody wants names for; the same four as for showing one name. */
public enum Purpose {
    VISIT("走访联系"),
    CHECK("核对资料"),
    REPORT("上报"),
    OTHER("其他");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }
}
