package org.glasnost.declassification;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the calculus, each once, by family. {@code docs/spec/rules-declassification.md}
 * lists the same, and a test holds the two against each other.
 */
public final class DeclassificationRules {
  private static final List<DeclassificationRule> ALL =
      Stream.of(
              OutsideRules.all(),
              InstructionRules.all(),
              SectionRules.all(),
              DecidingRules.all(),
              DerivingRules.all(),
              EraRules.all(),
              QuestionRules.all(),
              BasisRules.all(),
              SustainingRules.all())
          .flatMap(List::stream)
          .toList();

  private DeclassificationRules() {}

  /** Every rule, in the order of the ids. */
  public static List<DeclassificationRule> all() {
    return ALL;
  }
}
