package org.glasnost.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances under which a use case is asked to act. Made at the edge, so that no lower room
 * knows of HTTP or of the process engine.
 *
 * @param actor who asks
 * @param role the role used, as in the design's list of roles; null where none is needed
 * @param task the open task in whose course this happens, or null
 * @param process key and version of the process definition, such as {@code
 *     "declassification-review:1"}, or null
 * @param client what kind of client asks
 * @param policyRelease the release of policy in force
 */
public record Occasion(
    Actor actor,
    @Nullable String role,
    @Nullable UUID task,
    @Nullable String process,
    ClientClass client,
    String policyRelease) {

  /** What kind of client asks. */
  public enum ClientClass {
    /** A person at a page. */
    PAGE,
    /** A program, or a person through one, at the API. */
    PROGRAM,
    /** The product itself. */
    SYSTEM
  }

  /** The same circumstances in the course of a task. */
  public Occasion inTask(UUID taskId, String usedRole, @Nullable String definition) {
    return new Occasion(actor, usedRole, taskId, definition, client, policyRelease);
  }

  /** The same circumstances in another role. */
  public Occasion as(String usedRole) {
    return new Occasion(actor, usedRole, task, process, client, policyRelease);
  }
}
