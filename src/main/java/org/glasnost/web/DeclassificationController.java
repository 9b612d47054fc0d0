package org.glasnost.web;

import org.glasnost.contract.Calculators;
import org.glasnost.contract.DeclassificationAnswer;
import org.glasnost.contract.DeclassificationQuestion;
import org.glasnost.rule.Refused;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The date calculus over HTTP, for any signed-in caller; nothing is stored or logged. */
@RestController
@RequestMapping("/api/declassification")
public class DeclassificationController {
  private final Calculators calculators;

  /**
   * @param calculators which answer
   */
  DeclassificationController(Calculators calculators) {
    this.calculators = calculators;
  }

  /**
   * Answers one question about one record or document.
   *
   * @throws Refused by rule, where the question contradicts itself
   */
  @PostMapping("/compute")
  public DeclassificationAnswer compute(@RequestBody DeclassificationQuestion body) {
    return calculators.compute(body);
  }
}
