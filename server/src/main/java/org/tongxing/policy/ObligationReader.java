package org.tongxing.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;

/** Reads who owes what from a clause of kind obligation. */
final class ObligationReader {

    private static final int MONTHS = 12;

    private ObligationReader() {}

    static ObligationRule read(Node node, ClauseId clause, Force force, String title) {
        Rhythm per = node.word("per", Rhythm.class);
        int count = node.number("count");
        if (count < 1) {
            throw node.problem("'count' is less than once");
        }
        Integer perYear = null;
        if (node.has("rhythm")) {
            perYear = count;
            per = rhythm(node, per);
            count = inEachWindow(node, perYear);
        }
        ObligationRule rule = new ObligationRule(
                clause,
                force,
                title,
                node.word("actor", Actor.class),
                node.has("alsoBy") ? node.words("alsoBy", Actor.class) : Set.of(),
                node.word("deed", DeedKind.class),
                count,
                per,
                perYear,
                occasions(node, per),
                node.has("tiers") ? node.words("tiers", RiskTier.class) : Set.of(),
                whom(node));
        node.done();
        return rule;
    }

    /** A document that counts by the year says nothing of the rhythm; how many months a window has is our reading. */
    private static Rhythm rhythm(Node node, Rhythm per) {
        Rhythm rhythm = Rhythm.ofMonths(node.number("rhythm"));
        if (per != Rhythm.YEAR || rhythm == null) {
            throw node.problem("'rhythm' cuts a year into windows of 1, 2, 3 or 12 months");
        }
        return rhythm;
    }

    private static int inEachWindow(Node node, int perYear) {
        int windows = MONTHS / node.number("rhythm");
        if (perYear % windows != 0) {
            throw node.problem(perYear + " times do not fit into " + windows + " windows");
        }
        return perYear / windows;
    }

    private static List<Occasion> occasions(Node node, Rhythm per) {
        if ((per == Rhythm.OCCASION) != node.has("occasions")) {
            throw node.problem("'occasions' belong to OCCASION, and OCCASION needs them");
        }
        return per == Rhythm.OCCASION
                ? node.words("occasions", Occasion.class).stream().sorted().toList()
                : List.of();
    }

    private static Set<String> whom(Node node) {
        @Nullable List<Object> subjects = node.has("whom") ? node.list("whom") : null;
        return subjects == null
                ? Set.of()
                : subjects.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
