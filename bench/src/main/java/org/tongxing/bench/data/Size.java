package org.tongxing.bench.data;

import org.tongxing.kernel.DivisionCode;

/**
 * How much is made.
 *
 * @param place the county, city or province, by its real code
 * @param visitsPerFamily in the last year, per cadre family
 * @param contactsPerChild of parents who work away, in the last half year
 */
public record Size(
        String name, DivisionCode place, int children, int visitsPerFamily, int contactsPerChild, long seed) {

    private static final int CHILDREN_PER_FAMILY = 5;
    private static final int CHILDREN_PER_VILLAGE = 50;

    /** A county of 10,000 children, a city of 100,000 or a province of a million, unless a number is given. */
    public static Size of(String name, int children, long seed) {
        return switch (name) {
            case "county" -> new Size(name, new DivisionCode("511304"), children > 0 ? children : 10_000, 30, 33, seed);
            case "city" -> new Size(name, new DivisionCode("5113"), children > 0 ? children : 100_000, 30, 33, seed);
            case "province" ->
                new Size(name, new DivisionCode("51"), children > 0 ? children : 1_000_000, 30, 33, seed);
            default -> throw new IllegalArgumentException("county, city or province");
        };
    }

    int families(int childrenOfVillage) {
        return Math.max(1, childrenOfVillage / CHILDREN_PER_FAMILY);
    }

    int villages() {
        return Math.max(1, this.children / CHILDREN_PER_VILLAGE);
    }

    int childrenPerVillage() {
        return Math.min(this.children, CHILDREN_PER_VILLAGE);
    }

    /** How it is called in a table. */
    public String label() {
        return "%s, %,d children".formatted(this.name, this.children);
    }

    public String stage() {
        return this.name + "-" + this.children + "-" + this.seed;
    }
}
