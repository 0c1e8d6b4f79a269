package org.tongxing.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;

/** Turns every refusal and every accident into an RFC 9457 problem with a code and a Chinese title. */
@RestControllerAdvice
@RequiredArgsConstructor
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** ER_TRUNCATED_WRONG_VALUE and ER_WRONG_VALUE. */
    private static final Set<Integer> WRONG_VALUES = Set.of(1292, 1525);

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final int LONGEST_SUBJECT = 64;
    private static final int FIRST_ACCIDENT = 500;

    /** No form has so many fields; only a list in which everything is wrong comes to more. */
    private static final int MOST_FIELDS = 50;

    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    @ExceptionHandler
    ProblemDetail handle(Refusal refusal, HttpServletRequest request) {
        if (refusal.getCode() == ProblemCode.NOT_FOUND) {
            Object subject = refusal.getFacts().get("subject");
            announce(subject == null ? place(request) : subject.toString());
            return problem(ProblemCode.NOT_FOUND);
        }
        ProblemDetail problem = problem(refusal.getCode());
        refusal.getFacts().forEach((name, value) -> {
            problem.setProperty(name, value);
            problem.setTitle(this.messages.getMessage(
                    "problem." + refusal.getCode() + "." + name,
                    new Object[] {value},
                    problem.getTitle(),
                    Locale.CHINA));
        });
        return problem;
    }

    @ExceptionHandler
    ProblemDetail handle(Scope.OutOfScope outside) {
        announce("division:" + outside.getAsked().value());
        return problem(ProblemCode.NOT_FOUND);
    }

    @ExceptionHandler
    ProblemDetail handle(DivisionCode.Malformed malformed) {
        return problem(ProblemCode.INVALID_REQUEST);
    }

    @ExceptionHandler
    ProblemDetail handle(OptimisticLockingFailureException stale) {
        return problem(ProblemCode.STALE);
    }

    @ExceptionHandler
    ProblemDetail handle(DuplicateKeyException duplicate) {
        return problem(ProblemCode.ALREADY_THERE);
    }

    /** A value that fits no column, which nobody thought of before. */
    @ExceptionHandler
    ProblemDetail handle(DataIntegrityViolationException unfit) {
        LOG.warn("A value was refused by the database: {}", unfit.getClass().getSimpleName());
        return problem(ProblemCode.INVALID_REQUEST);
    }

    /** MySQL compares no column with a day outside its calendar; MariaDB finds nothing there. */
    @ExceptionHandler
    ProblemDetail handle(UncategorizedSQLException odd) {
        SQLException cause = odd.getSQLException();
        return cause != null && WRONG_VALUES.contains(cause.getErrorCode())
                ? problem(ProblemCode.INVALID_REQUEST)
                : handle((Exception) odd);
    }

    /**
     * What never was a request: half an upload, a body whose sender went away, an address or header in no encoding, a day
     * outside every calendar.
     */
    @ExceptionHandler({
        BadRequestException.class,
        MultipartException.class,
        InvalidParameterException.class,
        RequestRejectedException.class,
        DateTimeException.class
    })
    ProblemDetail handleBroken() {
        return problem(ProblemCode.INVALID_REQUEST);
    }

    /** Spring takes a wildcard for a mistake of ours when it is the sender's. */
    @ExceptionHandler
    ProblemDetail handle(IllegalArgumentException accident, HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.contains("*")
                ? problem(ProblemCode.MEDIA_TYPE_NOT_SUPPORTED)
                : handle((Exception) accident);
    }

    @ExceptionHandler
    ProblemDetail handle(AccessDeniedException denied) {
        return problem(ProblemCode.ROLE_MAY_NOT);
    }

    @ExceptionHandler
    ProblemDetail handle(Exception accident) {
        if (Stores.failed(accident)) {
            LOG.warn("Database or Redis did not answer: {}", accident.getClass().getSimpleName());
            return problem(ProblemCode.STORE_UNREACHABLE);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure {}", reference, accident);
        ProblemDetail problem = problem(ProblemCode.UNEXPECTED);
        problem.setProperty("reference", reference);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemCode code = code(status.value());
        if (ex instanceof MaxUploadSizeExceededException) {
            code = ProblemCode.FILE_TOO_LARGE;
        }
        ProblemDetail problem = problem(code);
        if (ex instanceof MethodArgumentNotValidException invalid) {
            problem.setProperty(
                    "fields",
                    invalid.getFieldErrors().stream()
                            .limit(MOST_FIELDS)
                            .map(error -> new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                            .toList());
        }
        return super.handleExceptionInternal(ex, problem, headers, HttpStatusCode.valueOf(code.status()), request);
    }

    private void announce(String subject) {
        this.events.publishEvent(new NothingThere(subject));
    }

    /** The path only: queries may carry names. */
    private static String place(HttpServletRequest request) {
        String place = request.getMethod() + " " + request.getRequestURI();
        return place.substring(0, Math.min(place.length(), LONGEST_SUBJECT));
    }

    private ProblemDetail problem(ProblemCode code) {
        return problem(code, this.messages);
    }

    /** What a status says that somebody else has chosen. */
    static ProblemCode code(int status) {
        return switch (status) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406, 415 -> ProblemCode.MEDIA_TYPE_NOT_SUPPORTED;
            case 413 -> ProblemCode.FILE_TOO_LARGE;
            default -> status >= FIRST_ACCIDENT ? ProblemCode.UNEXPECTED : ProblemCode.INVALID_REQUEST;
        };
    }

    static ProblemDetail problem(ProblemCode code, MessageSource messages) {
        ProblemDetail problem = ProblemDetail.forStatus(code.status());
        problem.setTitle(messages.getMessage("problem." + code.name(), null, Locale.CHINA));
        problem.setType(
                URI.create("/problems/" + code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setProperty("code", code);
        return problem;
    }

    /** One field that has to be changed, with the reason in Chinese. */
    record FieldProblem(String field, String message) {}
}
