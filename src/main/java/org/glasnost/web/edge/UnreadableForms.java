package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.BodyTooLarge;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers where the container cannot read a form, whoever was the first to look for a field of it:
 * too large, or broken. Right behind the {@link RequestLog}, which so notes the status that is
 * answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadableForms extends OncePerRequestFilter {
  private final ProblemAnswers answers;

  UnreadableForms(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (InvalidParameterException unreadable) {
      if (!ProblemAnswers.forPrograms(request.getRequestURI())) {
        throw unreadable; // The container shows the page, once it has read on to the form's end.
      }
      Refused refused =
          unreadable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
              ? BodyTooLarge.refusal()
              : new Refused(
                  Ground.MALFORMED,
                  Finding.error("WEB-0001", "The body is not well-formed multipart."));
      refused.initCause(unreadable);
      answers.send(request, response, Problem.of(refused, request.getRequestURI()));
    }
  }
}
