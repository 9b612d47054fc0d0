package org.glasnost.process.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that the engine tried several times by itself, that failed, and that waits for somebody.
 *
 * @param id the engine's id of the incident
 * @param version the version that the instance runs on
 * @param element id of the element where it failed
 * @param elementName its name, or its id where it has none
 * @param instance the engine's id of the instance
 * @param document whose course it is, or null where its definition did not pass that on
 * @param since when it failed for the last time
 * @param cause what kept it
 * @param rules the rules that refused it; empty unless the cause is {@link Cause#REFUSED}
 */
public record FailedStep(
    String id,
    Definition.Version version,
    String element,
    String elementName,
    String instance,
    @Nullable UUID document,
    Instant since,
    Cause cause,
    List<String> rules) {

  /** Copies. */
  public FailedStep {
    rules = List.copyOf(rules);
  }

  /** What kept a step, as far as can be said without a word of what the instance carries. */
  public enum Cause {
    /** A rule of the product refused it. */
    REFUSED("A rule of the product refused the step."),
    /** No branch of a gateway holds for what the instance carries. */
    NO_BRANCH("No branch of a gateway holds for what the case carries."),
    /** A condition or a call names a value that the instance does not carry. */
    VALUE_MISSING("A condition or a call names a value that the case does not carry."),
    /** The process that it goes on to is suspended. */
    SUSPENDED("The process that the case goes on to is suspended."),
    /** Somebody or something else changed the case at the same moment, each time. */
    CHANGED_MEANWHILE("Something else changed the case at the same moment."),
    /** None of these; the log of that instant says what. */
    OTHER("The step failed for another reason; the log of the application tells at that time.");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** One sentence for a person. */
    public String words() {
      return words;
    }
  }
}
