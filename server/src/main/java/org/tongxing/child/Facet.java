package org.tongxing.child;

import org.tongxing.kernel.Clause;

/** The columns of a child's ledger: seven about the child, six about the family. */
@Clause("JB-37")
@Clause("JB-38")
public enum Facet {
    BODY("身体状况", Side.CHILD),
    LEARNING("学习情况", Side.CHILD),
    HOBBIES("个人爱好", Side.CHILD),
    PARENT_BOND("亲子关系", Side.CHILD),
    COMPANIONS("人际交往", Side.CHILD),
    MIND("心理健康", Side.CHILD),
    WISHES("心愿清单", Side.CHILD),
    FAMILY("家庭基本情况", Side.FAMILY),
    BENEFITS("政策保障", Side.FAMILY),
    SURROUNDINGS("生存环境", Side.FAMILY),
    FAMILY_HEALTH("家人身体状况", Side.FAMILY),
    GUARDIANSHIP("父母履行监护职责", Side.FAMILY),
    NEIGHBOURS("邻里关系", Side.FAMILY);

    private final String label;
    private final Side side;

    Facet(String label, Side side) {
        this.label = label;
        this.side = side;
    }

    public String label() {
        return this.label;
    }

    public Side side() {
        return this.side;
    }

    /** Whom a facet is about. */
    public enum Side {
        CHILD,
        FAMILY
    }
}
