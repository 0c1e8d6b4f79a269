package org.tongxing.policy;

/** Who owes something to a child, as the rule books name them. */
public enum Actor {
    CADRE_FAMILY("结对家庭"),
    CHILD_DIRECTOR("儿童主任"),
    SOCIAL_WORKER("“双百”社工"),
    PARENT("父母"),
    TOWNSHIP("镇里"),
    WOMENS_FEDERATION("妇联");

    private final String label;

    Actor(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }
}
