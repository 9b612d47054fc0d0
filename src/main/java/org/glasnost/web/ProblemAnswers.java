package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem: to programs as {@code application/problem+json}, to Camunda Modeler in
 * the form that it shows, to browsers as a page. The only place that does.
 */
@Component
public class ProblemAnswers {
  /** Where the error page finds what to say. */
  static final String ON_PAGE = Problem.class.getName();

  private static final String CHALLENGE = ProblemAnswers.class.getName() + ".challenge";
  private static final String BROKEN = ProblemAnswers.class.getName() + ".broken";

  private static final List<String> PROGRAMS = List.of("/api", "/engine-rest", "/actuator");
  private static final String MODELER = "/engine-rest";

  private final JsonMapper json;

  /** For Spring. */
  public ProblemAnswers(JsonMapper json) {
    this.json = json;
  }

  /** Whether a path is one that programs call: its errors are never pages, never redirects. */
  public static boolean forPrograms(String path) {
    return PROGRAMS.stream().anyMatch(top -> path.equals(top) || path.startsWith(top + "/"));
  }

  /** Answers with a status that no rule of the product stands behind. */
  public void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    send(request, response, Problem.of(status, request.getRequestURI()));
  }

  /** Whether an answer had begun before there was a problem to tell: what went out is not whole. */
  public static boolean isBroken(HttpServletRequest request) {
    return request.getAttribute(BROKEN) != null;
  }

  /** Answers with a problem; an answer that has already begun is broken off. */
  public void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      request.setAttribute(BROKEN, true);
      return;
    }
    if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
      challenge(request, response);
    }
    if (!forPrograms(problem.instance())) {
      request.setAttribute(ON_PAGE, problem);
      response.sendError(problem.status());
      return;
    }
    response.setStatus(problem.status());
    byte[] body;
    if (problem.instance().startsWith(MODELER)) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      body = json.writeValueAsBytes(Map.of("type", problem.title(), "message", problem.detail()));
    } else {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      body = json.writeValueAsBytes(problem);
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** Answers that the caller has to say once more who they are (RFC 9470). */
  void send(HttpServletRequest request, HttpServletResponse response, StaleSignIn stale)
      throws IOException {
    request.setAttribute(CHALLENGE, stale.challenge());
    send(
        request,
        response,
        Problem.of(
            HttpStatus.UNAUTHORIZED,
            stale.finding().message(),
            request.getRequestURI(),
            List.of(stale.finding())));
  }

  private static void challenge(HttpServletRequest request, HttpServletResponse response) {
    if (!forPrograms(request.getRequestURI())) {
      // A page: no browser knows this scheme, so none asks for a password beside our own sign-in.
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Page realm=\"Glasnost\"");
      return;
    }
    if (request.getAttribute(CHALLENGE) instanceof String stale) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, stale);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Glasnost\", charset=\"UTF-8\"");
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      response.addHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Glasnost\", error=\"invalid_token\"");
    }
  }
}
