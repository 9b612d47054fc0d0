package org.glasnost.process.engine;

import java.util.Objects;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * A node of a version's diagram: an event, a gateway, a task, a step or a call.
 *
 * @param id its id in the diagram
 * @param name its name there, or its id where it has none
 * @param task the kind of task, or null where it is none
 * @param calls the key of the definition that it calls, or null where it is no call
 * @param repeated whether it is done several times at once
 */
public record Element(
    String id, String name, @Nullable TaskKind task, @Nullable String calls, boolean repeated) {

  /** Whether an instance rests here until somebody acts or a called instance ends. */
  public boolean waits() {
    return task != null || calls != null;
  }

  /** Whether whoever waits at one could wait at the other: the same work, the same call. */
  public boolean isAlike(Element other) {
    return task == other.task && Objects.equals(calls, other.calls);
  }
}
