package org.tongxing.helper;

/** What no document says and a place decides itself; shown with who decided and when. */
public enum LocalSetting {
    /** How many children a family takes that names no number. */
    FAMILY_CAPACITY("一户最多带几名", 2, 1, 20),
    /** How many days a family of a roster may be paired before the checks of its adults are recorded. */
    SCREENING_GRACE_DAYS("花名册来的家庭，几天内补上查询", 90, 0, 365),
    /** How many days of a window of two months or more must be left for a new pairing to owe it. */
    WINDOW_LEAST_DAYS("新结对的，这段时间至少剩几天才要走访", 30, 0, 60),
    /** How many days there are at least to see a child whose risk has risen. */
    RAISED_LEAST_DAYS("风险等级调高后，最少给几天上门", 7, 1, 30),
    /** On how many days before and after a festival or birthday going there counts. */
    OCCASION_DAYS("节日、生日前后几天内上门都算", 7, 0, 30),
    /** After how many minutes a report of danger nobody has accepted is shown one level further up. */
    DANGER_ACCEPT_MINUTES("险情几分钟没人接，往上一级报", 10, 1, 120),
    /** For how many hours the paired family alone may promise a new wish. */
    WISH_FAMILY_HOURS("新心愿，结对家庭先认领几小时", 48, 0, 336),
    /** Within how many days whoever promised a wish says when it comes; after that it goes back. */
    WISH_ARRANGE_DAYS("认领后几天内定好送达日子", 7, 1, 30),
    /** How many days after the promise a wish has to be there at the latest. */
    WISH_DELIVER_DAYS("认领后最迟几天送到", 30, 7, 120),
    /** How many promises one person may have open. */
    WISH_PROMISES("一人同时最多认领几个心愿", 3, 1, 20),
    /** How many yuan a thing may cost at most. */
    WISH_YUAN("一个心愿最多多少元", 300, 20, 2000),
    /** How many children one volunteer may be paired with. */
    COMPANION_CHILDREN("一名志愿者最多陪几名孩子", 2, 1, 10);

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
