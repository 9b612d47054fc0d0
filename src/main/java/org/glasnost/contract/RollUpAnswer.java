package org.glasnost.contract;

import java.util.List;
import org.glasnost.marking.rollup.RolledUp;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * The banner with its explanation.
 *
 * @param banner null where a portion leaves it open
 * @param explanation the rules that acted
 * @param findings what is wrong with the portions
 */
public record RollUpAnswer(
    @Nullable String banner, List<StepView> explanation, List<FindingView> findings) {

  /** The view of a roll-up. */
  public static RollUpAnswer of(RolledUp rolledUp) {
    return new RollUpAnswer(
        rolledUp.banner(),
        rolledUp.explanation().stream().map(StepView::of).toList(),
        FindingView.of(rolledUp.findings()));
  }

  /**
   * One rule that acted.
   *
   * @param rule its id
   * @param message what it did
   * @param cites what it rests on
   */
  public record StepView(String rule, String message, List<String> cites) {
    /** The view of a step. */
    static StepView of(RolledUp.Step step) {
      return new StepView(
          step.rule().id().value(),
          step.message(),
          step.cites().stream().map(Citation::shown).toList());
    }
  }
}
