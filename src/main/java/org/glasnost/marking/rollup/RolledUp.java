package org.glasnost.marking.rollup;

import java.util.List;
import org.glasnost.marking.Marking;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a roll-up.
 *
 * @param marking what stands in the banner; null where a portion leaves it open
 * @param banner the banner line; null where a portion leaves it open
 * @param explanation the rules that acted, in their order
 * @param findings what is wrong with the portions taken together
 */
public record RolledUp(
    @Nullable Marking marking,
    @Nullable String banner,
    List<Step> explanation,
    List<Finding> findings) {

  /**
   * One rule that acted.
   *
   * @param rule the rule
   * @param message what it did here
   * @param cites what that rests on: the rule's source, then those of the words concerned that were
   *     not read
   */
  public record Step(RollUpRule rule, String message, List<Citation> cites) {
    /** Copies the citations. */
    public Step {
      cites = List.copyOf(cites);
    }
  }

  /** Copies the lists. */
  public RolledUp {
    explanation = List.copyOf(explanation);
    findings = List.copyOf(findings);
  }
}
