package org.glasnost.process.running;

import java.util.List;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.ElementCount;
import org.jspecify.annotations.Nullable;

/**
 * A version with what stands where.
 *
 * @param version which one
 * @param newest whether new instances take it
 * @param elements its elements with their counts, in the order of its file
 * @param held what holds it, or null where it goes on
 * @param because why it is held, in words, or null where it goes on
 * @param revision 1, and one more each time that it was suspended or resumed
 */
public record RunningVersion(
    Definition.Version version,
    boolean newest,
    List<ElementCount> elements,
    @Nullable Suspension held,
    @Nullable String because,
    long revision) {

  /** Copies. */
  public RunningVersion {
    elements = List.copyOf(elements);
  }
}
