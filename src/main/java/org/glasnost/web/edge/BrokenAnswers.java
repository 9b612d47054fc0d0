package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.glasnost.web.ProblemAnswers;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks the connection off where an answer failed after it had begun. It can no longer be told as
 * a failure; ended in the usual way it would be taken for whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BrokenAnswers extends OncePerRequestFilter {
  BrokenAnswers() {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (ProblemAnswers.isBroken(request)) {
      // The container's own: it writes no last chunk, and nothing to its log.
      throw new CloseNowException("an answer failed after it had begun");
    }
  }
}
