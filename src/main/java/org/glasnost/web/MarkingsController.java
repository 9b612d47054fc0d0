package org.glasnost.web;

import org.glasnost.contract.Calculators;
import org.glasnost.contract.ParseAnswer;
import org.glasnost.contract.ParseRequest;
import org.glasnost.contract.RollUpAnswer;
import org.glasnost.contract.RollUpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two calculators on markings. They store nothing and log nothing of what they are given. */
@RestController
@RequestMapping("/api/markings")
public class MarkingsController {
  private final Calculators calculators;

  /**
   * @param calculators which answer
   */
  MarkingsController(Calculators calculators) {
    this.calculators = calculators;
  }

  /** Reads lines. */
  @PostMapping("/parse")
  public ParseAnswer parse(@RequestBody ParseRequest request) {
    return calculators.parse(request);
  }

  /** Rolls portion marks up. */
  @PostMapping("/rollup")
  public RollUpAnswer rollUp(@RequestBody RollUpRequest request) {
    return calculators.rollUp(request);
  }
}
