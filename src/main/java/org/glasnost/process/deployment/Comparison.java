package org.glasnost.process.deployment;

import java.util.List;
import org.glasnost.process.deployment.difference.ElementChange;
import org.glasnost.process.deployment.difference.TextDifference;

/**
 * What a submitted process or decision would change.
 *
 * @param file the submitted file in which it stands
 * @param subject what it is
 * @param process its key
 * @param inForce the newest version in force; 0 where the key is new
 * @param running the versions on which instances run now, newest first; none of a decision
 * @param callers who calls it, of all that is in force; nobody calls a decision
 * @param changes the elements, or rules and columns, that are not as they are in that version
 * @param text the text of the file against that version's; no lines where the key is new
 */
public record Comparison(
    String file,
    Subject subject,
    String process,
    int inForce,
    List<Running> running,
    List<Caller> callers,
    List<ElementChange> changes,
    TextDifference text) {

  /** What is compared. */
  public enum Subject {
    /** A process. */
    PROCESS,
    /** A decision's table. */
    DECISION
  }

  /** Copies the lists. */
  public Comparison {
    running = List.copyOf(running);
    callers = List.copyOf(callers);
    changes = List.copyOf(changes);
  }

  /**
   * Instances that stay on their version whatever comes into force.
   *
   * @param version the number of the version
   * @param instances how many run on it; at least 1
   */
  public record Running(int version, long instances) {}

  /**
   * A process in force that calls this one.
   *
   * @param process its key
   * @param version its version
   * @param element id of the call
   * @param called the version that it calls, which a deployment does not change
   */
  public record Caller(String process, int version, String element, int called) {}
}
