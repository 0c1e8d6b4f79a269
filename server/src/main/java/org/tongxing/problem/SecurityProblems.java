package org.tongxing.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import tools.jackson.databind.json.JsonMapper;

/** Gives the answers of the security filters the same body as every other problem. */
@Component
@RequiredArgsConstructor
public class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final MessageSource messages;
    private final JsonMapper json;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        write(response, ProblemCode.SIGNED_OUT);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemCode code = ProblemCode.ROLE_MAY_NOT;
        if (denied instanceof AuthorizationDeniedException refused
                && refused.getAuthorizationResult() instanceof ClosedGate gate) {
            code = gate.getCode();
        }
        write(response, code);
    }

    void write(HttpServletResponse response, ProblemCode code) throws IOException {
        response.setStatus(code.status());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(this.json.writeValueAsString(ProblemAdvice.problem(code, this.messages)));
    }
}
