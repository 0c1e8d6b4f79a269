package org.tongxing.problem;

import java.util.Map;
import lombok.Getter;
import org.tongxing.contract.ProblemCode;

/** A rule says no. Facts are ids and figures, never names: problems end up in logs. */
@Getter
public class Refusal extends RuntimeException {

    private final ProblemCode code;
    private final transient Map<String, Object> facts;

    public Refusal(ProblemCode code) {
        this(code, Map.of());
    }

    /** Refuses an id that is not there or not in the caller's scope; which of the two is not told. */
    public static Refusal notFound(String kind, long id) {
        return new Refusal(ProblemCode.NOT_FOUND, Map.of("subject", kind + ":" + id));
    }

    public Refusal(ProblemCode code, Map<String, Object> facts) {
        super(code.name());
        this.code = code;
        this.facts = facts;
    }
}
