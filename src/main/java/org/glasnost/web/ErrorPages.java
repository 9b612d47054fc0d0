package org.glasnost.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last edge: what the container dispatches when an answer has failed. Shows a page to people, a
 * problem to programs.
 */
@Controller
public class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final ProblemAnswers answers;

  /** For Spring. */
  ErrorPages(ProblemAnswers answers) {
    this.answers = answers;
  }

  /** Answers a failed request. */
  @RequestMapping("/error")
  @Nullable ModelAndView show(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = status(request);
    if (status.is5xxServerError()
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
        && !ProblemAnswers.isBroken(request)) {
      LOG.error("{}", Trace.of(thrown));
    }
    if (response.isCommitted()) {
      return null; // Broken off: nothing is written into what has gone out.
    }
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
            ? failed
            : request.getRequestURI();
    if (ProblemAnswers.forPrograms(path)) {
      answers.send(request, response, Problem.of(status, path));
      return null;
    }
    Problem problem =
        request.getAttribute(ProblemAnswers.ON_PAGE) instanceof Problem known
            ? known
            : Problem.of(status, path);
    ModelAndView page = new ModelAndView("error/problem");
    page.addObject("problem", problem);
    page.addObject("requestId", response.getHeader("X-Request-Id"));
    page.setStatus(status);
    return page;
  }

  /** A request that did not fail has no business here. */
  private static HttpStatus status(HttpServletRequest request) {
    if (BodyTooSlow.isMarked(request)) {
      return HttpStatus.REQUEST_TIMEOUT;
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }
}
