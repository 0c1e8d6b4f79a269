package org.tongxing.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 统计用区划代码 in its significant digits: none for the country, 2 for a province, 4 for a city, 6 for a county, 9 for a
 * township, 12 for a village. An ancestor's code is a prefix of its descendants' codes.
 */
public record DivisionCode(String value) implements Serializable {

    private static final int[] LENGTHS = {0, 2, 4, 6, 9, 12};

    @JsonCreator
    public DivisionCode {
        if (!value.chars().allMatch(one -> one >= '0' && one <= '9') || level(value.length()) == null) {
            throw new Malformed();
        }
    }

    /** The code of a full 12-digit form, trailing zeros of the levels below removed. */
    public static DivisionCode ofFull(String full) {
        for (int length : LENGTHS) {
            if (full.substring(length).chars().allMatch(digit -> digit == '0')) {
                return new DivisionCode(full.substring(0, length));
            }
        }
        return new DivisionCode(full);
    }

    public Level level() {
        return Level.values()[indexOf(this.value.length())];
    }

    /** The codes above this one, the province first, without the country. */
    public List<DivisionCode> ancestors() {
        List<DivisionCode> ancestors = new ArrayList<>();
        for (int i = 1; LENGTHS[i] < this.value.length(); i++) {
            ancestors.add(new DivisionCode(this.value.substring(0, LENGTHS[i])));
        }
        return ancestors;
    }

    /** This division's ancestor at the given level, or itself. */
    public DivisionCode at(Level level) {
        return new DivisionCode(this.value.substring(0, Math.min(this.value.length(), LENGTHS[level.ordinal()])));
    }

    /** The smallest division that contains both. */
    public DivisionCode with(DivisionCode other) {
        DivisionCode common = this;
        while (!common.contains(other)) {
            List<DivisionCode> above = common.ancestors();
            common = above.isEmpty() ? new DivisionCode("") : above.get(above.size() - 1);
        }
        return common;
    }

    public boolean contains(DivisionCode other) {
        return other.value.startsWith(this.value);
    }

    /** How many digits a child of this division has; a village has no children and answers 12. */
    public int childLength() {
        return LENGTHS[Math.min(indexOf(this.value.length()) + 1, LENGTHS.length - 1)];
    }

    @JsonValue
    @Override
    public String toString() {
        return this.value;
    }

    private static int indexOf(int length) {
        for (int i = 0; i < LENGTHS.length; i++) {
            if (LENGTHS[i] == length) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Level level(int length) {
        int index = indexOf(length);
        return index < 0 ? null : Level.values()[index];
    }

    /** Somebody gave something for a division code that is none. */
    public static class Malformed extends IllegalArgumentException {

        Malformed() {
            super("Not a division code");
        }
    }

    /** The six levels from the country down to the village or community. */
    public enum Level {
        COUNTRY,
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }
}
