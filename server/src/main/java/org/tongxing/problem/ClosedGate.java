package org.tongxing.problem;

import lombok.Getter;
import org.springframework.security.authorization.AuthorizationDecision;
import org.tongxing.contract.ProblemCode;

/** A security decision that says which problem stands in the way. */
@Getter
public class ClosedGate extends AuthorizationDecision {

    private final ProblemCode code;

    public ClosedGate(ProblemCode code) {
        super(false);
        this.code = code;
    }
}
