package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A name and a password are taken from the form of the sign-in, once, and not from its address:
 * addresses are kept by browsers and proxies, and the framework would take theirs before the
 * form's.
 */
final class SignInByFormAlone extends OncePerRequestFilter {
  private static final String IN_THE_ADDRESS =
      "The sign-in takes nothing in its address, and each field of its form once. Nothing was done:"
          + " send the form alone, and choose another password if this one stood in an address.";

  private final String path;
  private final ProblemAnswers answers;

  SignInByFormAlone(String path, ProblemAnswers answers) {
    this.path = path;
    this.answers = answers;
  }

  private static boolean isTwice(HttpServletRequest request) {
    return request.getParameterMap().values().stream().anyMatch(values -> values.length > 1);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getMethod().equals("POST")
        && request.getRequestURI().equals(request.getContextPath() + path)
        && (request.getQueryString() != null || isTwice(request))) {
      answers.send(
          request, response, Problem.of(HttpStatus.BAD_REQUEST, IN_THE_ADDRESS, path, List.of()));
      return;
    }
    chain.doFilter(request, response);
  }
}
