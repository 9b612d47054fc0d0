package org.glasnost.process.engine;

import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * A task that the process has just opened.
 *
 * @param engineTaskId the engine's id of the task, by which it is completed
 * @param kind what work it is
 * @param name its name as the diagram has it
 * @param document whose course it belongs to
 * @param review the review it belongs to; null for work that precedes every review
 * @param ordinal which of several like tasks opened at once it is, from 0; null where it is the
 *     only one
 * @param candidateRoles the roles whose holders may claim it, as the definition names them
 * @param processKey the process definition's key, such as {@code declassification-review}
 * @param processVersion the process definition's version, from 1
 */
public record OpenedTask(
    String engineTaskId,
    TaskKind kind,
    String name,
    UUID document,
    @Nullable UUID review,
    @Nullable Integer ordinal,
    Set<Role> candidateRoles,
    String processKey,
    int processVersion) {

  /**
   * @throws IllegalArgumentException if nobody could claim the task, which the deployment gate
   *     prevents
   */
  public OpenedTask {
    candidateRoles = Set.copyOf(candidateRoles);
    if (candidateRoles.isEmpty()) {
      throw new IllegalArgumentException("a task has a candidate role: " + kind);
    }
  }

  /** Key and version as the journal writes them, such as {@code declassification-review:1}. */
  public String process() {
    return processKey + ":" + processVersion;
  }
}
