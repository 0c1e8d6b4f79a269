package org.tongxing.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Gives what the container refuses by itself the same body as every other problem. Written as it is: choosing a converter would
 * read once more what was refused.
 */
@Controller
@RequiredArgsConstructor
class ContainerErrors implements ErrorController {

    private final SecurityProblems problems;

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Whoever asks for this address has no status to be told.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        this.problems.write(response, ProblemAdvice.code(status));
    }
}
