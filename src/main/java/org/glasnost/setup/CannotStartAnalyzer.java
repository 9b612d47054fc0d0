package org.glasnost.setup;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is missing in plain words, without a stack trace. */
public final class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {

  /** For Spring. */
  public CannotStartAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cause) {
    return new FailureAnalysis(
        "Glasnost does not start as it is set up."
            + cause.reasons().stream()
                .map(reason -> "\n  - " + reason)
                .collect(Collectors.joining()),
        "Set what is named above; docs/operations.md says how. To look around with demonstration"
            + " records on this machine alone, start it with the profile demo: ./run.sh",
        cause);
  }
}
