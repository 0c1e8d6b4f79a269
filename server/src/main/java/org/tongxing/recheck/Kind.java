package org.tongxing.recheck;

/** What can be wrong, with the button that puts it right; what harms a child most comes first. */
public enum Kind {
    HELPER_LEFT("dynamicManagement", Action.PAIR),
    GIRL_WITHOUT_FEMALE_CADRE("girlNeedsFemaleCadre", Action.REPLACE),
    UNCOVERED("everyChildHasAHelper", Action.PAIR),
    GIRL_TURNING_EIGHT("girlNeedsFemaleCadre", Action.REPLACE),
    WAIVER_EXPIRED("", Action.REPLACE),
    SIBLINGS_APART("siblingsTogether", Action.REPLACE),
    CATEGORY_LOST("dynamicManagement", Action.END),
    CATEGORY_GAINED("dynamicManagement", Action.OPEN_FILE),
    AWAY_DATE_MISSING("workingAway", Action.FILL_IN_DAY),
    CAPACITY_PASSED("", "容量", Action.OPEN_FAMILY),
    SCREENING_DUE("", "每年查询", Action.SCREEN),
    REFRESH_DUE("TOWNSHIP.YEARLY_PAIRING", Action.COUNT),
    QUARTER_DUE("TOWNSHIP.QUARTERLY_REPORT", Action.REPORT),
    OVERDUE_VISIT("", Action.OPEN_OVERDUE);

    private final String subject;
    private final String local;
    private final Action action;

    Kind(String subject, Action action) {
        this(subject, "", action);
    }

    Kind(String subject, String local, Action action) {
        this.subject = subject;
        this.local = local;
        this.action = action;
    }

    /** What the clause that asks for it speaks of in any rule book; empty for local settings and waivers. */
    String subject() {
        return this.subject;
    }

    /** The local setting behind it; empty where a clause is, which is not named where no adopted book has it. */
    String local() {
        return this.local;
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
