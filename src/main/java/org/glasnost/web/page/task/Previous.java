package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glasnost.review.Decision;
import org.glasnost.review.Step;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said earlier in the review, as the pages show it to who decides next.
 *
 * @param step what was done
 * @param by who did it, by name and office
 * @param at when, in UTC
 * @param determination in words, or null
 * @param instruction the new declassification instruction, or null
 * @param reason why, or null where there is none or it is not for this person
 * @param portions what was said of each portion, by its id
 */
record Previous(
    String step,
    String by,
    String at,
    @Nullable String determination,
    @Nullable String instruction,
    @Nullable String reason,
    Map<String, Portion> portions) {

  /**
   * What was said of one portion.
   *
   * @param choice in words
   * @param style the choice as part of a style's name
   * @param on the bases, or the spans with theirs
   * @param reason why, or null where there is none or it is not for this person
   */
  record Portion(String choice, String style, List<String> on, @Nullable String reason) {
    static Portion of(
        Decision.PortionDecision said, Decision.Choice choice, boolean mayReadReasons) {
      List<String> on = new ArrayList<>();
      if (said.basis() != null) {
        on.add(said.basis());
      }
      said.spans().forEach(s -> on.add(s.from() + "–" + s.to() + ": " + s.basis()));
      return new Portion(
          TaskWords.choice(choice),
          choice.name(),
          List.copyOf(on),
          mayReadReasons ? said.reason() : null);
    }
  }

  /** Copies the portions. */
  Previous {
    portions = Map.copyOf(portions);
  }

  /**
   * What a step said.
   *
   * @param mayReadReasons whether what was written in words is shown too
   */
  static Previous of(Step step, String by, String at, boolean mayReadReasons) {
    Decision decision = step.said().decision();
    Step.ReferralAnswer answer = step.said().answer();
    List<Decision.PortionDecision> said =
        decision != null ? decision.portions() : answer != null ? answer.portions() : List.of();
    Map<String, Portion> portions = new TreeMap<>();
    for (Decision.PortionDecision portion : said) {
      String id = portion.portion();
      Decision.Choice choice = portion.decision();
      if (id != null && choice != null) {
        portions.put(id, Portion.of(portion, choice, mayReadReasons));
      }
    }
    Decision.Determination determination = decision == null ? null : decision.determination();
    Decision.NewInstruction instruction = decision == null ? null : decision.instruction();
    String what = TaskWords.step(step.kind());
    return new Previous(
        answer == null ? what : what + ": " + answer.agency(),
        by,
        at,
        determination == null ? null : TaskWords.determination(determination),
        instruction == null ? null : instruction.declassifyOn(),
        mayReadReasons ? step.said().reason() : null,
        portions);
  }
}
