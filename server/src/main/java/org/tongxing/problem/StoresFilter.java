package org.tongxing.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongxing.contract.ProblemCode;

/** Sessions, tokens and parameters are read before any controller is asked; what fails there gets a problem too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class StoresFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(StoresFilter.class);

    private final SecurityProblems problems;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidFileNameException noName) {
            this.problems.write(response, ProblemCode.INVALID_REQUEST);
        } catch (RuntimeException | ServletException accident) {
            if (!Stores.failed(accident) || response.isCommitted()) {
                throw accident;
            }
            LOG.warn("Database or Redis did not answer: {}", accident.getClass().getSimpleName());
            response.reset();
            this.problems.write(response, ProblemCode.STORE_UNREACHABLE);
        }
    }
}
