package org.glasnost.process.deployment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of files submitted together, to come into force together or not at all.
 *
 * @param id its id
 * @param name as the submitter named it
 * @param source what submitted it, such as {@code Camunda Modeler}, or null
 * @param state where it stands
 * @param submittedBy who submitted it
 * @param submittedAt when
 * @param decision who approved or rejected it, or null while it is pending
 * @param files what it consists of, in the order submitted
 * @param findings what the gate found when it was submitted
 */
public record Deployment(
    UUID id,
    String name,
    @Nullable String source,
    DeploymentState state,
    Submitter submittedBy,
    Instant submittedAt,
    @Nullable Decision decision,
    List<DeploymentFile> files,
    List<GateFinding> findings) {

  /**
   * @throws IllegalArgumentException if a pending deployment is decided, or a decided one is not
   */
  public Deployment {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    if ((state == DeploymentState.PENDING) != (decision == null)) {
      throw new IllegalArgumentException("decided exactly when no longer pending: " + state);
    }
  }

  /**
   * The decision on a deployment.
   *
   * @param by who decided
   * @param at when
   * @param reason the id under which the words of a rejection are kept; null for an approval
   */
  public record Decision(Submitter by, Instant at, @Nullable UUID reason) {}

  /** 1 while it is pending, 2 once decided: a deployment changes once. */
  public int version() {
    return decision == null ? 1 : 2;
  }

  /** Whether the gate found anything that keeps it from approval. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(GateFinding::isError);
  }
}
