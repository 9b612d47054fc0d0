package org.glasnost.process.deployment;

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
 */
public record GateFinding(
    RuleId rule, Severity severity, String file, @Nullable String element, String message) {

  /** Whether it keeps the deployment from approval. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same as a finding of a refusal. */
  public Finding asFinding() {
    return new Finding(rule, severity, message, null, element, null, java.util.List.of());
  }
}
