package org.glasnost.process.deployment.flow;

import org.jspecify.annotations.Nullable;

/**
 * An element of a process that its flow passes.
 *
 * @param id of the element
 * @param name for people; the id where there is none
 * @param kind what it does to the flow
 * @param repetition how often it is done each time that the flow comes to it
 * @param most the most that this may be; as many as a file may name where a variable says it
 * @param call what it calls, or null if it is no call
 * @param step the expression that names what the engine does, or null if it does nothing
 */
public record FlowNode(
    String id,
    String name,
    Kind kind,
    Repetition repetition,
    int most,
    @Nullable Call call,
    @Nullable String step) {

  /** What an element does to the flow. */
  public enum Kind {
    /** A start that a message sets off. */
    MESSAGE_START,
    /** A start by which another process calls this one. */
    START,
    /** An end. */
    END,
    /** Waits for a person. */
    USER_TASK,
    /** Done by the engine at once. */
    SERVICE_TASK,
    /** Another process, until that has ended. */
    CALL,
    /** The flow goes one of several ways. */
    CHOICE,
    /** The flow goes every way at once, or waits for all that it went. */
    PARALLEL
  }

  /** How often an element is done each time that the flow comes to it. */
  public enum Repetition {
    /** Once. */
    ONCE,
    /** A number of times that is at least one, one after another. */
    IN_TURN,
    /** A number of times that is at least one, all at once. */
    AT_ONCE,
    /** As often as a variable says, which may be never, one after another. */
    PERHAPS_IN_TURN,
    /** As often as a variable says, which may be never, all at once. */
    PERHAPS_AT_ONCE;

    /** Whether the flow may pass without its being done. */
    boolean mayBeNever() {
      return this == PERHAPS_IN_TURN || this == PERHAPS_AT_ONCE;
    }

    /** Whether it may be done several times at once. */
    boolean isAtOnce() {
      return this == AT_ONCE || this == PERHAPS_AT_ONCE;
    }

    /** Whether it may be done again and again. */
    boolean isInTurn() {
      return this == IN_TURN || this == PERHAPS_IN_TURN;
    }
  }

  /**
   * What a call calls.
   *
   * @param key of the process
   * @param version of it
   */
  public record Call(String key, int version) {}

  /** Whether the flow stops here until somebody acts, however it comes here. */
  boolean alwaysWaits() {
    return kind == Kind.USER_TASK && !repetition.mayBeNever();
  }
}
