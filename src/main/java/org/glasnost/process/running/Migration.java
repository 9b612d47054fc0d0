package org.glasnost.process.running;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.glasnost.process.engine.Moving.Why;
import org.jspecify.annotations.Nullable;

/**
 * Instances on their way from one version to another.
 *
 * @param id its id
 * @param process the definition's key
 * @param from the version that they ran on
 * @param to the version that they are to run on
 * @param elements by the id of an element of the one, that of the other
 * @param state how far it is
 * @param startedBy user name of the administrator
 * @param startedAt when
 * @param endedAt when the last instance was done with, or null
 * @param instances how many there are in each state; each state is there
 * @param revision 1, and one more with each change of the state
 */
public record Migration(
    UUID id,
    String process,
    int from,
    int to,
    Map<String, String> elements,
    MigrationState state,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    Map<MoveState, Long> instances,
    long revision) {

  /** Copies. */
  public Migration {
    elements = Map.copyOf(elements);
    instances = Map.copyOf(instances);
  }

  /** How many instances are in a state. */
  public long count(MoveState in) {
    return instances.getOrDefault(in, 0L);
  }

  /** How many instances there are. */
  public long total() {
    return instances.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * An instance of a migration.
   *
   * @param id the engine's id of it
   * @param document whose course it is, or null
   * @param state what became of it
   * @param why why it cannot move, or null where it can or where it failed
   * @param element at which element it waits then, or null
   */
  public record Instance(
      String id,
      @Nullable UUID document,
      MoveState state,
      @Nullable Why why,
      @Nullable String element) {

    /** Whether the engine failed to move it, each time that it was tried. */
    public boolean failed() {
      return state == MoveState.NOT_MOVED && why == null;
    }
  }
}
