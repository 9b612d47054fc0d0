package org.glasnost.process.deployment;

import java.util.List;
import org.glasnost.rule.Finding;
import org.glasnost.rule.RuleId;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the gate found in one submitted file.
 *
 * @param rule the rule that speaks
 * @param severity an ERROR keeps the deployment from approval
 * @param file the file's name
 * @param element id of the element in the diagram, or null where the file as a whole is meant
 * @param message one sentence for a person
 * @param walk the way through the diagrams that shows it, from its start; empty where the element
 *     alone does
 */
public record GateFinding(
    RuleId rule,
    Severity severity,
    String file,
    @Nullable String element,
    String message,
    List<WalkStep> walk) {

  /** Copies the walk. */
  public GateFinding {
    walk = List.copyOf(walk);
  }

  /**
   * One step of a walk.
   *
   * @param file whose element it is; null where it stands in a version that is in force
   * @param process key of the process
   * @param element id of the element that is come to
   * @param flow id of the sequence flow that leads to it, or null at a start
   * @param says one sentence for a person: what happens there
   */
  public record WalkStep(
      @Nullable String file, String process, String element, @Nullable String flow, String says) {}

  /** Whether it keeps the deployment from approval. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same as a finding of a refusal. */
  public Finding asFinding() {
    return new Finding(rule, severity, message, null, element, null, List.of());
  }
}
