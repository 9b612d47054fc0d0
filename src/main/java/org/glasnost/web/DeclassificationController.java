package org.glasnost.web;

import java.time.Clock;
import java.time.LocalDate;
import org.glasnost.declassification.Contradictions;
import org.glasnost.declassification.DateCalculus;
import org.glasnost.declassification.Question;
import org.glasnost.rule.Refused;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The date calculus over HTTP, for any signed-in caller; nothing is stored or logged. */
@RestController
@RequestMapping("/api/declassification")
public class DeclassificationController {
  private final Clock clock;

  /**
   * @param clock in the office's zone: the current date where the question names none
   */
  public DeclassificationController(Clock clock) {
    this.clock = clock;
  }

  /**
   * Answers one question about one record or document.
   *
   * @throws Refused by rule, where the question contradicts itself
   */
  @PostMapping("/compute")
  public DeclassificationAnswer compute(@RequestBody DeclassificationQuestion body) {
    Question question = body.on(LocalDate.now(clock));
    Refused.ifAnyError(Contradictions.in(question));
    return DeclassificationAnswer.of(DateCalculus.compute(question));
  }
}
