package org.glasnost.process.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The course that a document's work takes, as the engine carries it: the one way by which other
 * rooms move a process. The engine proposes the next task; whether anything may happen is decided
 * by the use case that calls here, before it calls.
 *
 * <p>Changes take part in the caller's transaction and are refused without one: state, journal line
 * and process step commit together. What the caller wrote through JPA is flushed first. A document
 * has at most one running course; documents at rest have none.
 */
public interface Course {

  /**
   * Begins the course of a newly registered document, up to the marking review.
   *
   * @throws IllegalStateException if the document is in a course already
   */
  void startOnRegistration(UUID document);

  /**
   * Begins the review of a document, up to the identification of equities.
   *
   * @throws IllegalStateException if the document is in a course already
   */
  void startReview(UUID document, UUID review);

  /**
   * Completes a task and moves on to the next wait.
   *
   * @param engineTaskId the engine's id of an open task
   * @param variables what the task's kind must set, and nothing else: see {@link TaskResult#check}
   * @throws IllegalArgumentException if the variables are not those that the kind sets, or one has
   *     a value that is not admitted
   * @throws IllegalStateException if no such task is open
   */
  void complete(String engineTaskId, Map<ProcessVariable, Object> variables);

  /**
   * Ends the running course of a document, if there is one, with everything that it called.
   *
   * @param reasonCode why, as a code in UPPER_SNAKE; never free text, which the engine would keep
   *     in clear
   */
  void cancel(UUID document, String reasonCode);

  /** The engine's id of the outermost running instance of a document; empty at rest. */
  Optional<String> runningInstance(UUID document);

  /** Every passage of the document through a definition, earliest first, ended ones included. */
  List<Passage> path(UUID document);
}
