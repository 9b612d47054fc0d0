package org.glasnost.web.transport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glasnost.rule.Finding;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The answer to whoever calls too often: when to call again. */
final class TooManyCalls {
  /** Who has called too often. */
  enum Who {
    CALLER("WEB-0301", "You call more often than one caller may."),
    ADDRESS("WEB-0302", "Calls come from this address more often than is taken."),
    SIGN_INS("WEB-0303", "Attempts to sign in come from this address more often than is taken.");

    private final String rule;
    private final String message;

    Who(String rule, String message) {
      this.rule = rule;
      this.message = message;
    }
  }

  private final ProblemAnswers answers;

  TooManyCalls(ProblemAnswers answers) {
    this.answers = answers;
  }

  void answer(HttpServletRequest request, HttpServletResponse response, Who who, long seconds)
      throws IOException {
    String words = who.message + " Nothing was done; call again in " + seconds + " s.";
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    BareAnswers.guard(response);
    if (ProblemAnswers.forPrograms(request.getRequestURI())) {
      answers.send(
          request,
          response,
          Problem.of(
              HttpStatus.TOO_MANY_REQUESTS,
              words,
              request.getRequestURI(),
              List.of(Finding.error(who.rule, words))));
      return;
    }
    // A page would cost what the limit is there to save.
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
