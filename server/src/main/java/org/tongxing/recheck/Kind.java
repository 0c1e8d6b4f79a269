package org.tongxing.recheck;

/** What can be wrong, with the button that puts it right; what harms a child most comes first. */
public enum Kind {
    HELPER_LEFT("dynamicManagement", "JB-31", Action.PAIR),
    GIRL_WITHOUT_FEMALE_CADRE("girlNeedsFemaleCadre", "JB-24", Action.REPLACE),
    UNCOVERED("everyChildHasAHelper", "JB-33", Action.PAIR),
    GIRL_TURNING_EIGHT("girlNeedsFemaleCadre", "JB-24", Action.REPLACE),
    WAIVER_EXPIRED("", "JB-02", Action.REPLACE),
    SIBLINGS_APART("siblingsTogether", "JB-22", Action.REPLACE),
    CATEGORY_LOST("dynamicManagement", "JB-31", Action.END),
    CATEGORY_GAINED("dynamicManagement", "JB-31", Action.OPEN_FILE),
    AWAY_DATE_MISSING("workingAway", "JB-17", Action.FILL_IN_DAY),
    CAPACITY_PASSED("", "容量", Action.OPEN_FAMILY),
    SCREENING_DUE("", "每年查询", Action.SCREEN),
    REFRESH_DUE("TOWNSHIP.YEARLY_PAIRING", "JB-32", Action.COUNT),
    QUARTER_DUE("TOWNSHIP.QUARTERLY_REPORT", "JB-62", Action.REPORT),
    OVERDUE_VISIT("", "JB-41", Action.OPEN_OVERDUE);

    private final String subject;
    private final String fallback;
    private final Action action;

    Kind(String subject, String fallback, Action action) {
        this.subject = subject;
        this.fallback = fallback;
        this.action = action;
    }

    /** What the clause that asks for it speaks of in any rule book; empty for local settings and waivers. */
    String subject() {
        return this.subject;
    }

    /** What to name when no adopted book speaks of it. */
    String fallback() {
        return this.fallback;
    }

    public Action action() {
        return this.action;
    }

    /** The button. */
    public enum Action {
        PAIR("给孩子配一家"),
        REPLACE("换一家"),
        END("结束这次结对"),
        OPEN_FILE("看看档案"),
        FILL_IN_DAY("填上日子"),
        OPEN_FAMILY("看看这家"),
        SCREEN("补查询"),
        COUNT("去清点"),
        REPORT("生成报表"),
        OPEN_OVERDUE("去提醒");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }
}
