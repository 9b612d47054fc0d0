package org.glasnost.process.running;

import java.util.List;
import org.glasnost.process.engine.Element;
import org.glasnost.process.engine.Moving.Running;
import org.glasnost.process.engine.Moving.Why;
import org.glasnost.process.engine.Route;
import org.jspecify.annotations.Nullable;

/**
 * What a migration would do: found by asking the engine of each instance, with nothing changed.
 *
 * @param route from which version to which, and by which elements
 * @param lines every element where an instance can rest, and where it would go on
 * @param instances those that run on the version now
 * @param held those that cannot move, together by place and cause
 */
public record MigrationPlan(
    Route route, List<Line> lines, List<Running> instances, List<Held> held) {

  /**
   * An element where an instance can rest.
   *
   * @param from in the version that it runs on
   * @param to where it would go on, or null where nowhere
   * @param instances how many are there now
   */
  public record Line(Element from, @Nullable Element to, long instances) {}

  /**
   * Instances that cannot move.
   *
   * @param element where they wait, or null where that is not the reason
   * @param why why not
   * @param instances how many
   */
  public record Held(@Nullable Element element, Why why, long instances) {}

  /** Copies. */
  public MigrationPlan {
    lines = List.copyOf(lines);
    instances = List.copyOf(instances);
    held = List.copyOf(held);
  }

  /** How many can move. */
  public long movable() {
    return instances.size() - held.stream().mapToLong(Held::instances).sum();
  }
}
