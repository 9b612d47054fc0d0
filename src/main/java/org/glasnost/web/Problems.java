package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.glasnost.contract.JsonFindings;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;

/**
 * Turns every exception into one answer. Controllers let exceptions pass; this is one of the two
 * outermost edges, the other is {@link ErrorPages}.
 */
@ControllerAdvice
public class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String STATIC_FILES = "/**";

  private final ProblemAnswers answers;
  private final BiConsumer<Refused, HttpServletRequest> refusals;

  /** For Spring. */
  @Autowired
  Problems(ProblemAnswers answers, RefusalLines refusals) {
    this(answers, refusals::record);
  }

  /**
   * @param answers how a problem is sent
   * @param refusals told of every refusal, after its transaction has ended
   */
  Problems(ProblemAnswers answers, BiConsumer<Refused, HttpServletRequest> refusals) {
    this.answers = answers;
    this.refusals = refusals;
  }

  /** Answers for whatever a controller, or the framework on its behalf, has thrown. */
  @ExceptionHandler(Exception.class)
  void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (thrown instanceof AsyncRequestNotUsableException) {
      return; // The caller has gone.
    }
    if (thrown instanceof StaleSignIn stale) {
      refusals.accept(new Refused(Ground.NOT_ENTITLED, stale.finding()), request);
      answers.send(request, response, stale);
      return;
    }
    if (thrown instanceof ErrorResponse error) {
      error
          .getHeaders()
          .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    }
    Refused refused = asRefused(thrown, request);
    if (refused != null) {
      refusals.accept(refused, request);
    }
    answers.send(request, response, problem(thrown, request));
  }

  private static Problem problem(Exception thrown, HttpServletRequest request) {
    String path = request.getRequestURI();
    Refused refused = asRefused(thrown, request);
    if (refused != null) {
      return Problem.of(refused, path);
    }
    HttpStatus status = status(thrown, request);
    if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
      LOG.error("{}", Trace.of(thrown));
    } else if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      LOG.warn("{}", Trace.of(thrown));
    }
    return Problem.of(status, path);
  }

  private static HttpStatus status(Exception thrown, HttpServletRequest request) {
    if (thrown instanceof AuthenticationException) {
      return HttpStatus.UNAUTHORIZED;
    }
    if (thrown instanceof AccessDeniedException) {
      return HttpStatus.FORBIDDEN;
    }
    if (thrown instanceof HttpRequestMethodNotSupportedException
        && STATIC_FILES.equals(
            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))) {
      // Only the handler of static files was left: there is nothing of that name.
      return HttpStatus.NOT_FOUND;
    }
    if (thrown instanceof RequestRejectedException) {
      return HttpStatus.BAD_REQUEST; // A control character in the name of a parameter.
    }
    if (causedBy(thrown, BodyTooSlow.class)) {
      return HttpStatus.REQUEST_TIMEOUT;
    }
    if (thrown instanceof CannotCreateTransactionException
        || thrown instanceof DataAccessResourceFailureException) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    if (thrown instanceof InvalidParameterException unreadable) {
      // A query or form whose encoding is broken; the container says with which status.
      return known(unreadable.getErrorCode());
    }
    if (thrown instanceof ErrorResponse error) {
      return known(error.getStatusCode().value());
    }
    return HttpStatus.INTERNAL_SERVER_ERROR;
  }

  private static HttpStatus known(int code) {
    HttpStatus status = HttpStatus.resolve(code);
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  /** The refusal that an exception of the framework amounts to, or null. */
  private static @Nullable Refused asRefused(Exception thrown, HttpServletRequest request) {
    if (thrown instanceof Refused refused) {
      return refused;
    }
    if (causedBy(thrown, BodyTooLarge.class) || thrown instanceof MaxUploadSizeExceededException) {
      return BodyTooLarge.refusal();
    }
    if (causedBy(thrown, BodyTooSlow.class)) {
      return null;
    }
    if (thrown instanceof HttpMessageNotReadableException unreadable) {
      return unreadable.getCause() instanceof JacksonException met
          ? JsonFindings.refusal(met)
          : new Refused(
              Ground.MALFORMED, Finding.error("WEB-0005", "A body in JSON is needed here."));
    }
    if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
      return UUID.class.equals(mismatch.getRequiredType())
          ? Refused.notKnown()
          : new Refused(
              Ground.MALFORMED,
              JsonFindings.parameter(mismatch.getName(), mismatch.getRequiredType()));
    }
    if (thrown instanceof MissingServletRequestParameterException missing) {
      return absent("parameter", missing.getParameterName());
    }
    if (thrown instanceof MissingServletRequestPartException missing) {
      return absent("part", missing.getRequestPartName());
    }
    if (thrown instanceof MultipartException) {
      return new Refused(
          Ground.MALFORMED, Finding.error("WEB-0001", "The body is not well-formed multipart."));
    }
    if (thrown instanceof DuplicateKeyException
        || causedBy(thrown, ConcurrencyFailureException.class)) {
      // Two did the same at once; one of them was first. The engine wraps what a step met.
      return new Refused(
          request.getHeader(HttpHeaders.IF_MATCH) == null ? Ground.CONFLICT : Ground.STALE,
          Finding.error(
              "WEB-0009",
              "Somebody else changed this at the same moment. Look again, then repeat."));
    }
    return null;
  }

  private static Refused absent(String kind, String name) {
    return new Refused(
        Ground.RULE, Finding.error("WEB-0006", "The " + kind + " '" + name + "' is needed here."));
  }

  private static boolean causedBy(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
