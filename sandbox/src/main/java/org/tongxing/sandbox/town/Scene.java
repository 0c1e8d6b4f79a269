package org.tongxing.sandbox.town;

/** What is to be seen of one household of the sample today; everybody else is simply covered. */
enum Scene {
    ORDINARY(0),
    /** Nobody: on file for less than fifteen days. */
    NEW(1),
    /** Nobody: the cadre left. */
    HELPER_LEFT(1),
    /** Nobody: a girl of eight or over, and no woman has room. */
    NEEDS_FEMALE_CADRE(1),
    /** The same, and somebody has asked to waive it. */
    WAIVER_ASKED(1),
    /** Nobody: the rule book wants a family for the child alone. */
    NEEDS_DEDICATED_FAMILY(1),
    /** Nobody: two siblings no one has thought of yet. */
    NOT_ARRANGED(2),
    /** A girl who turned eight beside a man. */
    TURNED_EIGHT(1),
    /** A girl of nine beside a man, by a waiver that holds. */
    WAIVED(1),
    /** The same, by a waiver that has run out. */
    WAIVER_EXPIRED(1),
    /** A girl beside a man who turns eight within sixty days. */
    TURNS_EIGHT(1),
    /** Two siblings in two families. */
    SIBLINGS_APART(2),
    /** Became a left-behind child some days ago. */
    CATEGORY_GAINED(1),
    /** Turned sixteen some days ago, and still has a family. */
    CATEGORY_LOST(0),
    /** On file, but nothing is owed. */
    NOT_OWED(0),
    /** Moved away within the year. */
    MOVED_AWAY(0),
    /** Turned sixteen within the year. */
    GREW_UP(0),
    /** The household whose father, grandmother and cadre have phones in the sample. */
    STORY(2);

    private final int eligible;

    Scene(int eligible) {
        this.eligible = eligible;
    }

    /** How many children to be paired the household has today. */
    int eligible() {
        return this.eligible;
    }

    /** Whether nobody has the children today. */
    boolean uncovered() {
        return switch (this) {
            case NEW, HELPER_LEFT, NEEDS_FEMALE_CADRE, WAIVER_ASKED, NEEDS_DEDICATED_FAMILY, NOT_ARRANGED -> true;
            default -> false;
        };
    }

    /** Whether it takes a man's family to show it. */
    boolean besideMan() {
        return switch (this) {
            case TURNED_EIGHT, WAIVED, WAIVER_EXPIRED, TURNS_EIGHT -> true;
            default -> false;
        };
    }

    /** Whether the households of this scene can do without a family of their own, if a department answers for them. */
    boolean canBeOnDuty() {
        return this == ORDINARY || this == NOT_OWED;
    }
}
