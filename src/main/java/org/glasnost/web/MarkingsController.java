package org.glasnost.web;

import java.util.List;
import org.glasnost.contract.Calculators;
import org.glasnost.contract.ParseAnswer;
import org.glasnost.contract.ParseRequest;
import org.glasnost.contract.RollUpAnswer;
import org.glasnost.contract.RollUpRequest;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.reading.Reading;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two calculators on markings. They store nothing and log nothing of what they are given. */
@RestController
@RequestMapping("/api/markings")
public class MarkingsController {
  private final Calculators calculators;
  private final PastedText pasted;

  /**
   * @param calculators which answer
   * @param pasted how an answer is marked that shows what it was given
   */
  MarkingsController(Calculators calculators, PastedText pasted) {
    this.calculators = calculators;
    this.pasted = pasted;
  }

  /** Reads lines. The answer holds them, and is marked as what was read. */
  @PostMapping("/parse")
  public ResponseEntity<ParseAnswer> parse(@RequestBody ParseRequest request) {
    List<Reading> readings = calculators.readings(request);
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, HeldBanner.of(pasted.ofMarkings(readings)).rollUp())
        .body(ParseAnswer.of(readings));
  }

  /** Rolls portion marks up. */
  @PostMapping("/rollup")
  public RollUpAnswer rollUp(@RequestBody RollUpRequest request) {
    return calculators.rollUp(request);
  }
}
