package org.glasnost.process.deployment.difference;

import java.util.List;

/**
 * An element that is not as it was.
 *
 * @param change what became of it
 * @param element its id
 * @param type its kind in the words of BPMN, such as {@code userTask}
 * @param name its name for people, the new one where it has changed; the id where it has none
 * @param details what is different, one property each; empty unless it is changed
 */
public record ElementChange(
    Change change, String element, String type, String name, List<Detail> details) {

  /** Copies the details. */
  public ElementChange {
    details = List.copyOf(details);
  }

  /** What became of an element. */
  public enum Change {
    /** It was not there. */
    ADDED,
    /** It is no longer there. */
    REMOVED,
    /** It is there with other properties. */
    CHANGED
  }

  /**
   * A property that is different.
   *
   * @param property the attribute, or the path to it in what the element holds, as in {@code
   *     conditionExpression}
   * @param before its value in force; empty where it had none
   * @param after its value as submitted; empty where it has none
   */
  public record Detail(String property, String before, String after) {}
}
