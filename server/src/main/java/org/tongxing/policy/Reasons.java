package org.tongxing.policy;

import java.util.Collection;
import java.util.stream.Collectors;
import org.tongxing.kernel.ClauseId;

/** Puts a verdict into words that a village clerk would use; each names its clause. */
final class Reasons {

    private static final String END = "〕";

    private Reasons() {}

    static String naming(String text, ClauseId clause) {
        return text.endsWith(END) ? text : text + "〔" + clause + END;
    }

    static String holding(Collection<RuleClause> clauses) {
        return clauses.stream()
                .map(clause -> naming(clause.title(), clause.id()))
                .collect(Collectors.joining("，"));
    }
}
