package org.glasnost.process.engine;

import java.util.Map;

/**
 * From which version to which other instances are to move, and where each that waits goes on.
 *
 * @param from the version that they run on
 * @param to the version that they are to run on
 * @param elements by the id of an element of the one, that of the other
 */
public record Route(Definition.Version from, Definition.Version to, Map<String, String> elements) {

  /** Copies. */
  public Route {
    elements = Map.copyOf(elements);
  }
}
