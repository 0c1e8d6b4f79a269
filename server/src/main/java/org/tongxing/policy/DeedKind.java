package org.tongxing.policy;

/** What is owed, and what was done. */
public enum DeedKind {
    VISIT("上门走访"),
    /** 特殊关爱慰问活动 at the child's home. */
    CARE_ACTIVITY("上门关爱"),
    CONTACT("联系"),
    /** The child's data brought up to date; that nothing has changed counts too. */
    UPDATE("更新资料"),
    GUIDANCE("家庭教育指导"),
    TRAINING("培训");

    private final String label;

    DeedKind(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }

    /**
     * Whether what was done is what is owed. Going to see the child at the right time is the activity, an activity at the
     * child's home is a visit, and whoever has visited has been in contact.
     */
    public boolean satisfies(DeedKind owed) {
        return this == owed
                || (this == VISIT && (owed == CARE_ACTIVITY || owed == CONTACT))
                || (this == CARE_ACTIVITY && (owed == VISIT || owed == CONTACT));
    }
}
