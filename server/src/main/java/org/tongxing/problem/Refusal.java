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

    public Refusal(ProblemCode code, Map<String, Object> facts) {
        super(code.name());
        this.code = code;
        this.facts = facts;
    }
}
