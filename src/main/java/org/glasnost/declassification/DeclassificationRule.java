package org.glasnost.declassification;

import java.util.List;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.RuleId;
import org.glasnost.rule.Severity;

/**
 * One rule of the calculus.
 *
 * @param id its name, never reused
 * @param sentence what it says, one sentence
 * @param cites what it rests on; empty for a rule of the product's own
 */
public record DeclassificationRule(RuleId id, String sentence, List<Citation> cites) {
  /** Copies the citations. */
  public DeclassificationRule {
    cites = List.copyOf(cites);
  }

  static DeclassificationRule rule(String id, String sentence, Citation... cites) {
    return new DeclassificationRule(new RuleId(id), sentence, List.of(cites));
  }

  /** The rule is broken. */
  Finding broken(String message) {
    return new Finding(id, Severity.ERROR, message, null, null, null, cites);
  }

  /** A person should look. */
  Finding warns(String message) {
    return new Finding(id, Severity.WARNING, message, null, null, null, cites);
  }

  /** Worth knowing. */
  Finding notes(String message) {
    return new Finding(id, Severity.NOTICE, message, null, null, null, cites);
  }

  /** A sentence of an explanation, with the paragraph it rests on. */
  String explains(String sentenceOfCase) {
    return cites.isEmpty()
        ? sentenceOfCase
        : sentenceOfCase
            + " ("
            + String.join("; ", cites.stream().map(Citation::shown).toList())
            + ")";
  }
}
