package org.tongxing.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a clause of a rule book, as screens and tests write it: {@code JB-24}. */
public record ClauseId(String book, int number) implements Comparable<ClauseId>, Serializable {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2,5})-(\\d{2,3})");
    private static final int TWO_DIGITS = 10;
    private static final Comparator<ClauseId> ORDER =
            Comparator.comparing(ClauseId::book).thenComparing(ClauseId::number);

    @JsonCreator
    public static ClauseId of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a clause id: " + text);
        }
        return new ClauseId(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(ClauseId other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return this.book + (this.number < TWO_DIGITS ? "-0" : "-") + this.number;
    }
}
