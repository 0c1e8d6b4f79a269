package org.tongxing.helper;

/** What no document says and a place decides itself; shown with who decided and when. */
public enum LocalSetting {
    /** How many children a family takes that names no number. */
    FAMILY_CAPACITY("一户最多带几名", 2, 1, 20),
    /** How many days a family of a roster may be paired before the checks of its adults are recorded. */
    SCREENING_GRACE_DAYS("花名册来的家庭，几天内补上查询", 90, 0, 365);

    private final String label;
    private final int initial;
    private final int least;
    private final int most;

    LocalSetting(String label, int initial, int least, int most) {
        this.label = label;
        this.initial = initial;
        this.least = least;
        this.most = most;
    }

    public String label() {
        return this.label;
    }

    /** The value a place starts with. */
    public int initial() {
        return this.initial;
    }

    boolean accepts(int value) {
        return value >= this.least && value <= this.most;
    }
}
