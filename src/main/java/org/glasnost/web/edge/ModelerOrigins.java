package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses what comes from an origin that is not listed, in the form in which Modeler shows it. */
final class ModelerOrigins extends DefaultCorsProcessor {
  private static final String NOT_TAKEN =
      "Calls from the page that this comes from are not taken; glasnost.web.modeler-origins names"
          + " those that are.";

  private final ProblemAnswers answers;

  ModelerOrigins(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration listed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean taken = super.processRequest(listed, request, response);
    if (!taken) {
      answers.send(
          request,
          response,
          Problem.of(HttpStatus.FORBIDDEN, NOT_TAKEN, request.getRequestURI(), List.of()));
    }
    return taken;
  }

  /** Answered above, where the request is at hand. */
  @Override
  protected void rejectRequest(ServerHttpResponse response) {}
}
