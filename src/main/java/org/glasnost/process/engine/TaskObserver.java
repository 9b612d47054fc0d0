package org.glasnost.process.engine;

/**
 * Told of every task that opens or ends, in the transaction in which it happens: what the observer
 * writes and what the engine writes are committed together or not at all.
 *
 * <p>There is exactly one; without it no task can open. It may read and write tables of ours. It
 * must not call the engine, which is in the middle of its step.
 */
public interface TaskObserver {

  /** A task has opened. */
  void opened(OpenedTask task);

  /**
   * An open task goes on in another version of its definition.
   *
   * @param engineTaskId the engine's id, as told when it opened
   * @param process key and version as the journal writes them
   */
  void moved(String engineTaskId, String process);

  /**
   * A task has ended.
   *
   * @param engineTaskId the engine's id, as told when it opened
   * @param cancelled true if its course was cancelled, false if it was completed
   */
  void ended(String engineTaskId, boolean cancelled);
}
